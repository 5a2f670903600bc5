import { readFile } from "node:fs/promises";
import { ownTable } from "@frontdesk/core/fee/testing";
import { type Firm, useFiles } from "@frontdesk/core/import/import.testing";
import { readRows } from "@frontdesk/core/importing/index";
import { mintTenant } from "@frontdesk/core/testing/tenant";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "../pages/survey.testing";
import { schedules } from "../schedule/index";

let firm: Firm;
beforeAll(async () => {
  await ownTable();
  await useFiles();
  firm = await mintTenant();
});

const sample = () => readFile(new URL("../../../../samples/houses-and-residents.xlsx", import.meta.url));

/** Asks as headquarters, always the same person. */
async function ask(
  method: string,
  path: string,
  body?: Uint8Array | object,
  headers?: Record<string, string>,
) {
  const app = testApp({ ...firm.member("headquarters"), memberId: "mem_01JD3V0N5W2Q8Z7R6T5Y4X3W2V" });
  const sent = body instanceof Uint8Array ? new Uint8Array(body) : body && JSON.stringify(body);
  return app.request(`/api${path}`, { method, body: sent, headers });
}
type Body = { importId: string; state?: string; items: { importId: string; name: string }[] };
const told = async (answer: Response) => ({ status: answer.status, body: (await answer.json()) as Body });

describe("the import routes", () => {
  it("lead from a file to its houses, by the schedule", async () => {
    const file = await sample();
    const name = encodeURIComponent("房屋与业主.xlsx");
    const key = { "idempotency-key": "import-0001" };
    const first = await told(await ask("POST", `/imports?kind=houses&fileName=${name}`, file, key));
    expect(first).toMatchObject({
      status: 201,
      body: { state: "preview", fileName: "房屋与业主.xlsx", preview: { good: 1184, refused: 21 } },
    });
    const twin = await told(await ask("POST", `/imports?kind=houses&fileName=${name}`, file, key));
    expect(twin.body.importId).toBe(first.body.importId);
    const path = `/imports/${first.body.importId}`;
    const matched = await told(
      await ask("PUT", `${path}/matching`, { sheet: "和悦里", matching: { keyCare: null } }),
    );
    expect(matched).toMatchObject({ status: 200, body: { matching: [{ sheet: "和悦里" }] } });
    const projects = { 翠湖花园: firm.projectId, 滨江一号: "new", 金桥广场: "new", 和悦里: "skip" };
    const started = await told(await ask("POST", `${path}/start`, { projects }));
    expect(started).toMatchObject({
      status: 200,
      body: { state: "running", progress: { done: 0, total: 1205 } },
    });
    // A run goes on for some seconds, and on a slow machine leaves the rest to the next.
    const run = async () => {
      await schedules.imports?.run(async () => undefined);
      return told(await ask("GET", path));
    };
    let done = await run();
    while (done.body.state === "running") done = await run();
    expect(done.body).toMatchObject({
      state: "done",
      results: [
        { name: "翠湖花园", houses: { created: 294 }, people: { created: 315 } },
        { name: "滨江一号", houses: { created: 297 } },
        { name: "金桥广场", houses: { created: 296 } },
        { name: "和悦里", refused: 5 },
      ],
    });
    const listed = await told(await ask("GET", "/projects"));
    expect(listed.body.items.map(({ name: project }) => project).sort()).toEqual(
      ["滨江一号", "翠湖花园", "金桥广场"].sort(),
    );
    expect((await told(await ask("GET", "/imports"))).body.items).toMatchObject([{ state: "done" }]);
  });

  it("give the refused rows as a file", async () => {
    const { body } = await told(await ask("GET", "/imports"));
    const answer = await ask("GET", `/imports/${body.items[0]?.importId}/refused?locale=en`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent("房屋与业主-refused.xlsx")}`,
    );
    let rows = 0;
    for await (const _ of readRows(new Uint8Array(await answer.arrayBuffer()))) rows++;
    expect(rows).toBe(21 + 4);
  });

  it("name the file when it is no good, and its size when it is too large", async () => {
    const post = async (body: Uint8Array, query = "kind=houses&fileName=a.xlsx") =>
      told(await ask("POST", `/imports?${query}`, body));
    const error = (code: string, field?: string) => ({
      error: expect.objectContaining({ code, ...(field && { field }) }),
    });
    expect(await post(Buffer.from("MZ a program"))).toEqual({
      status: 400,
      body: error("bad_request", "file"),
    });
    expect(await post(Buffer.alloc(0))).toEqual({ status: 400, body: error("bad_request", "file") });
    expect(await post(Buffer.alloc(20 * 1024 * 1024 + 1, 65))).toEqual({
      status: 413,
      body: error("too_large"),
    });
    expect(await post(await sample(), "kind=cats&fileName=a")).toEqual({
      status: 400,
      body: error("bad_request", "kind"),
    });
    expect(await post(await sample(), "kind=houses")).toEqual({
      status: 400,
      body: error("bad_request", "fileName"),
    });
  });

  it("throw a preview away", async () => {
    const file = Buffer.from("房号,建筑面积\n1-1-101,90\n");
    const { body } = await told(await ask("POST", "/imports?kind=houses&fileName=a.csv", file));
    expect((await told(await ask("DELETE", `/imports/${body.importId}`))).status).toBe(200);
    expect((await told(await ask("GET", `/imports/${body.importId}`))).status).toBe(404);
  });
});
