import * as z from "zod";
import { useActor } from "../context";
import { conflict, gone } from "../error";
import { type Cell, type RefusedRow, type RowReason, writeRefused } from "../importing/index";
import { Member } from "../member/member.entity";
import { type Locale, locale, Tenant } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { contents } from "./file";
import { ImportRefusal, importSchema, type Late } from "./import.entity";
import { baseName, headingOf, type ImportItem, Reading, type RefusedFileRow } from "./reading";
import { needImport } from "./visible";

const suffix = { "zh-CN": "退回", en: "refused" } as const;

/**
 * The refused rows as a spreadsheet, each with what is wrong with it in the last column: corrected, it can be sent
 * again as it is. In the language asked for, or else the member's own.
 */
export const downloadRefused = verb({
  name: "import.refused",
  may: "import.run",
  input: z.strictObject({ importId: importSchema.shape.importId, locale: locale.optional() }),
  output: z.object({ fileName: z.string(), contentType: z.string(), bytes: z.instanceof(Uint8Array) }),
  run: async ({ importId, locale: asked }) => {
    const item = await needImport(importId);
    const bytes = await contents(item);
    if (!bytes) throw gone("This file has been removed");
    const rows = (await refusedRows(item, bytes)).filter(({ cells }) => cells.length > 0);
    if (rows.length === 0) throw conflict("No row was refused");
    const language = asked ?? (await ownLocale());
    return {
      fileName: `${baseName(item.fileName)}-${suffix[language]}.xlsx`,
      contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      bytes: new Uint8Array(await writeRefused(rows, language)),
    };
  },
});

async function ownLocale(): Promise<Locale> {
  const actor = useActor();
  const member = actor.type === "member" ? await Member.get({ memberId: actor.memberId }) : undefined;
  return member?.locale ?? (await Tenant.need({})).locale;
}

/** What the file refuses and what the firm's records refused, in the order of the file. */
async function refusedRows(item: ImportItem, bytes: Uint8Array): Promise<RefusedRow[]> {
  const lates = new Map<number, Late>();
  for await (const late of ImportRefusal.all("table", [item.importId], { begins: "refusal#" }))
    lates.set(late.n, late);
  const recent = new Recent();
  const reading = new Reading(bytes, item, recent.add);
  const rows: { refused?: RefusedFileRow; late?: Late; cells: Cell[] }[] = [];
  for await (const { n, refused, late = lates.get(n) } of reading.steps()) {
    if (refused) rows.push({ refused, cells: [] });
    else if (late) rows.push({ late, cells: recent.cells(late) });
  }
  const heads = await reading.heads();
  return rows.flatMap(({ refused, late, cells }) => {
    if (refused) return [named(refused, item)];
    if (!late) return [];
    const column = headingOf(heads, late.sheet, late.field);
    const headings = heads.find(({ sheet }) => sheet === late.sheet)?.headings ?? [];
    const { sheet, row, value } = late;
    const reason = late.reason as RowReason;
    return [named({ kind: "refused", sheet, row, column, reason, value, others: [], headings, cells }, item)];
  });
}

/** A CSV has no sheet, but its name stands for the project: the corrected file says so by the name of its sheet. */
const named = (row: RefusedRow, { fileName }: ImportItem): RefusedRow =>
  row.sheet === "" ? { ...row, sheet: baseName(fileName) } : row;

/** The last rows of the file: headings are searched among thirty, so that a row may be told of that much later. */
class Recent {
  private readonly rows = new Map<string, Cell[]>();

  add = ({ sheet, row, cells }: { sheet: string; row: number; cells: Cell[] }) => {
    this.rows.set(`${row} ${sheet}`, cells);
    const [oldest] = this.rows.keys();
    if (this.rows.size > 100 && oldest !== undefined) this.rows.delete(oldest);
  };

  cells({ sheet, row }: Pick<Late, "sheet" | "row">): Cell[] {
    return this.rows.get(`${row} ${sheet}`) ?? [];
  }
}
