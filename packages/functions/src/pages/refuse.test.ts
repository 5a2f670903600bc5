import { withActor } from "@frontdesk/core/context";
import { House, houseIdOf } from "@frontdesk/core/house/house.entity";
import { createLink, newToken } from "@frontdesk/core/link/link";
import { freshPhone, mintDesk, mintOwner } from "@frontdesk/core/report/report.testing";
import { followResidents, residencyOf } from "@frontdesk/core/resident/index";
import { refuseMessages } from "@frontdesk/core/resident/refuse";
import { Residency, Resident } from "@frontdesk/core/resident/resident.entity";
import { Work } from "@frontdesk/core/table/work";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "./survey.testing";

let desk: Awaited<ReturnType<typeof mintDesk>>;
beforeAll(async () => {
  desk = await mintDesk("安居物业");
});

const app = testApp();
const post = (path: string, body: URLSearchParams | FormData) => app.request(path, { method: "POST", body });
const wish = (path: string, what: string) => post(path, new URLSearchParams({ wish: what }));
let houses = 0;

/** A resident of two houses with a link of theirs to refuse messages. */
async function resident() {
  const codes = [`7-1-${++houses}`, `7-1-${++houses}`];
  const { residentId, houseIds } = await mintOwner(desk, freshPhone(), codes);
  const work = new Work(desk.tenantId);
  const token = createLink(work, { kind: "refuse", subjectId: residentId });
  await work.commit();
  const refused = () =>
    desk.asSystem(async () => {
      const ties = await Residency.batch(houseIds.map((houseId) => ({ houseId, residentId, as: "owner" })));
      const { refuses } = await Resident.need({ residentId });
      return [refuses, ...ties.map((tie) => tie.refuses)].map((one) => [...one].sort().join());
    });
  return { path: `/u/${token}`, token, residentId, refused };
}
const all = ["mail,sms", "mail,sms", "mail,sms"];
const none = ["", "", ""];

describe("the link to refuse messages", () => {
  it("changes nothing by being opened, as mail scanners do", async () => {
    const { path, refused } = await resident();
    const answer = await app.request(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("退订后，您不会再收到");
    await app.request(path, { method: "HEAD" });
    expect(await refused()).toEqual(none);
  });

  it("refuses for the person and all their houses by a tap, and takes it back by another", async () => {
    const { path, refused } = await resident();
    const answer = await wish(`${path}?lang=en`, "refuse");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}?lang=en`]);
    expect(await refused()).toEqual(all);
    expect(await (await app.request(`${path}?lang=en`)).text()).toContain("You are unsubscribed");
    const back = await wish(path, "take");
    expect(await refused()).toEqual(none);
    expect(await (await app.request(back.headers.get("location") ?? "")).text()).toContain("已经恢复");
  });

  it("takes a mailbox provider's one click in either kind of form, without a redirect (RFC 8058)", async () => {
    const form = new FormData();
    form.append("List-Unsubscribe", "One-Click");
    for (const body of [new URLSearchParams("List-Unsubscribe=One-Click"), form]) {
      const { path, refused } = await resident();
      const answer = await post(path, body);
      expect([answer.status, answer.redirected, answer.headers.get("set-cookie")]).toEqual([
        200,
        false,
        null,
      ]);
      expect(await refused()).toEqual(all);
      expect((await post(path, body)).status).toBe(200);
      expect(await refused()).toEqual(all);
    }
  });

  it("refuses once however often it is asked at once, and writes nothing more", async () => {
    const { path, residentId, refused } = await resident();
    const answers = await Promise.all(Array.from({ length: 10 }, () => wish(path, "refuse")));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
    expect(await refused()).toEqual(all);
    expect((await desk.asSystem(() => Resident.need({ residentId }))).rev).toBe(2);
  });

  it.each([["wish=everything"], [""], ["List-Unsubscribe=Two-Clicks"]])(
    "does nothing for %j",
    async (body) => {
      const { path, refused } = await resident();
      const answer = await post(path, new URLSearchParams(body));
      expect(answer.status).toBe(400);
      expect(await refused()).toEqual(none);
    },
  );

  it("takes no large form", async () => {
    const { path, refused } = await resident();
    const large = new URLSearchParams({ wish: "refuse", x: "x".repeat(20_000) });
    expect((await post(path, large)).status).toBe(413);
    expect(await refused()).toEqual(none);
  });

  it("is unknown when altered, of another kind, or of nobody", async () => {
    const { token, refused } = await resident();
    const altered = (token.startsWith("a") ? "b" : "a") + token.slice(1);
    const work = new Work(desk.tenantId);
    const nobody = createLink(work, { kind: "refuse", subjectId: "res_00000000000000000000000000" });
    const other = createLink(work, { kind: "survey", subjectId: "siv_00000000000000000000000000" });
    await work.commit();
    for (const one of [altered, nobody, other, newToken(), "x", ""]) {
      expect((await app.request(`/u/${one}`)).status).toBe(404);
      expect((await wish(`/u/${one}`, "refuse")).status).toBe(404);
    }
    expect(await refused()).toEqual(none);
  });

  it("reaches the ties of somebody with more houses than one transaction holds", async () => {
    const { residentId } = await resident();
    const { tenantId, projectId } = desk;
    const owner = await desk.asSystem(() => Resident.need({ residentId }));
    const added: { houseId: string; houseCode: string; as: "owner" }[] = [];
    for (let start = 0; start < 120; start += 40) {
      const work = new Work(tenantId);
      for (let room = start; room < start + 40; room++) {
        const code = `9-1-${room + 1}`;
        const houseId = houseIdOf(projectId, code);
        const place = { houseId, projectId, code, building: "9", unit: "1", room: String(room + 1) };
        const house = work.create(House, { ...place, areaHundredths: 5_000, createdAt: owner.createdAt });
        work.create(Residency, residencyOf(owner, house, "owner"));
        added.push({ houseId, houseCode: code, as: "owner" });
      }
      await work.commit();
    }
    const work = new Work(tenantId);
    work.patch(Resident, owner, { homes: [...owner.homes, ...added] });
    await work.commit();
    await withActor({ type: "resident", tenantId, subjectId: residentId }, () =>
      refuseMessages({ refuse: true }),
    );
    await followResidents();
    const ties = await desk.asSystem(() => Residency.batch(added.map((home) => ({ ...home, residentId }))));
    expect(ties.filter(({ refuses }) => refuses.length === 2)).toHaveLength(120);
  });
});
