import * as z from "zod";
import { actorRef } from "../actor";
import { useActor } from "../context";
import { badRequest } from "../error";
import type { Work } from "../table/work";
import { act as actOnTicket } from "../ticket/act";
import { openFile, rewriteFile } from "../ticket/file";
import { needPhotos } from "../ticket/photos";
import { note, photos } from "../ticket/ticket.entity";
import { qualityTime } from "../ticket/times";
import { verb } from "../verb";
import { act, type Doing, nextStage, openCase } from "./act";
import { type CaseItem, cause, severity } from "./case.entity";
import { concealPhotos } from "./confidential";
import { moveSign } from "./signs";
import type { Action } from "./states";
import { tellProposed, tellRaised } from "./tell";
import { caseInput, caseView, viewOf } from "./view";

const plain = z.strictObject({ ...caseInput, note: note.optional() });
const said = z.strictObject({ ...caseInput, note });
const proven = said.extend({ photos: photos.default([]) });

const mostHands = 50;
const me = () => actorRef(useActor());
const withMe = ({ handlers }: CaseItem) => ({
  handlers: [...new Set([...handlers, me()])].slice(-mostHands),
});

async function actOn(work: Work, ticketId: string, action: Action, doing: Doing): Promise<CaseItem> {
  const file = await openCase(ticketId);
  if (doing.photos) await needPhotos(file.ticket.projectId, doing.photos);
  await concealPhotos(work, file.one, doing.photos);
  return act(work, file, action, doing);
}

/** Notes what was found out about a complaint, with what proves it; whoever begins so has taken a new one on. */
export const investigateComplaint = verb({
  name: "complaint.investigate",
  may: "ticket.dispatch",
  input: proven,
  output: caseView,
  run: async ({ ticketId, ...doing }, work) => {
    const file = await openCase(ticketId);
    await needPhotos(file.ticket.projectId, doing.photos);
    await concealPhotos(work, file.one, doing.photos);
    if (file.ticket.state === "registered") await actOnTicket(work, ticketId, "accept", {});
    const changes = (one: CaseItem) => ({ ...withMe(one), findings: one.findings + 1 });
    return viewOf(act(work, file, "investigate", { ...doing, changes }));
  },
});

/** Proposes how a complaint is to be answered, and tells those who may decide on it. */
export const proposeAnswer = verb({
  name: "complaint.propose",
  may: "ticket.dispatch",
  input: said,
  output: caseView,
  run: async ({ ticketId, ...doing }, work) => {
    const one = await actOn(work, ticketId, "propose", { ...doing, changes: () => ({ proposedBy: me() }) });
    await tellProposed(work, one);
    return viewOf(one);
  },
});

const decided = ({ stage, decidedFirst }: CaseItem) =>
  stage === 1 ? { decidedFirst: [...new Set([...decidedFirst, me()])] } : {};

/** Approves what was proposed by somebody else. */
export const approveAnswer = verb({
  name: "complaint.approve",
  may: "complaint.decide",
  input: plain,
  output: caseView,
  run: async ({ ticketId, ...doing }, work) =>
    viewOf(await actOn(work, ticketId, "approve", { ...doing, changes: decided })),
});

/** Gives back what was proposed by somebody else, and says why: it is investigated on. */
export const giveBackAnswer = verb({
  name: "complaint.giveBack",
  may: "complaint.decide",
  input: said,
  output: caseView,
  run: async ({ ticketId, ...doing }, work) =>
    viewOf(await actOn(work, ticketId, "giveBack", { ...doing, changes: decided })),
});

/** Reports that what was approved has been done. */
export const carryOutAnswer = verb({
  name: "complaint.carryOut",
  may: "ticket.dispatch",
  input: proven,
  output: caseView,
  run: async ({ ticketId, ...doing }, work) =>
    viewOf(await actOn(work, ticketId, "carryOut", { ...doing, changes: withMe })),
});

/**
 * Hands what a project cannot solve to the firm's quality department, which has it investigated and decides anew,
 * within a clock of its own.
 */
export const escalateComplaint = verb({
  name: "complaint.escalate",
  may: "ticket.dispatch",
  input: said,
  output: caseView,
  run: async ({ ticketId, ...doing }, work) => {
    const one = await actOn(work, ticketId, "escalate", { ...doing, changes: nextStage });
    const file = await openFile(ticketId);
    await rewriteFile(work, file, qualityTime(file.ticket, work.now, file.timing));
    await tellRaised(work, one);
    return viewOf(one);
  },
});

/** Says how severe a complaint is, and what brought it about: by its cause it is held against others. */
export const gradeComplaint = verb({
  name: "complaint.grade",
  may: "ticket.dispatch",
  input: z.strictObject({ ...caseInput, severity: severity.optional(), cause: cause.optional() }),
  output: caseView,
  run: async ({ ticketId, rev, ...given }, work) => {
    const file = await openCase(ticketId);
    if (!given.severity && !given.cause) throw badRequest("Say how severe it is, or its cause", "severity");
    const by = given.cause ?? file.one.cause;
    const signs = await moveSign(work, file.one, { ...file.one, cause: by });
    const changes = () => ({
      severity: given.severity ?? file.one.severity,
      cause: by,
      ...signs,
    });
    return viewOf(act(work, file, "grade", { rev, changes }));
  },
});
