import type { Calendar } from "@frontdesk/core/calendar/calendar";
import type { Rule } from "@frontdesk/core/clocks/rule";
import { App } from "antd";
import type { OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";

export type Row = OutputOf<"GET /clocks">["items"][number];

const clockLists = ["GET /clocks", "GET /projects/{projectId}/clocks"] as const;
const calendars = ["GET /calendar", "GET /projects/{projectId}/calendar"] as const;

function useTellSaved() {
  const text = useText();
  const { message } = App.useApp();
  return () => void message.success(text("clocks:saved"));
}

/** The clocks of the firm, or of a project, and how to set all of its own. */
export function useClocks(projectId: string | undefined) {
  const firm = useQueryOf("GET /clocks", {}, { enabled: !projectId });
  const project = useQueryOf(
    "GET /projects/{projectId}/clocks",
    { projectId: projectId ?? "" },
    { enabled: !!projectId },
  );
  const options = { changes: clockLists, onSuccess: useTellSaved() };
  const setFirm = useCommand("PUT /clocks", options);
  const setProject = useCommand("PUT /projects/{projectId}/clocks", options);
  return {
    query: projectId ? project : firm,
    save: (rules: Rule[]) =>
      projectId ? setProject.mutateAsync({ projectId, rules }) : setFirm.mutateAsync({ rules }),
    saving: setFirm.isPending || setProject.isPending,
  };
}

/** The business hours of the firm, or of a project, how to set its own, and how a project follows the firm again. */
export function useCalendar(projectId: string | undefined) {
  const firm = useQueryOf("GET /calendar", {}, { enabled: !projectId });
  const project = useQueryOf(
    "GET /projects/{projectId}/calendar",
    { projectId: projectId ?? "" },
    { enabled: !!projectId },
  );
  const options = { changes: calendars, onSuccess: useTellSaved() };
  const setFirm = useCommand("PUT /calendar", options);
  const setProject = useCommand("PUT /projects/{projectId}/calendar", options);
  const drop = useCommand("DELETE /projects/{projectId}/calendar", options);
  return {
    query: projectId ? project : firm,
    save: (calendar: Calendar) =>
      projectId ? setProject.mutate({ projectId, calendar }) : setFirm.mutate({ calendar }),
    saving: setFirm.isPending || setProject.isPending,
    drop: projectId && project.data?.of === "project" ? () => drop.mutate({ projectId }) : undefined,
  };
}
