import { describe, expect, it } from "vitest";
import { newId } from "../id";
import { ownDatabase } from "../testing/own-database";
import { mintTenant } from "../testing/tenant";
import { answerSurvey, closeCampaign, openSurvey } from "./index";
import { at, give, opened, responsesOf } from "./open.testing";
import type { Answers } from "./questionnaire";
import { answered, asHousehold, ordinary } from "./survey.testing";

ownDatabase();

describe("a household's link", () => {
  it("takes one answer of twenty given at once, and tells the others so", async () => {
    const { firm, invitations } = await opened([ordinary]);
    const [{ invitationId = "" } = {}] = invitations;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => give(firm, invitationId, answered((i % 5) + 1), `c${i}`)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    expect(await responsesOf(firm, invitationId)).toHaveLength(1);
    expect((await at(() => asHousehold(firm, invitationId, () => openSurvey({})))).state).toBe("answered");
  });

  it("changes nothing when it is used again, closed, or not open yet", async () => {
    const { firm, invitations, campaignId } = await opened([ordinary, ordinary]);
    const [one, two] = invitations.map(({ invitationId }) => invitationId);
    await give(firm, one ?? "", answered(5));
    await expect(give(firm, one ?? "", answered(1))).rejects.toMatchObject({ code: "conflict" });
    expect(await responsesOf(firm, one ?? "")).toMatchObject([{ answers: answered(5), channel: "link" }]);
    await firm.as("headquarters", () => closeCampaign({ campaignId }));
    await expect(give(firm, two ?? "", answered(1))).rejects.toMatchObject({ code: "gone" });
    await expect(give(firm, newId("surveyInvitation"), answered(1))).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await responsesOf(firm, two ?? "")).toEqual([]);
  });

  it("wants every question answered from 1 to 5 or as not applicable, and a short comment", async () => {
    const { firm, invitations } = await opened([ordinary]);
    const [{ invitationId = "" } = {}] = invitations;
    const { overall, ...rest } = answered(3);
    const wrong: [unknown, string][] = [
      [{ answers: { ...rest, overall: 6 } }, "answers.overall"],
      [{ answers: { ...rest, overall: 0 } }, "answers.overall"],
      [{ answers: { ...rest, overall: 4.5 } }, "answers.overall"],
      [{ answers: { ...rest, overall: "4" } }, "answers.overall"],
      [{ answers: rest }, "answers.overall"],
      [{ answers: { ...rest, overall, extra: 1 } }, "answers.extra"],
      [{ answers: answered(3), comment: "长".repeat(1_001) }, "comment"],
    ];
    for (const [input, field] of wrong)
      await expect(
        at(() => asHousehold(firm, invitationId, () => answerSurvey(input as { answers: Answers }))),
      ).rejects.toMatchObject({ code: "bad_request", field });
    expect(await responsesOf(firm, invitationId)).toEqual([]);
    const comment = `${"长".repeat(499)}\r\n${"长".repeat(500)}`;
    await give(firm, invitationId, answered(null), comment);
    expect(await responsesOf(firm, invitationId)).toMatchObject([{ comment: comment.replace("\r", "") }]);
  });

  it("is nobody else's: a member may not use it, another firm's resident finds nothing", async () => {
    const { firm, invitations } = await opened([ordinary]);
    const other = await mintTenant();
    const [{ invitationId = "" } = {}] = invitations;
    const answers = answered(5);
    await expect(firm.as("headquarters", () => answerSurvey({ answers }))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(give(other, invitationId, answers)).rejects.toMatchObject({ code: "not_found" });
  });
});
