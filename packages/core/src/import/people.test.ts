import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { houseIdOf } from "../house/house.entity";
import { peopleOf } from "../house/index";
import { addResident, endResidency } from "../resident/index";
import { receiversOf } from "../survey/receiver";
import { mintTenant } from "../testing/tenant";
import { bookOf, type Firm, stored, takeIn, useFiles } from "./import.testing";

beforeAll(useFiles);
let firm: Firm;
beforeEach(async () => {
  firm = await mintTenant();
});

/** A row: room, area, owner, phone, and the rest of the usual headings. */
const row = (room: number, area: number, name = "", phone = "", email = "", care = "") => [
  ...["1", "1", room, area, name || null, phone || null, email || null, care || null],
];
type Row = ReturnType<typeof row>;
const take = async (...rows: Row[]) => {
  const view = await takeIn(firm, "houses", await bookOf({ 翠湖花园: rows }));
  return view.results[0];
};
const there = async () => {
  const [project] = await stored(firm);
  if (!project) throw new Error("no project");
  return project;
};
const rooms = (homes: readonly { houseCode: string }[]) =>
  homes.map(({ houseCode }) => Number(houseCode.slice(4)));
const people = async () =>
  (await there()).residents.map(({ name, phone, homes }) => [name, phone?.slice(3), rooms(homes)]);
const again = async (...rows: Row[]) => {
  const before = await stored(firm);
  const result = await take(...rows);
  expect(await stored(firm)).toEqual(before);
  expect(result).toMatchObject({ houses: { created: 0, updated: 0 }, people: { created: 0, updated: 0 } });
};
const p1 = "13900000001";
const p2 = "13900000002";

describe("people of an import", () => {
  it("are one person with several houses when name and phone are the same", async () => {
    const rows = [row(101, 90, "张伟", p1), row(102, 80, "张伟", p1), row(103, 80, "张伟", p2)];
    const result = await take(...rows);
    expect(result?.people).toEqual({ created: 2, updated: 0, unchanged: 0 });
    expect(await people()).toEqual(
      expect.arrayContaining([
        ["张伟", p1, [101, 102]],
        ["张伟", p2, [103]],
      ]),
    );
    await again(...rows);
  });

  it("without a phone are somebody of their own in each house", async () => {
    const rows = [row(101, 90, "张伟"), row(102, 80, "张伟")];
    expect((await take(...rows))?.people?.created).toBe(2);
    await again(...rows);
  });

  it("keep who they are when their number changes, in every house of theirs", async () => {
    await take(row(101, 90, "张伟", p1), row(102, 80, "张伟", p1));
    const [before] = (await there()).residents;
    const result = await take(row(101, 90, "张伟", p2));
    expect(result?.people).toEqual({ created: 0, updated: 1, unchanged: 0 });
    const { residents, ties } = await there();
    expect(residents).toEqual([{ ...before, phone: `+86${p2}`, rev: (before?.rev ?? 0) + 1 }]);
    expect(ties.map(({ phone }) => phone)).toEqual([`+86${p2}`, `+86${p2}`]);
    await again(row(101, 90, "张伟", p2));
    await again(row(101, 90, "张伟", p2), row(102, 80, "张伟", p2));
  });

  it("get a number when they had none", async () => {
    await take(row(101, 90, "张伟"));
    expect((await take(row(101, 90, "张伟", p1)))?.people).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(await people()).toEqual([["张伟", p1, [101]]]);
    await again(row(101, 90, "张伟", p1));
    await again(row(101, 90, "张伟"));
  });

  it("are somebody else when the file still states the old number", async () => {
    await take(row(101, 90, "张伟", p1), row(102, 80, "张伟", p1));
    const rows = [row(101, 90, "张伟", p2), row(102, 80, "张伟", p1)];
    expect((await take(...rows))?.people).toEqual({ created: 1, updated: 0, unchanged: 1 });
    expect(await people()).toEqual(
      expect.arrayContaining([
        ["张伟", p1, [101, 102]],
        ["张伟", p2, [101]],
      ]),
    );
    await again(...rows);
  });

  it("have the first e-mail and note the file gives them, in every house", async () => {
    const rows = [
      row(101, 90, "张伟", p1),
      row(102, 80, "张伟", p1, "a@example.com", "独居老人"),
      row(103, 80, "张伟", p1, "b@example.com"),
    ];
    await take(...rows);
    const { residents, ties } = await there();
    expect(residents).toMatchObject([{ email: "a@example.com", keyCare: "独居老人" }]);
    expect(ties).toHaveLength(3);
    for (const tie of ties) expect(tie).toMatchObject({ email: "a@example.com", keyCare: "独居老人" });
    await again(...rows);
    await again(row(101, 90, "张伟", p1));
  });

  it("are not doubled when the front desk had entered them by hand", async () => {
    await take(row(101, 90));
    const houseId = houseIdOf(firm.projectId, "1-1-101");
    await firm.as("front_desk", () => addResident({ houseId, as: "owner", name: "张伟", phone: `+86${p1}` }));
    await again(row(101, 90, "张伟", p1));
    expect(await people()).toEqual([["张伟", p1, [101]]]);
  });

  it("stand in the order of the list, whoever was entered by hand behind them; the first owner speaks for the house", async () => {
    const numbers = Array.from({ length: 12 }, (_, i) => 101 + i);
    // Others in each house: in which order their ids come is by chance.
    const rows = numbers.map((room) => row(room, 90, "张伟、李娜", `13900001${room}、13900002${room}`));
    await take(...rows);
    const houses = numbers.map((room) => houseIdOf(firm.projectId, `1-1-${room}`));
    const [houseId = ""] = houses;
    const third = { houseId, as: "owner" as const, name: "王芳", phone: "+8613900000003" };
    await firm.as("front_desk", () => addResident(third));
    await firm.asSystem(async () => {
      for (const one of houses)
        expect((await peopleOf(one)).map(({ name }) => name).slice(0, 2)).toEqual(["张伟", "李娜"]);
      expect((await peopleOf(houseId)).at(-1)?.name).toBe("王芳");
      const speakers = await receiversOf(houses, "2026-11-28");
      expect([...speakers.values()].map(({ name }) => name)).toEqual(houses.map(() => "张伟"));
    });
    await again(...rows);
  });

  it("stay moved out", async () => {
    await take(row(101, 90, "张伟", p1));
    const [one] = (await there()).residents;
    const tie = { houseId: houseIdOf(firm.projectId, "1-1-101"), residentId: one?.residentId ?? "" };
    await firm.as("front_desk", () => endResidency({ ...tie, as: "owner", to: "2026-01-31" }));
    await again(row(101, 90, "张伟", p1));
    expect(await people()).toEqual([]);
  });

  it("are never removed", async () => {
    await take(row(101, 90, "张伟", p1), row(102, 80, "李娜", p2));
    expect((await take(row(101, 90, "王芳", p2)))?.people?.created).toBe(1);
    expect((await people()).map(([name]) => name).sort()).toEqual(["张伟", "李娜", "王芳"]);
    expect((await there()).houses).toHaveLength(2);
  });
});

