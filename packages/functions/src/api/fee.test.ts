import { asIfAt } from "@frontdesk/core/clock";
import { addHouse, type Firm, mintFeeFirm, ownTable } from "@frontdesk/core/fee/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testApp } from "../pages/survey.testing";

beforeAll(ownTable);

const day = "2026-11-20T02:00:00.000Z";
let firm: Firm;
let houseId: string;
beforeEach(async () => {
  const made = await mintFeeFirm(["1-1-101", "1-1-102"]);
  firm = made.firm;
  houseId = made.house.houseId;
});

type Answer = { status: number; body: Record<string, unknown> & { items?: Record<string, unknown>[] } };
type Call = { body?: object; headers?: Record<string, string>; role?: Parameters<Firm["member"]>[0] };
async function call(name: string, { body, headers, role = "finance" }: Call = {}): Promise<Answer> {
  const [method, path = ""] = name.split(" ");
  const app = testApp({ ...firm.member(role), memberId: "mem_01JD3V0N5W2Q8Z7R6T5Y4X3W2V" });
  const answer = await asIfAt(day, () =>
    app.request(`/api${path}`, { method, headers, body: body && JSON.stringify(body) }),
  );
  return { status: answer.status, body: (await answer.json()) as Answer["body"] };
}

describe("the fee routes", () => {
  it("lead from a standard to a settled bill", async () => {
    const project = `/projects/${firm.projectId}`;
    const standard = { item: "电梯费", fenPerM2: 50, from: "2026-11", approval: "业主大会2026年第3号决议" };
    expect(await call(`POST ${project}/charge-standards`, { body: standard })).toMatchObject({ status: 201 });
    const preview = await call(`GET ${project}/billing-runs/preview?period=2026-11`);
    expect(preview).toMatchObject({ status: 200, body: { bills: 2, sum: 60_000, dueOn: "2026-11-30" } });
    const started = await call(`POST ${project}/billing-runs`, {
      body: { period: "2026-11", expect: { bills: 2, sum: 60_000 } },
    });
    expect(started).toMatchObject({ status: 201, body: { state: "running" } });
    const run = await call(`GET /billing-runs/${started.body.runId}`);
    expect(run.body).toMatchObject({ state: "done", billed: 2 });
    const open = await call(`GET ${project}/bills?period=2026-11&status=open&limit=1`);
    expect(open.body.items).toMatchObject([{ houseCode: "1-1-101", amount: 30_000, status: "open" }]);
    const rest = await call(
      `GET ${project}/bills?period=2026-11&status=open&limit=1&cursor=${encodeURIComponent(String(open.body.cursor))}`,
    );
    expect(rest.body.items).toMatchObject([{ houseCode: "1-1-102" }]);
    const paid = await call("POST /payments", { body: { houseId, method: "alipay", amount: 30_000 } });
    expect(paid).toMatchObject({
      status: 201,
      body: { allocated: 30_000, house: { outstanding: 0, credit: 0 } },
    });
    const bill = await call(`GET /bills/${open.body.items?.[0]?.billId}`);
    expect(bill.body).toMatchObject({ status: "settled", paid: 30_000, allocations: [{ amount: 30_000 }] });
    const owing = await call(`GET ${project}/owing?sort=age`, { role: "area_manager" });
    expect(owing.body.items).toMatchObject([
      { houseCode: "1-1-102", outstanding: 30_000, overdue: 0, bills: 1 },
    ]);
  });

  it("list who owes by amount and by age, the developer apart, to members alone", async () => {
    await addHouse(firm, { code: "1-1-103", area: 20_000 });
    await addHouse(firm, { code: "1-1-199", unsold: true });
    const project = `/projects/${firm.projectId}`;
    await call(`POST ${project}/billing-runs`, { body: { period: "2026-10" } });
    await call("POST /payments", { body: { houseId, method: "cash", amount: 1 } });
    const codes = async (query: string) =>
      (await call(`GET ${project}/owing${query}`)).body.items?.map(({ houseCode }) => houseCode);
    expect(await codes("")).toEqual(["1-1-103", "1-1-102", "1-1-101"]);
    expect(await codes("?debtor=developer")).toEqual(["1-1-199"]);
    const arrears = await call(`GET /houses/${houseId}/arrears`, { role: "front_desk" });
    expect(arrears.body).toMatchObject({ outstanding: 24_999, overdue: 24_999, oldestDueOn: "2026-10-31" });
    expect((await call(`GET ${project}/owing`, { role: "technician" })).status).toBe(403);
    const stranger = await testApp().request(`/api${project}/owing`);
    expect(stranger.status).toBe(401);
  });

  it("take a payment once for a repeated Idempotency-Key, and refuse the key for another", async () => {
    const send = (amount: number) =>
      call("POST /payments", {
        body: { houseId, method: "cash", amount },
        headers: { "idempotency-key": "receipt-0001" },
      });
    const [first, second] = [await send(100), await send(100)];
    expect(first.status).toBe(201);
    expect(second).toEqual(first);
    expect(await send(200)).toMatchObject({ status: 409, body: { error: { code: "idempotency_mismatch" } } });
    const list = await call(`GET /houses/${houseId}/payments`);
    expect(list.body.items).toHaveLength(1);
  });

  it("name the field at fault", async () => {
    const fault = async (body: object) => (await call("POST /payments", { body })).body.error;
    const good = { houseId, method: "cash", amount: 100 };
    for (const wrong of [
      { amount: "100" },
      { amount: 1.5 },
      { method: "gold" },
      { houseId: "x" },
      { tenantId: "y" },
    ])
      expect(await fault({ ...good, ...wrong })).toMatchObject({
        code: "bad_request",
        field: Object.keys(wrong)[0],
      });
    expect(await call(`GET /projects/${firm.projectId}/bills?period=2026-13`)).toMatchObject({
      status: 400,
      body: { error: { field: "period" } },
    });
  });
});
