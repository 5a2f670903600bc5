import { createTable } from "../../../local/src/create-table";
import { asIfAt, isoNow } from "../clock";
import { House, houseIdOf } from "../house/house.entity";
import { newId } from "../id";
import { Message } from "../message/message.entity";
import { Residency, Resident } from "../resident/resident.entity";
import type { ItemOf } from "../table/entity";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { Allocation } from "./allocation.entity";
import { Bill } from "./bill.entity";
import { createStandard } from "./standard";

export type Firm = Awaited<ReturnType<typeof mintTenant>>;
type HouseItem = ItemOf<typeof House>;
type Wish = {
  code: string;
  area?: number;
  unsold?: boolean;
  people?: ("owner" | "occupant")[];
  mail?: boolean;
  projectId?: string;
};

/**
 * Gives a test file a table of its own, so that the schedules it runs at other times see nobody else's records:
 * `beforeAll(ownTable)`.
 */
export async function ownTable() {
  process.env.FRONTDESK_TABLE = `frontdesk-${newId("import")}`;
  await createTable();
}

/** Adds a house of 100.00 m² with its people, each with a phone of their own, to a firm's project. */
export async function addHouse(
  firm: Firm,
  { code, area = 10_000, unsold, people = ["owner"], mail, projectId = firm.projectId }: Wish,
) {
  const work = new Work(firm.tenantId);
  const [building = "", unit = "", room = ""] = code.split("-");
  const houseId = houseIdOf(projectId, code);
  const house = work.create(House, {
    ...{ houseId, projectId, code, building, unit, room, areaHundredths: area },
    occupancy: unsold ? "unsold" : "occupied",
    createdAt: isoNow(),
  });
  for (const as of people) addPerson(work, house, as, mail);
  await work.commit();
  return house;
}

/** Ties a new person to a house. */
export function addPerson(work: Work, house: HouseItem, as: "owner" | "occupant", mail = false) {
  const residentId = newId("resident");
  const reach = mail ? { email: `${residentId}@example.com` } : { phone: phoneOf(residentId) };
  const { projectId, houseId, code: houseCode } = house;
  const person = { residentId, projectId, name: "王小明", locale: "zh-CN" as const, ...reach };
  const sound = { sound: "wangxiaoming", initials: "wxm" };
  const homes = [{ houseId, houseCode, as }];
  work.create(Resident, { ...person, ...sound, homes, createdAt: isoNow() });
  return work.create(Residency, { ...person, houseId, houseCode, as, ...sound });
}

const phoneOf = (id: string) =>
  `+86138${[...id].reduce((n, c) => (n * 31 + c.charCodeAt(0)) % 99_999_999, 7)}`.padEnd(14, "0");

/** A firm with a property fee of 2.50 yuan per m² from 2020 on: 250.00 yuan a month for each house. */
export async function mintFeeFirm(codes: readonly string[] = ["1-1-101"]) {
  const firm = await mintTenant();
  const houses = await Promise.all(codes.map((code) => addHouse(firm, { code })));
  await addStandard(firm, 250, "2020-01");
  return { firm, houses, house: houses[0] as HouseItem };
}

/** Sets a standard as the firm's finance. */
export const addStandard = (firm: Firm, fenPerM2: number, from: string, item = "物业费") =>
  firm.as("finance", () =>
    createStandard({ projectId: firm.projectId, item, fenPerM2, from, approval: "合同第八条" }),
  );

/** Runs as a role of the firm at an instant. */
export const at = <T>(
  firm: Firm,
  iso: string,
  body: () => T,
  role: Parameters<Firm["as"]>[0] = "finance",
): T => asIfAt(iso, () => firm.as(role, body));

/** All bills of the firm's project. */
export const billsOf = (firm: Firm) =>
  firm.asSystem(async () => {
    const found = [];
    for await (const bill of Bill.all("gsi2", [firm.projectId, "bill"])) found.push(bill);
    return found;
  });

/** All allocations of the firm's project. */
export const allocationsOf = (firm: Firm) =>
  firm.asSystem(async () => {
    const found = [];
    for await (const one of Allocation.all("gsi1", [firm.projectId, "allocation"])) found.push(one);
    return found;
  });

/** The messages queued about a bill. */
export const messagesAbout = (firm: Firm, billId: string) =>
  firm.asSystem(async () => (await Message.query("gsi1", ["message", billId])).items);