describe("houses of an import", () => {
  const headings = ["房号", "建筑面积", "交房日期", "房屋状态", "业主姓名", "业主电话"];
  const takeWith = async (...rows: (string | number | null)[][]) =>
    (await takeIn(firm, "houses", await bookOf({ 翠湖花园: rows }, headings))).results[0];

  it("change where the file differs, and keep what it does not state", async () => {
    await takeWith(
      ["1-1-101", 90, "2019-03-01", "未售", null, null],
      ["1-1-102", 80, "2020-01-01", "空置", null, null],
    );
    const result = await takeWith(
      ["1-1-101", 91.5, null, null, null, null],
      ["1-1-102", 80, null, "装修", null, null],
    );
    expect(result).toMatchObject({
      houses: { created: 0, updated: 1, unchanged: 1 },
      areaHundredths: { created: 0, updated: 9150, unchanged: 8000 },
    });
    expect((await there()).houses).toMatchObject([
      { areaHundredths: 9150, handoverDate: "2019-03-01", occupancy: "unsold", rev: 2 },
      { areaHundredths: 8000, handoverDate: "2020-01-01", occupancy: "vacant", rev: 1 },
    ]);
  });

  it("carry in a note what there is no field for, unless they have one", async () => {
    await takeWith(
      ["1-1-101", 90, null, null, "张伟", "0571-88886666转801"],
      ["1-1-102", 80, null, null, "李娜", `${p1} ${p2}`],
    );
    expect((await there()).houses.map(({ note }) => note)).toEqual(["张伟 057188886666-801", `李娜 ${p2}`]);
    expect((await there()).residents.map(({ phone }) => phone).sort()).toEqual([
      `+86${p1}`,
      "+8657188886666",
    ]);
  });

  it("keep what the row with their number says, where another of their homes says otherwise without it", async () => {
    const rows = [row(101, 90, "张伟", p1, "", "独居"), row(103, 80, "张伟", "", "", "患病")];
    await take(row(103, 80, "张伟", p1));
    await take(...rows);
    expect((await there()).residents.map(({ keyCare }) => keyCare)).toEqual(["独居"]);
    await again(...rows);
  });

  it("tie somebody who owns and lives there twice, as one person", async () => {
    const owning = [...headings, "租户姓名", "租户电话"];
    const file = await bookOf({ 翠湖花园: [["1-1-101", 90, null, null, "张伟", p1, "张伟", p1]] }, owning);
    const { results } = await takeIn(firm, "houses", file);
    expect(results[0]?.people).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect((await there()).ties.map(({ as }) => as).sort()).toEqual(["occupant", "owner"]);
    const before = await stored(firm);
    await takeIn(firm, "houses", file);
    expect(await stored(firm)).toEqual(before);
  });
});

type RowOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

describe("any file", () => {
  const one = fc.record({
    room: fc.integer({ min: 101, max: 104 }),
    area: fc.constantFrom(80, 90),
    people: fc.array(fc.tuple(fc.constantFrom("张伟", "李娜"), fc.constantFrom(p1, p2, "13900000003")), {
      maxLength: 2,
    }),
    phoneless: fc.boolean(),
    email: fc.constantFrom("", "a@example.com", "b@example.com"),
    care: fc.constantFrom("", "独居", "患病"),
  });
  const toRow = ({ room, area, people, phoneless, email, care }: RowOf<typeof one>) =>
    row(
      room,
      area,
      people.map(([name]) => name).join("、"),
      phoneless ? "" : people.map(([, phone]) => phone).join("、"),
      people.length > 0 ? email : "",
      care,
    );

  it("changes nothing when it comes twice in a row, whatever came before", async () => {
    const file = fc.array(one, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(file, file, async (first, second) => {
        firm = await mintTenant();
        await take(...first.map(toRow));
        await take(...second.map(toRow));
        await again(...second.map(toRow));
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
