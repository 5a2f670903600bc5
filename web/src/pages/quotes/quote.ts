import type { OutputOf } from "../../api/contract";
import type { Price, Unit } from "../prices/price";

export type Quote = OutputOf<"GET /tickets/{ticketId}/quotes">["items"][number];
export type Line = Quote["lines"][number];

/** What is read anew after a quote has changed. */
export const changedByQuotes = ["GET /tickets/{ticketId}/quotes"] as const;

/** A line of a quote that is being written: of the price list, or materials in one's own words. */
export interface Draft {
  key: string;
  part: Line["part"];
  code?: string;
  name: string;
  unit: Unit;
  unitFen: number;
  hundredths: number;
}

/** Fen for one unit × hundredths of it, rounded half up as the server does. */
export const amountOf = ({ unitFen, hundredths }: Pick<Draft, "unitFen" | "hundredths">): number =>
  Number((BigInt(unitFen) * BigInt(hundredths) * 2n + 100n) / 200n);

export const totalOf = (lines: readonly Draft[]): number =>
  lines.reduce((sum, line) => sum + amountOf(line), 0);

/** With one more of a price, or with the first one of it. */
export function withOneMore(lines: readonly Draft[], price: Price, name: string): Draft[] {
  const known = lines.find(({ code }) => code === price.code);
  if (known)
    return lines.map((line) => (line === known ? { ...line, hundredths: line.hundredths + 100 } : line));
  const { code, part, unit, unitFen } = price;
  return [...lines, { key: code, code, part, name, unit, unitFen, hundredths: 100 }];
}

/** A quantity as people type it → hundredths: "1.5" → 150; undefined for what is none. */
export function parseQuantity(typed: string): number | undefined {
  const match = /^(\d{1,4})(?:\.(\d{0,2}))?$/.exec(typed.normalize("NFKC").trim());
  if (!match) return undefined;
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return hundredths > 0 ? hundredths : undefined;
}

/** 150 → "1.5" */
export const quantityText = (hundredths: number) => String(hundredths / 100);

/** A line to be written anew, as it stands in a quote. */
export const draftOf = (
  { part, code, names, unit, unitFen, hundredths }: Line,
  at: number,
  language: keyof Line["names"],
): Draft => ({ key: code ?? `own ${at}`, part, code, name: names[language], unit, unitFen, hundredths });

/** As the server takes a line. */
export const givenOf = ({ code, name, unit, unitFen, hundredths }: Draft) =>
  code ? { code, hundredths } : { name, unit, unitFen, hundredths };
