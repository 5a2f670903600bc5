import { Alert, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { formatFen } from "../../ui/format";
import { Panel } from "../../ui/Panel";
import { formatArea } from "./area";
import styles from "./Import.module.css";
import type { Target, Targets } from "./targets";
import type { ImportKind, Preview } from "./useImport";

type Found = Preview["projects"][number];

interface ProjectTargetsProps {
  kind: ImportKind;
  projects: readonly Found[];
  tooMany: boolean;
  /** Whether the member may make new projects. */
  mayMake: boolean;
  targets: Targets;
  onChange: (name: string, target: Target) => void;
}

/** Where each project the file names goes. */
export function ProjectTargets(props: ProjectTargetsProps) {
  const text = useText();
  const { kind, projects, tooMany, mayMake, targets, onChange } = props;
  const { projects: own } = useProjectScope();
  const made = kind === "houses" && mayMake;
  const options = [
    ...(made ? [{ value: "new", label: text("import:target.new") }] : []),
    ...own.map(({ projectId, name }) => ({ value: projectId, label: name })),
    { value: "skip", label: text("import:target.skip") },
  ];
  return (
    <Panel title={text("import:target.title")} intro={text(`import:target.intro.${kind}`)}>
      {tooMany ? <Alert type="error" showIcon title={text("import:target.tooMany")} /> : null}
      <ul className={styles.targets}>
        {projects.map((found) => (
          <li key={found.name} className={styles.target}>
            <div>
              <strong>{found.name}</strong>
              <Sums found={found} />
            </div>
            {found.good > 0 ? (
              <Select<Target>
                aria-label={text("import:target.choose", { name: found.name })}
                className={styles.choice}
                placeholder={text("import:target.placeholder")}
                showSearch={{ optionFilterProp: "label" }}
                value={targets[found.name]}
                status={targets[found.name] ? undefined : "warning"}
                options={options}
                onChange={(target) => onChange(found.name, target)}
              />
            ) : (
              <span className={styles.soft}>{text("import:target.nothing")}</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Sums({ found: { good, refused, houses, arrears } }: { found: Found }) {
  const text = useText();
  const { i18n } = useTranslation();
  const facts = [
    text("import:match.good", { count: good }),
    refused > 0 ? text("import:match.refused", { count: refused }) : "",
    houses ? text("import:target.people", { count: houses.people }) : "",
    houses ? formatArea(houses.areaHundredths, i18n.language) : "",
    arrears ? text("import:target.outstanding", { sum: formatFen(arrears.outstandingFen) }) : "",
  ];
  return <p className={styles.soft}>{facts.filter(Boolean).join(" · ")}</p>;
}
