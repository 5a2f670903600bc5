import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useCategories } from "../tickets/useCategories";
import { useActiveMembers } from "../tickets/workers";
import { type Narrowing, narrowings, type TicketSearch } from "./search";

/** A narrowing in words, and in what it cannot do what it says: it names what is no more there. */
export interface FilterWord {
  name: Narrowing;
  words: string;
  gone?: string;
}

/** What an address narrows a list to, in words, and what of it is gone. */
export function useFilterWords(search: TicketSearch): FilterWord[] {
  const text = useText();
  const { projects } = useProjectScope();
  const { of, nameOf, items } = useCategories();
  const members = useActiveMembers(search.assignee !== undefined).data;

  const told = (name: Narrowing, value: string, gone?: string): FilterWord => ({
    ...{ name, gone },
    words: text("filters:told", { what: text(`filters:field.${name}`), value }),
  });

  function category(code: string): FilterWord {
    const kind = search.kind ?? items.find((one) => one.code === code)?.kind;
    const known = kind && of(kind, code);
    const name = (kind && nameOf(kind, code)) || code;
    if (items.length === 0 || (known && !known.retired)) return told("category", name);
    return told("category", name, text(known ? "filters:gone.retired" : "filters:gone.category"));
  }

  function project(id: string): FilterWord {
    const known = projects.find(({ projectId }) => projectId === id);
    return known ? told("project", known.name) : told("project", "?", text("filters:gone.project"));
  }

  function assignee(id: string): FilterWord {
    const known = members?.find(({ memberId }) => memberId === id);
    if (known) return told("assignee", known.name);
    return told("assignee", members ? "?" : "…", members && text("filters:gone.assignee"));
  }

  const words: { [N in Narrowing]: (value: NonNullable<TicketSearch[N]>) => FilterWord } = {
    overdue: () => ({ name: "overdue", words: text("filters:field.overdue") }),
    reopened: (value) => ({ name: "reopened", words: text(`filters:reopened.${value}`) }),
    kind: (value) => told("kind", text(`tickets:kind.${value}`)),
    urgency: (value) => told("urgency", text(`tickets:urgency.${value}`)),
    trade: (value) => told("trade", text(`tickets:trade.${value}`)),
    channel: (value) => told("channel", text(`tickets:channel.${value}`)),
    from: (value) => told("from", value),
    to: (value) => told("to", value),
    category,
    project,
    assignee,
  };
  const wordOf = <N extends Narrowing>(name: N): FilterWord[] => {
    const value = search[name];
    return value === undefined ? [] : [words[name](value as NonNullable<TicketSearch[N]>)];
  };
  return narrowings.flatMap((name) => wordOf(name));
}
