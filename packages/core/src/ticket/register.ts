import * as z from "zod";
import { actorRef } from "../actor";
import { needCategory } from "../category/current";
import { dateOf } from "../clock";
import { type Timing, timingOf } from "../clocks/timing";
import { complaintInput, registerCase } from "../complaint/register";
import { useTenantActor } from "../context";
import { badRequest } from "../error";
import { idOf, newId } from "../id";
import { needReach } from "../member/scope";
import { needProject } from "../project/reach";
import { nextNumber } from "../table/number";
import type { Work } from "../table/work";
import { type TenantProfile, tenantProfile } from "../tenant/profile";
import { verb } from "../verb";
import { setClock } from "./clock.entity";
import { startFile } from "./file";
import { type Person, whoAndWhere } from "./household";
import { categoryCode, numberPrefixes, ticketChannels, ticketKind, urgency, urgencyOf } from "./kind";
import { needPhotos } from "./photos";
import { markRepeated, repeatedBy } from "./repeat";
import { routed, routedFields, routedStep, writeRouted } from "./routed";
import { addStep } from "./step.entity";
import { firstLink, tellRegistered } from "./tell";
import { photos, reference, reporterSchema, Ticket, type TicketItem, words } from "./ticket.entity";
import { firstTimes } from "./times";
import { ticketView } from "./view";

/** What is asked of whoever registers a ticket. A resident's particulars are filled in where they are left out. */
export const registrationSchema = z.strictObject({
  projectId: idOf("project"),
  houseId: idOf("house").optional(),
  reporter: reporterSchema.partial().default({}),
  kind: ticketKind,
  category: categoryCode,
  urgency: urgency.optional(),
  channel: z.enum(ticketChannels),
  reference: reference.optional(),
  words,
  photos: photos.default([]),
  /** Of a complaint alone. */
  complaint: complaintInput.optional(),
});
export type Registration = z.output<typeof registrationSchema>;

/** Takes in a ticket; every member may, in their projects. */
export const registerTicket = verb({
  name: "ticket.register",
  may: "ticket.register",
  input: registrationSchema,
  output: ticketView,
  run: (input, work) => registerTicketFor(work, input),
});

/**
 * Adds a new ticket to the work: the ticket, given out where a rule says so, the first step of its history, its number
 * and the message to the resident, after one round of reading. For members, and for residents who report by themselves: then the caller
 * has made sure of project and phone. Throws `not_found` for a foreign project, house, resident or photo.
 */
export async function registerTicketFor(work: Work, input: Registration): Promise<TicketItem> {
  needReach(input.projectId);
  const { urgent } = await needCategory(input.kind, input.category);
  const usual = urgent ? ("urgent" as const) : undefined;
  if (input.urgency === "large" && input.kind !== "repair")
    throw badRequest("Only repairs are large", "urgency");
  if (input.complaint && input.kind !== "complaint")
    throw badRequest("This is said of complaints alone", "complaint");
  const ticketId = newId("ticket", Date.parse(work.now));
  const [profile, { house, person, repaired }] = await Promise.all([
    tenantProfile(),
    whoAndWhere(input),
    needProject(input.projectId),
    needPhotos(input.projectId, input.photos),
  ]);
  const timing = await timingOf(input.projectId);
  const earlier = await repeatedBy({ ...input, ticketId, createdAt: work.now }, repaired);
  const number = await numberOf(work, input, profile);
  const reporter = reporterOf(input, person, profile);
  const fields = {
    ...born({ ...input, reporter, urgency: input.urgency ?? usual }, work.now, timing),
    ticketId,
    number,
    houseCode: house?.code,
    reporter,
    repeatOf: earlier.map((one) => one.ticketId),
    registeredBy: actorRef(useTenantActor()),
    registeredByName: registrarName() ?? input.reporter.name ?? person?.name ?? "—",
  };
  const rule = await routed(fields);
  // Nobody is given a complaint about themselves.
  const given = concerns(input, rule?.order?.assigneeId) ? undefined : rule;
  startFile(ticketId);
  const link = firstLink(work, fields);
  const ticket = work.create(Ticket, { ...fields, ...routedFields(given), link }, "race");
  addStep(work, { ...firstStep(ticket), ...routedStep(given) });
  await writeRouted(work, ticket, given);
  setClock(work, ticket);
  markRepeated(work, earlier, ticketId);
  tellRegistered(work, profile, ticket);
  if (ticket.kind === "complaint") await registerCase(work, ticket, input.complaint);
  work.about(ticketId, ticket.projectId, number);
  return ticket;
}

const concerns = ({ complaint }: Registration, memberId: string | undefined) =>
  memberId !== undefined && (complaint?.about ?? []).includes(memberId);

/** The part of a new ticket that follows from what was said and when. */
export const born = (input: Registration, at: string, timing: Timing) => {
  const { projectId, houseId, kind, channel, photos: attached } = input;
  const urgent = urgencyOf(kind, input.urgency);
  return {
    projectId,
    houseId,
    kind,
    category: input.category,
    urgency: urgent,
    channel,
    reference: input.reference,
    words: input.words,
    photos: attached,
    state: "registered" as const,
    createdAt: at,
    ...firstTimes({ ...input, urgency: urgent }, at, timing),
    steps: 1,
  };
};

const firstStep = ({
  ticketId,
  projectId,
  createdAt,
  registeredBy,
  registeredByName,
  photos: seen,
  state,
}: TicketItem) => ({
  ticketId,
  projectId,
  step: 1,
  action: "register" as const,
  at: createdAt,
  by: registeredBy,
  byName: registeredByName,
  to: state,
  photos: seen,
});

function registrarName() {
  const actor = useTenantActor();
  return actor.type === "member" ? actor.name : undefined;
}

async function numberOf(work: Work, { kind, projectId }: Registration, { zone }: TenantProfile) {
  const day = dateOf(work.now, zone).replaceAll("-", "");
  const count = await nextNumber(work, `ticket#${projectId}#${day}`);
  return `${numberPrefixes[kind]}${day}-${String(count).padStart(4, "0")}`;
}

/** As said now, else as known of the resident; a member who saw it themselves stands in where nobody is named. */
function reporterOf({ reporter }: Registration, person: Person | undefined, profile: TenantProfile) {
  const phone = reporter.phone ?? person?.phone;
  const email = reporter.email ?? person?.email;
  const name = reporter.name ?? person?.name ?? registrarName();
  if (!name) throw badRequest("Who reports this?", "reporter.name");
  const locale = reporter.locale ?? person?.locale ?? profile.locale;
  return { residentId: person?.residentId, name, phone, email, locale };
}
