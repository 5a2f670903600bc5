import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AuditEntry } from "../audit/audit.entity";
import { isoNow } from "../clock";
import { withContext } from "../context";
import { inviteMember } from "../member/index";
import { Invitation, invitationSchema } from "../member/invitation.entity";
import { withdrawInvitation } from "../member/invite";
import { table } from "../table/client";
import { mintTenant } from "../testing/tenant";
import { noteMail } from "./mail.testing";
import { registerFirm } from "./register";
import { confirmSignUp, resendSignUp, signUp } from "./sign-up";

const mail = noteMail();
const password = "correct horse battery";
const day = 86_400;
const address = () => `${randomUUID().slice(0, 13)}@example.com`;
const wish = (email: string) => ({
  ...{ firmName: "翠湖物业", name: "王敏", email, password },
  locale: "zh-CN" as const,
});
afterEach(() => vi.restoreAllMocks());

/** Everything `body` leaves in the table, as somebody not signed in who repeats no request. */
async function left(body: () => Promise<unknown>) {
  const records: Record<string, unknown>[] = [];
  const write = table.transact;
  const spy = vi.spyOn(table, "transact").mockImplementation(async (input) => {
    records.push(...input.TransactItems.flatMap(({ Put }) => (Put ? [Put.Item] : [])));
    return write(input);
  });
  const idempotency = { key: randomUUID(), bodyHash: "x" };
  await withContext({ actor: { type: "public" }, requestId: "test", idempotency }, body);
  spy.mockRestore();
  return records;
}
const daysKept = (record: Record<string, unknown>) =>
  Math.round((Number(record.expiresAt) - Date.parse(isoNow()) / 1000) / day);

describe("a sign-up that nobody confirms", () => {
  it("leaves nothing that stays", async () => {
    const email = address();
    const records = [
      ...(await left(() => signUp(wish(email)))),
      ...(await left(() => resendSignUp({ email }))),
      ...(await left(() => resendSignUp({ email: address() }))),
    ];
    expect(records.map(({ kind_ }) => kind_).sort()).toEqual([
      ...["idempotency", "idempotency"],
      ...["identity.signUp", "identity.signUp"],
      ...["message", "message"],
    ]);
    for (const record of records) expect(daysKept(record), String(record.kind_)).toBeLessThanOrEqual(9);
  });

  it("of an address that has an account writes to its firm alone, and nothing that stays", async () => {
    const email = address();
    await registerFirm({ name: "翠湖物业" }, { ...wish(email), passwordHash: "none" });
    const records = await left(() => signUp(wish(email)));
    expect(records.map(({ kind_ }) => kind_).sort()).toEqual(["idempotency", "message"]);
    for (const record of records) expect(daysKept(record)).toBeLessThanOrEqual(9);
  });
});

it("a confirmed one stands in the firm's trail, and the firm stays", async () => {
  const email = address();
  await left(() => signUp(wish(email)));
  const records = await left(() => confirmSignUp({ token: mail.token(email), password }));
  const trail = records.filter(({ kind_ }) => kind_ === AuditEntry.name);
  expect(trail).toMatchObject([{ verb: "signUp.confirm" }]);
  for (const kind of ["tenant", "member", "audit"])
    expect(records.find(({ kind_ }) => kind_ === kind)).not.toHaveProperty("expiresAt");
});

it("an invitation goes a month after its end unless it was accepted, its letter after nine days", async () => {
  const firm = await mintTenant();
  const records: Record<string, unknown>[] = [];
  const write = table.transact;
  vi.spyOn(table, "transact").mockImplementation(async (input) => {
    records.push(...input.TransactItems.flatMap(({ Put }) => (Put ? [Put.Item] : [])));
    return write(input);
  });
  const { invitationId } = await firm.as("headquarters", () =>
    inviteMember({ email: address(), role: "auditor", projectIds: "all" }),
  );
  await firm.as("headquarters", () => withdrawInvitation({ invitationId }));
  const of = (kind: string) => records.filter(({ kind_ }) => kind_ === kind).map(daysKept);
  expect(of("invitation")).toEqual([37, 37]);
  expect(of("message")).toEqual([9]);
  expect(records.filter(({ pk }) => String(pk).startsWith("link#")).map(daysKept)).toEqual([37]);
  const item = await firm.asSystem(() => Invitation.need({ invitationId }));
  expect(invitationSchema.shape.state.options).toContain("accepted");
  expect(Invitation.record({ ...item, state: "accepted" })).not.toHaveProperty("expiresAt");
});
