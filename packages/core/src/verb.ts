import { setTimeout as sleep } from "node:timers/promises";
import type * as z from "zod";
import { type Actor, actorRef } from "./actor";
import { AuditEntry, type AuditFields } from "./audit/audit.entity";
import { isoNow } from "./clock";
import { type Context, useContext } from "./context";
import { conflict, forbidden, InvalidInput, unauthenticated } from "./error";
import { newId } from "./id";
import { type Permission, rolePermissions } from "./member/role";
import { answerAt, IdempotencyRecord, type KeptAnswer, mismatch, nameOf } from "./table/idempotency";
import { Race, Work } from "./table/work";

/** Who may call a verb: a permission of the member's role, or one of the kinds of actor named here. */
export type Admission = Permission | "public" | "user" | "resident" | "system";

export type VerbDefinition<I extends z.ZodType, O extends z.ZodType> = {
  /** `domain.verb`, as in the audit trail and the API. */
  name: string;
  may: Admission | readonly Admission[];
  input: I;
  output: O;
  /** A verb that signs nobody in may name the tenant its records belong to; all others get the actor's. */
  tenantOf?: (input: z.output<I>, context: Context) => string;
  /**
   * Where the record lies in which `Work.trail` keeps the answer given under an Idempotency-Key, by the answer's name;
   * where nothing is said it is a record by itself.
   */
  answerIn?: (input: z.output<I>, name: string) => { pk: string; sk: string };
  /** False for what is no person's act, or of no firm yet: it stands in no audit trail. */
  audited?: false;
  /** Its answer is told once and kept nowhere: a request that is sent again is carried out again. */
  tellsSecret?: true;
  run: (input: z.output<I>, work: Work) => Promise<z.input<O>>;
};

export type Verb<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  (input: z.input<I>): Promise<z.output<O>>;
  readonly verbName: string;
  readonly may: readonly Admission[];
  readonly input: I;
  readonly output: O;
};

const maxTries = 12;

/**
 * A verb: permission → parse → (load and own → rule → write, by `run`) → one transaction with the audit entry and
 * the idempotent answer (architecture, rule 2). A race with another writer runs it again on fresh records.
 */
export function verb<I extends z.ZodType, O extends z.ZodType>(definition: VerbDefinition<I, O>): Verb<I, O> {
  const may = [definition.may].flat() as readonly Admission[];
  const call = async (raw: z.input<I>): Promise<z.output<O>> => {
    const context = useContext();
    admit(context.actor, may);
    const input = parse(definition.input, raw);
    const tenantId = definition.tenantOf?.(input, context) ?? tenantOf(context.actor);
    try {
      return await attempt(definition, input, context, tenantId);
    } catch (error) {
      return await replay(error, definition, input, context, tenantId);
    }
  };
  return Object.assign(call, {
    verbName: definition.name,
    may,
    input: definition.input,
    output: definition.output,
  });
}

/** Whether an actor is let in. The service itself may do everything that is not a person's own act. */
export function admits(actor: Actor, may: readonly Admission[]): boolean {
  if (may.includes("public")) return true;
  if (actor.type === "system") return true;
  if (actor.type === "resident") return may.includes("resident");
  if (actor.type === "user") return may.includes("user");
  if (actor.type === "member") {
    const allowed = rolePermissions[actor.role];
    return may.includes("user") || may.some((admission) => allowed.has(admission as Permission));
  }
  return false;
}

function admit(actor: Actor, may: readonly Admission[]) {
  if (admits(actor, may)) return;
  throw actor.type === "public" ? unauthenticated() : forbidden();
}

function tenantOf(actor: Actor): string {
  return "tenantId" in actor ? actor.tenantId : "";
}

/** Parses by the schema; the first fault becomes `bad_request` with the field's dotted path. */
export function parse<I extends z.ZodType>(schema: I, raw: unknown): z.output<I> {
  // With the input at fault, which its words in other languages name.
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const unknownKey = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const path = [...(issue?.path ?? []), ...(unknownKey ? [unknownKey] : [])].join(".");
  throw new InvalidInput(issue, path || undefined);
}

async function attempt<I extends z.ZodType, O extends z.ZodType>(
  definition: VerbDefinition<I, O>,
  input: z.output<I>,
  context: Context,
  tenantId: string,
): Promise<z.output<O>> {
  for (let tried = 1; ; tried++) {
    const work = new Work(tenantId, tried === 1);
    let committed = false;
    try {
      const result = definition.output.parse(await definition.run(input, work));
      if (work.size > 0) {
        note(work, definition, context, result);
        await work.commit();
      }
      committed = true;
      return result;
    } catch (error) {
      // What it rested on may be so no more: again on what is read.
      if (work.guessed) continue;
      if (!(error instanceof Race)) throw error;
      if (tried === maxTries) throw conflict("Somebody else is changing this, please try again");
      await sleep(Math.random() * 8 * tried);
    } finally {
      work.settle(committed);
    }
  }
}

/** Adds the audit entry and the answer, in one record of the verb's own or each in one. */
function note<I extends z.ZodType, O extends z.ZodType>(
  work: Work,
  { name, audited, answerIn, tellsSecret }: VerbDefinition<I, O>,
  context: Context,
  said: unknown,
) {
  if (!work.tenantId) return;
  const request = tellsSecret ? undefined : requestOf(context, name);
  const answer = request && { bodyHash: request.bodyHash, said };
  const beside = answer && work.trail && answerIn ? { ...answer, name: nameOf(request) } : undefined;
  if (audited !== false) record(work, name, context, beside);
  if (answer && !beside) work.create(IdempotencyRecord, { ...request, ...answer, at: work.now });
}

function record(work: Work, name: string, context: Context, answer: KeptAnswer | undefined) {
  const entry: AuditFields = {
    auditId: newId("audit", Date.parse(work.now)),
    at: isoNow(),
    actor: actorRef(context.actor),
    verb: name,
    requestId: context.requestId,
    ...work.subject,
  };
  if (work.trail) work.trail(entry, answer);
  else work.create(AuditEntry, entry);
}

/** A key belongs to who sent it, and for what. */
const requestOf = ({ actor, idempotency }: Context, verbName: string) =>
  idempotency && { owner: `${actorRef(actor)}#${verbName}`, ...idempotency };

/** Whatever went wrong, a request that was answered before under the same key gets that answer again. */
async function replay<I extends z.ZodType, O extends z.ZodType>(
  error: unknown,
  { name, answerIn }: VerbDefinition<I, O>,
  input: z.output<I>,
  context: Context,
  tenantId: string,
) {
  const request = requestOf(context, name);
  if (!request || !tenantId) throw error;
  const beside = answerIn ? [answerIn(input, nameOf(request))] : [];
  const answer = await answerAt([...beside, IdempotencyRecord.key(request, tenantId)]);
  if (!answer) throw error;
  if (answer.bodyHash !== request.bodyHash) throw mismatch();
  return answer.said as never;
}
