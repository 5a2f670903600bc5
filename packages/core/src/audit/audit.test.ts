import { beforeAll, expect, it } from "vitest";
import { isoNow, plus } from "../clock";
import { withActor } from "../context";
import { newId } from "../id";
import { Work } from "../table/work";
import { changeTenant } from "../tenant/index";
import { type Cast, mintCast, report } from "../ticket/cast.testing";
import { contactResident } from "../ticket/index";
import { AuditEntry } from "./audit.entity";
import { listAudit } from "./index";

let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});
const trail = async (asked: Parameters<typeof listAudit>[0]) => {
  const items: Awaited<ReturnType<typeof listAudit>>["items"] = [];
  let cursor: string | undefined;
  do {
    const page = await cast.as("auditor", () => listAudit({ ...asked, limit: 3, cursor }));
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return items;
};

it("tells a ticket's steps among all other acts of the month, each once, newest first", async () => {
  const { ticketId, number } = await report(cast);
  const note = "半小时后到";
  for (let i = 0; i < 4; i++) await withActor(cast.desk, () => contactResident({ ticketId, note }));
  await withActor(cast.headquarters, () => changeTenant({ signature: "翠湖物业" }));
  await withActor(cast.desk, () => contactResident({ ticketId, note }));
  const month = await trail({ month: isoNow().slice(0, 7) });
  const contact = ["ticket.contact", ticketId, cast.desk.memberId, "contact"];
  expect(month.map(({ verb, subjectId, actor, detail }) => [verb, subjectId, actor, detail])).toEqual([
    contact,
    ["tenant.change", cast.tenantId, cast.headquarters.memberId, expect.anything()],
    ...Array.from({ length: 4 }, () => contact),
    ["ticket.register", ticketId, cast.desk.memberId, number],
  ]);
  expect(month.every(({ requestId, at }) => requestId && at)).toBe(true);
  const own = await trail({ subjectId: ticketId });
  expect(own).toEqual(month.filter(({ subjectId }) => subjectId === ticketId));
});

it("shows what earlier versions wrote beside a ticket's steps", async () => {
  const { ticketId } = await report(cast);
  const work = new Work(cast.tenantId);
  const at = plus(isoNow(), { days: -40 });
  const auditId = newId("audit", Date.parse(at));
  const earlier = {
    auditId,
    at,
    actor: "system",
    verb: "ticket.register",
    requestId: "x",
    subjectId: ticketId,
  };
  work.create(AuditEntry, earlier);
  await work.commit();
  expect((await trail({ subjectId: ticketId })).map((one) => one.auditId)).toEqual([
    expect.any(String),
    auditId,
  ]);
  expect(await trail({ month: at.slice(0, 7) })).toMatchObject([earlier]);
});
