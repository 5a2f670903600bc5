import * as z from "zod";
import { Callback, dueCallback } from "../callback/callback.entity";
import { wantsCallback } from "../callback/policy";
import { badRequest } from "../error";
import { tenantProfile } from "../tenant/profile";
import type { Locale } from "../tenant/tenant.entity";
import { act as actOnTicket } from "../ticket/act";
import type { TicketItem } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { act, openCase } from "./act";
import { accountabilitySchema } from "./case.entity";
import { asTicket } from "./follow";
import { answerSchema, answerWays } from "./step.entity";
import { tellAnswer } from "./tell";
import { caseInput, caseView, viewOf } from "./view";

type Answer = z.output<typeof answerSchema>;

const composed: Record<Locale, (answer: Answer) => string> = {
  "zh-CN": ({ found, done, improved }) =>
    `给您添麻烦了，非常抱歉。\n查明的情况：${found}\n已经做的：${done}\n今后的改进：${improved}`,
  en: ({ found, done, improved }) =>
    `We are sorry for the trouble.\nWhat we found: ${found}\nWhat we did: ${done}\nWhat will be better: ${improved}`,
};

/** What a resident is told of their complaint: what was found, done and will be better, with an apology. */
export const composeAnswer = (locale: Locale, answer: Answer): string => composed[locale](answer);

/**
 * Tells the resident the answer: noted where it was said by phone, else sent by SMS or mail. With it the ticket is done,
 * and a callback due, whatever the firm's policy is for other kinds; only where nobody can be asked there is none.
 */
export const answerComplaint = verb({
  name: "complaint.answer",
  may: "ticket.dispatch",
  input: z.strictObject({ ...caseInput, ...answerSchema.shape, way: z.enum(answerWays) }),
  output: caseView,
  run: async ({ ticketId, rev, way, ...answer }, work) => {
    const file = await openCase(ticketId);
    needWay(file.ticket, way);
    const { callbackHours } = await tenantProfile();
    const note = composeAnswer(file.ticket.reporter.locale, answer);
    const hands = [...file.one.handlers, ...(file.ticket.assigneeId ? [file.ticket.assigneeId] : [])];
    const { completions } = file.ticket;
    const callbackWanted = wantsCallback({ ...file.ticket, completion: completions.length + 1 });
    const done = { note, hands, callbackHours, callbackWanted };
    const { ticket } = await actOnTicket(work, ticketId, "answer", done);
    const due = dueCallback(ticket);
    if (due) work.create(Callback, due, "race");
    await tellAnswer(work, ticket, answer, way);
    const one = act(work, file, "answer", { rev, answer, way });
    // Nobody is there to be asked.
    return viewOf(callbackWanted ? one : act(work, { ...file, one }, "satisfied", {}, asTicket));
  },
});

function needWay({ reporter: { phone, email } }: TicketItem, way: (typeof answerWays)[number]) {
  if (way === "sms" && !phone) throw badRequest("There is no phone number to write to", "way");
  if (way === "mail" && !email) throw badRequest("There is no e-mail address to write to", "way");
}

/** Names who answers for a complaint whose resident is satisfied. With it complaint and ticket are closed. */
export const accountForComplaint = verb({
  name: "complaint.account",
  may: "complaint.decide",
  input: z.strictObject({ ...caseInput, ...accountabilitySchema.shape }),
  output: caseView,
  run: async ({ ticketId, rev, ...accountability }, work) => {
    const file = await openCase(ticketId);
    if (file.one.state === "satisfied") await actOnTicket(work, ticketId, "close", {});
    const { cause } = accountability;
    const changes = () => ({ accountability, cause, closedAt: work.now });
    return viewOf(act(work, file, "account", { rev, changes }));
  },
});
