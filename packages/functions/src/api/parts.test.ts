import { expect, it } from "vitest";
import { parts } from "./parts";
import { archiveParts } from "./parts.archive";
import { routes } from "./routes";

const wordOf = (name: string) => name.split("/")[1] ?? "";

it("is all of the API, each route found under the first word of its path", async () => {
  const found: Record<string, unknown> = {};
  for (const { under, routes: load } of Object.values({ ...parts, ...archiveParts })) {
    const table = await load();
    expect([...new Set(Object.keys(table).map(wordOf))].sort()).toEqual([...under].sort());
    Object.assign(found, table);
  }
  expect(found).toEqual(routes);
});
