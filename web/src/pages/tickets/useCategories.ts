import type { TicketKind } from "@frontdesk/core/ticket/kind";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../api/contract";
import { useQueryOf } from "../../api/useQueryOf";
import { useProjectScope } from "../../session/ProjectScope";

export type Category = OutputOf<"GET /categories">["items"][number];

const staleMs = 5 * 60_000;
const none: readonly Category[] = [];

/** The firm's categories, what they are called in the language on the screen, and which are offered where. */
export function useCategories() {
  const { i18n } = useTranslation();
  const { projects } = useProjectScope();
  const items = useQueryOf("GET /categories", {}, { staleMs }).data?.items ?? none;
  const language = i18n.language === "en" ? "en" : "zh-CN";
  return useMemo(() => {
    const of = (kind: TicketKind, code: string | undefined) =>
      items.find((one) => one.kind === kind && one.code === code);
    const inKind = (kind: TicketKind) => items.filter((one) => one.kind === kind && !one.retired);
    const optionsOf = (all: readonly Category[]) =>
      all.map(({ code, names }) => ({ value: code, label: names[language] }));
    return {
      items,
      of,
      /** What a category is called; nothing while that is still being read. */
      nameOf: (kind: TicketKind, code: string) => of(kind, code)?.names[language] ?? "",
      /** What may be chosen for any project. */
      choices: (kind: TicketKind) => optionsOf(inKind(kind)),
      /** What may be chosen in a project; `also` is a choice made before, offered or not. */
      choicesIn: (projectId: string, kind: TicketKind, also?: string) => {
        const project = projects.find((one) => one.projectId === projectId);
        const offered = ({ code, projectKinds }: Category) =>
          code === also || !project || projectKinds.includes(project.kind);
        const retired = also ? of(kind, also) : undefined;
        const all = inKind(kind).filter(offered);
        return optionsOf(retired?.retired ? [...all, retired] : all);
      },
    };
  }, [items, projects, language]);
}
