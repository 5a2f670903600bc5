import { wallClock } from "../clock";
import { badRequest } from "../error";
import type { Locale } from "../tenant/tenant.entity";
import type { TicketItem } from "../ticket/ticket.entity";

/**
 * What a template may say of a ticket, each in braces: `{number}`. What follows a stroke stands in where the ticket does
 * not know it: `{outcome|nothing so far}`.
 */
export const placeholders = [
  /** Of the resident. */
  "name",
  /** When it was registered. */
  "date",
  "number",
  /** What was said. */
  "words",
  /** What was noted when it was last reported done. */
  "outcome",
  "house",
  "project",
  "firm",
] as const;
export type Placeholder = (typeof placeholders)[number];
type Facts = Record<Placeholder, string | undefined>;

const slots = /\{([^{}|]*)(?:\|([^{}]*))?\}/g;
const isKnown = (name: string): name is Placeholder => placeholders.some((one) => one === name);

/** Throws `bad_request` that names the first placeholder there is not. */
export function needPlaceholders(text: string, field: string) {
  for (const [, name = ""] of text.matchAll(slots))
    if (!isKnown(name)) throw badRequest(`There is no placeholder “${name}”`, field);
}

/** The words of a template with the facts in them. What is known of neither stands open in 【】, for a person to fill in. */
export const filled = (text: string, facts: Facts): string =>
  text.replace(slots, (whole, name: string, otherwise: string | undefined) =>
    isKnown(name) ? (facts[name] ?? otherwise ?? "【…】") : whole,
  );

/** So much of what was said is repeated. */
const most = 300;
const unended = (words: string) => words.replace(/[\s。.！!？?]+$/, "");
// These brackets mark what is still to be filled in.
const unmarked = (words: string) => words.replaceAll("【", "「").replaceAll("】", "」");

/** What a letter in a language says of a ticket. */
export function factsOf(
  ticket: TicketItem,
  locale: Locale,
  { zone, firm, project }: { zone: string; firm: string; project: string },
): Facts {
  const said = [...ticket.words.replace(/\s+/g, " ")];
  const done = ticket.completions.at(-1)?.note;
  return {
    name: ticket.reporter.name,
    date: dayOf(ticket.createdAt, locale, zone),
    number: ticket.number,
    words: unmarked(unended(said.slice(0, most).join(""))),
    outcome: done && unmarked(unended(done)),
    house: ticket.houseCode,
    project,
    firm,
  };
}

function dayOf(at: string, locale: Locale, zone: string): string {
  const english = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: zone });
  if (locale === "en") return english.format(new Date(at));
  const [year, month, date] = wallClock(at, zone).slice(0, 10).split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** The facts of a ticket that never was, to show a template by. */
export const sampleFacts: Record<Locale, Facts> = {
  "zh-CN": {
    name: "王芳",
    date: "2026年11月21日",
    number: "TS20261121-0007",
    words: "电梯三个月内停了五次",
    outcome: "更换了电梯主板，一周内没有再停",
    house: "3-1-502",
    project: "翠湖花园",
    firm: "安居物业",
  },
  en: {
    name: "Jane Wang",
    date: "21 November 2026",
    number: "TS20261121-0007",
    words: "The lift has stopped five times within three months",
    outcome: "The main board was replaced and the lift has not stopped for a week",
    house: "3-1-502",
    project: "Lakeside Garden",
    firm: "Harbour Property",
  },
};
