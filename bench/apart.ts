import { fork } from "node:child_process";
import type { Row } from "./row";

/** As large tables fit into the memory beside each other. */
const atOnce = 2;

/** The rows of one bench, measured in a process of its own. */
const measured = (name: string): Promise<Row[]> =>
  new Promise((resolve, reject) => {
    let rows: Row[] = [];
    const child = fork(process.argv[1] ?? "", [name]);
    child.on("message", (said) => {
      rows = said as Row[];
    });
    child.once("exit", (code) => (code === 0 ? resolve(rows) : reject(new Error(`${name} failed`))));
  });

/** The rows of benches that count, which what else the machine does cannot change: two at a time. */
export async function measuredApart(names: readonly string[]): Promise<Row[]> {
  const rows: Row[][] = [];
  const waiting = [...names.entries()];
  const next = async (): Promise<void> => {
    const [place, name] = waiting.shift() ?? [];
    if (place === undefined || name === undefined) return;
    rows[place] = await measured(name);
    await next();
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return rows.flat();
}

/** In such a process: hands its rows over and ends it. */
export async function answerWith(rows: readonly Row[]): Promise<never> {
  await new Promise((resolve) => process.send?.(rows, resolve));
  process.exit();
}
