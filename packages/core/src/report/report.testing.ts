import { isoNow } from "../clock";
import { withActor } from "../context";
import { House, houseIdOf } from "../house/house.entity";
import { newId } from "../id";
import { createLink, newToken } from "../link/link";
import { type Channels, postThrough, sweepMessages } from "../message/sender";
import { residencyOf } from "../resident/index";
import { Residency, Resident } from "../resident/resident.entity";
import { soundOf } from "../resident/sound";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { Ticket } from "../ticket/ticket.entity";

/** The start of a PNG and what makes each one another photo. */
export const photo = (label: string) =>
  Buffer.concat([
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
    Buffer.from(label),
  ]);

/** A firm whose project has its QR code's link, and who comes in by it. */
export async function mintDesk(name = "测试物业") {
  const firm = await mintTenant(name);
  const { tenantId, projectId, project } = firm;
  const work = new Work(tenantId);
  createLink(work, { kind: "report", subjectId: projectId }, project.reportToken);
  await work.commit();
  return {
    ...firm,
    token: project.reportToken,
    /** Runs as somebody who scanned the QR code. */
    scanned: <T>(body: () => T): T => withActor({ type: "resident", tenantId, subjectId: projectId }, body),
    tickets: () =>
      firm.asSystem(async () => (await Ticket.query("gsi2", ["ticket"], { begins: "registered#" })).items),
  };
}
export type ReportDesk = Awaited<ReturnType<typeof mintDesk>>;

/** A person with a phone, an owner of houses with these codes; returns the resident's id. */
export async function mintOwner(
  { tenantId, projectId }: ReportDesk,
  phone: string,
  codes: readonly string[],
  name = "王芳",
) {
  const work = new Work(tenantId);
  const houses = codes.map((code) => {
    const [building = "", unit = "", room = ""] = code.split("-");
    const houseId = houseIdOf(projectId, code);
    const place = { houseId, projectId, code, building, unit, room };
    return work.create(House, { ...place, areaHundredths: 9_000, createdAt: isoNow() });
  });
  const residentId = newId("resident");
  const homes = houses.map(({ houseId, code }) => ({ houseId, houseCode: code, as: "owner" as const }));
  const person = { residentId, projectId, name, phone, ...(await soundOf(name)) };
  const resident = work.create(Resident, { ...person, homes, createdAt: isoNow() });
  for (const house of houses) work.create(Residency, residencyOf(resident, house, "owner"));
  await work.commit();
  return { residentId, houseIds: houses.map(({ houseId }) => houseId) };
}

/** Sends whatever waits in the database and returns the texts by receiver. Only for a database of the test's own. */
export function outbox() {
  const sent: { id: string; to: string; text: string }[] = [];
  const channel = {
    name: "outbox",
    send: async ({ id, to, text }: { id: string; to: string; text: string }) => {
      sent.push({ id, to, text });
      return { status: "sent", reference: newToken() } as const;
    },
    lookup: async () => "unknown" as const,
  };
  const channels: Channels = { sms: channel, mail: channel };
  const textsTo = async (phone: string) => {
    await sweepMessages(postThrough(channels));
    const theirs = sent.filter(({ to }) => to === phone).sort((a, b) => (a.id < b.id ? -1 : 1));
    return theirs.map(({ text }) => text);
  };
  return {
    textsTo,
    /** The code last sent to a phone. */
    codeTo: async (phone: string) => {
      const codes = (await textsTo(phone)).flatMap((text) => /\b\d{6}\b|(?<=验证码)\d{6}/.exec(text) ?? []);
      return codes.at(-1) ?? "";
    },
  };
}

let phones = 0;
/** A mobile number no test has used yet. */
export const freshPhone = () => `+86138${String(10_000_000 + ++phones)}`;
