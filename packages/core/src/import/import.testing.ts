import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { House } from "../house/house.entity";
import { type Cell, writeXlsx } from "../importing/index";
import { Project } from "../project/project.entity";
import { Residency, Resident } from "../resident/resident.entity";
import type { mintTenant } from "../testing/tenant";
import { continueImport, createImport, getImport, startImport } from "./index";

export type Firm = Awaited<ReturnType<typeof mintTenant>>;

/** A folder of the test's own for files. */
export async function useFiles() {
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-imports-"));
  return process.env.FRONTDESK_FILES;
}

export const sample = (name: string) =>
  readFile(fileURLToPath(new URL(`../../../../samples/${name}`, import.meta.url)));

export const houseHeadings = [
  "楼栋",
  "单元",
  "房号",
  "建筑面积",
  "业主姓名",
  "业主电话",
  "电子邮箱",
  "重点关注",
];

/** A workbook of one sheet a project, under the usual headings or others. */
export const bookOf = (sheets: Record<string, Cell[][]>, headings = houseHeadings): Promise<Buffer> =>
  writeXlsx(
    Object.entries(sheets).map(([name, rows]) => ({
      name,
      columns: headings.map((heading) => ({ heading })),
      rows,
    })),
  );

/** Sends a file as headquarters. */
export const send = (firm: Firm, kind: "houses" | "arrears", file: Uint8Array, fileName = "导入.xlsx") =>
  firm.as("headquarters", () => createImport({ kind, fileName, file: new Uint8Array(file) }));

/** Starts an import; projects that exist go to themselves, others are made. */
export async function start(firm: Firm, importId: string) {
  return firm.as("headquarters", async () => {
    const { preview } = await getImport({ importId });
    const found = (preview?.projects ?? []).filter(({ good }) => good > 0);
    const projects = Object.fromEntries(
      found.map(({ name, projectId }) => [name, projectId ?? "new"] as const),
    );
    return startImport({ importId, projects });
  });
}

/** Works until the import is over, in as many chunks as it takes. */
export async function finish(firm: Firm, importId: string, chunkMs?: number) {
  for (let chunk = 0; chunk < 500; chunk++) {
    await firm.asSystem(() => continueImport(importId, chunkMs));
    const view = await firm.as("headquarters", () => getImport({ importId }));
    if (view.state !== "running") return view;
  }
  throw new Error("the import does not come to an end");
}

/** Sends, starts and finishes. */
export async function takeIn(
  firm: Firm,
  kind: "houses" | "arrears",
  file: Uint8Array,
  fileName?: string,
  chunkMs?: number,
) {
  const { importId } = await send(firm, kind, file, fileName);
  await start(firm, importId);
  return finish(firm, importId, chunkMs);
}

const collected = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

/** Everything an import of houses writes, present ties only, by project in a stable order. */
export const stored = (firm: Firm) =>
  firm.asSystem(async () => {
    const ties = await collected(Residency.all("gsi2", ["residentSound"]));
    const all = [];
    for (const project of await collected(Project.all("table", ["project"]))) {
      const { projectId, name, kind } = project;
      const houses = await collected(House.all("gsi1", [projectId, "house"]));
      const residents = await collected(Resident.all("gsi2", [projectId, "residentSound"]));
      const own = ties.filter((tie) => tie.projectId === projectId);
      all.push({ project: name, kind, projectId, houses, residents, ties: own });
    }
    return all.sort((a, b) => a.project.localeCompare(b.project));
  });
