import { Link, useNavigate } from "@tanstack/react-router";
import { FindBox } from "../../find/FindBox";
import { useText } from "../../i18n/useText";
import { useCanOpen } from "../../nav/useNavigation";
import { useProjectScope } from "../../session/ProjectScope";
import { PageHeader } from "../../ui/PageHeader";
import { Panel } from "../../ui/Panel";
import { PosterButton } from "../projects/PosterButton";
import { HouseList } from "./HouseList";
import { HousePeek } from "./HousePeek";
import styles from "./Houses.module.css";
import { NewHouseButton } from "./NewHouseButton";
import { ProjectChoice } from "./ProjectChoice";

/** Finds any house or person at once, and lists the houses of a project. */
export default function HousesPage() {
  const text = useText();
  const navigate = useNavigate();
  const canOpen = useCanOpen();
  const { projectId, projects } = useProjectScope();
  const project =
    projects.find((one) => one.projectId === projectId) ?? (projects.length === 1 ? projects[0] : undefined);
  return (
    <>
      <PageHeader
        title={text("nav:houses")}
        subtitle={project?.name}
        actions={
          <>
            {project ? <NewHouseButton projectId={project.projectId} /> : null}
            {project ? <PosterButton projectId={project.projectId} /> : null}
            {canOpen("/import") ? (
              <Link to="/import" className="fd-button-link">
                {text("houses:import")}
              </Link>
            ) : null}
          </>
        }
      />
      <div className={styles.page}>
        <Panel title={text("houses:find.title")} intro={text("houses:find.intro")}>
          <FindBox
            onPick={({ houseId }) => void navigate({ to: "/houses/$houseId", params: { houseId } })}
            peek={(hit) => <HousePeek houseId={hit.houseId} />}
          />
        </Panel>
        {project ? <HouseList key={project.projectId} project={project} /> : <ProjectChoice />}
      </div>
    </>
  );
}
