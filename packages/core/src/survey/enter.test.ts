import { describe, expect, it } from "vitest";
import { withActor } from "../context";
import { newId } from "../id";
import { ownDatabase } from "../testing/own-database";
import { mintTenant } from "../testing/tenant";
import { closeCampaign, enterAnswer, getCampaign, getHousehold } from "./index";
import { at, enter, give, opened, responsesOf } from "./open.testing";
import { answered, foldProject, ordinary } from "./survey.testing";

ownDatabase();

describe("an answer entered by a member", () => {
  it("counts as the last of its household; earlier ones stay and count no more", async () => {
    const { firm, houses, campaignId, invitations } = await opened([ordinary]);
    const [houseId = ""] = houses;
    const [{ invitationId = "" } = {}] = invitations;
    await give(firm, invitationId, answered(1), "太吵");
    const first = await enter(firm, { campaignId, houseId, channel: "phone", value: 2, comment: "还行" });
    expect(first).toMatchObject({ houseId, answeredBy: "phone", replaced: "link" });
    const second = await enter(firm, { campaignId, houseId, channel: "paper", value: 5 });
    expect(second.replaced).toBe("phone");
    const kept = (await responsesOf(firm, invitationId)).sort(
      (a, b) => Number(a.answers.overall) - Number(b.answers.overall),
    );
    expect(kept).toMatchObject([
      { channel: "link", superseded: true },
      { channel: "phone", superseded: true, enteredBy: expect.stringMatching(/^mem_/) },
      { channel: "paper", superseded: false },
    ]);
    await foldProject(firm);
    const result = await firm.as("headquarters", () => getCampaign({ campaignId }));
    expect(result.projects[0]?.households).toMatchObject({ invited: 1, answered: 1 });
  });

  it("does not use up the link: what the household says itself afterwards counts, once", async () => {
    const { firm, houses, campaignId, invitations } = await opened([ordinary]);
    const [houseId = ""] = houses;
    const [{ invitationId = "" } = {}] = invitations;
    await enter(firm, { campaignId, houseId, channel: "interview", value: 5 });
    await give(firm, invitationId, answered(2));
    await expect(give(firm, invitationId, answered(1))).rejects.toMatchObject({ code: "conflict" });
    const kept = await responsesOf(firm, invitationId);
    expect(kept.filter(({ superseded }) => !superseded)).toMatchObject([
      { channel: "link", answers: answered(2) },
    ]);
  });

  it("leaves one that counts when many are entered and the link is used at once", async () => {
    const { firm, houses, campaignId, invitations } = await opened([ordinary]);
    const [houseId = ""] = houses;
    const [{ invitationId = "" } = {}] = invitations;
    await Promise.allSettled([
      ...[1, 2, 3].map((value) =>
        enter(firm, { campaignId, houseId, channel: "phone", value, comment: "好" }),
      ),
      give(firm, invitationId, answered(5)),
    ]);
    const kept = await responsesOf(firm, invitationId);
    expect(kept).toHaveLength(4);
    expect(kept.filter(({ superseded }) => !superseded)).toHaveLength(1);
  });

  it("is for who serves residents, in their projects, while the campaign is open", async () => {
    const { firm, houses, campaignId } = await opened([ordinary]);
    const [houseId = ""] = houses;
    const input = { campaignId, houseId, channel: "phone", answers: answered(4) } as const;
    await expect(firm.as("technician", () => enterAnswer(input))).rejects.toMatchObject({
      code: "forbidden",
    });
    const elsewhere = firm.member("area_manager", [newId("project")]);
    await expect(withActor(elsewhere, () => enterAnswer(input))).rejects.toMatchObject({ code: "not_found" });
    const other = await mintTenant();
    await expect(other.as("front_desk", () => enterAnswer(input))).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      firm.as("front_desk", () => enterAnswer({ ...input, channel: "link" as "phone" })),
    ).rejects.toMatchObject({ code: "bad_request", field: "channel" });
    const household = () => at(() => firm.as("area_manager", () => getHousehold({ campaignId, houseId })));
    expect((await household()).answeredBy).toBeUndefined();
    await at(() => firm.as("area_manager", () => enterAnswer(input)));
    expect((await household()).answeredBy).toBe("phone");
    await firm.as("headquarters", () => closeCampaign({ campaignId }));
    await expect(at(() => firm.as("front_desk", () => enterAnswer(input)))).rejects.toMatchObject({
      code: "gone",
    });
  });
});
