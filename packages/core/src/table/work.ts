import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type * as z from "zod";
import type { AuditFields } from "../audit/audit.entity";
import { isoNow } from "../clock";
import { conflict, type DomainError } from "../error";
import type { Row, Write } from "./call";
import { table } from "./client";
import type { Entity, Item } from "./entity";
import type { KeptAnswer } from "./idempotency";
import { recall, takeOver } from "./remembered";

/** What a failed condition means: an error for the caller, a key that is taken, or a race that loading again settles. */
type OnFail = DomainError | "taken" | "race";

/** Somebody else changed a record in between; the verb is to be run again on what is there now. */
export class Race extends Error {}

/** DynamoDB takes at most this many items in one transaction. */
export const transactionLimit = 100;

/**
 * The writes of one verb, gathered while it runs and written in one transaction when it is done
 * (architecture, rules 2, 3 and 10). Inserts are `create`, changes are `patch` on what was loaded.
 */
export class Work {
  private readonly writes = new Map<string, { write: Write; onFail: OnFail }>();
  private readonly settlers: ((committed: boolean) => void)[] = [];
  readonly now = isoNow();
  /** What the audit entry names; set by `about`. */
  subject: { subjectId: string; projectId?: string; detail?: string } | undefined;

  /**
   * Keeps the audit entry in a record of the verb's own, such as the step of a history, which says the same; and the
   * answer to the request, where the verb says that it is looked for there.
   */
  trail: ((entry: AuditFields, answer?: KeptAnswer) => void) | undefined;

  private actsFor: string | undefined;

  /** Whether it rests on what is remembered, not read. */
  guessed = false;

  /** `mayGuess`: whoever runs it runs it once more, without guessing, should it fail for whatever reason. */
  constructor(
    public tenantId: string,
    private readonly mayGuess = false,
  ) {}

  /** What is remembered of a partition, for an act that changes it on condition that it is as remembered. */
  guess(pk: string): Row[] | undefined {
    const rows = this.mayGuess ? recall(pk, this.now) : undefined;
    if (rows) this.guessed = true;
    return rows;
  }

  /** Says that the work reaches into a tenant's data though it is not that tenant's: a letter of theirs, a check. */
  reach(tenantId: string) {
    this.actsFor = tenantId;
  }

  get size() {
    return this.writes.size;
  }

  /**
   * Names the record (and project) this verb is about, for the audit trail. `detail` is one word for it, or what was
   * said or changed by its name: money in fen.
   */
  about(subjectId: string, projectId?: string, detail?: string | Record<string, unknown>) {
    this.subject = {
      subjectId,
      projectId,
      detail: typeof detail === "object" ? JSON.stringify(detail) : detail,
    };
  }

  /** Inserts an item; `taken` is thrown when its key exists already. Returns the item as stored. */
  create<S extends z.ZodObject, K>(
    entity: Entity<S, K>,
    fields: z.input<S>,
    taken: OnFail = "taken",
  ): Item<S> {
    const item = { ...fields, tenantId: this.tenantId, rev: 1 } as Item<S>;
    const { record, item: created } = entity.written(item);
    this.put(record, "attribute_not_exists(pk)", {}, taken);
    return created;
  }

  /**
   * Changes an item loaded before; undefined removes a field. A record changed meanwhile is a race: at the commit, or
   * here where what was loaded later is changed already.
   */
  patch<S extends z.ZodObject, K>(
    entity: Entity<S, K>,
    item: Item<S>,
    changes: Partial<z.input<S>>,
  ): Item<S> {
    const earlier = this.pending(entity, item);
    if (earlier && !earlier.created && item.rev < earlier.rev) throw new Race();
    const rev = earlier?.created ? 1 : (earlier?.rev ?? item.rev) + 1;
    const next = { ...item, ...changes, rev } as Item<S>;
    const { record, item: changed } = entity.written(next);
    if (earlier?.created) this.put(record, "attribute_not_exists(pk)", {}, earlier.onFail);
    else this.put(record, "rev = :rev", { ":rev": earlier?.rev ?? item.rev }, "race");
    return changed;
  }

  /** Deletes an item loaded before. */
  remove<S extends z.ZodObject, K>(entity: Entity<S, K>, item: Item<S>) {
    const Key = entity.key(item as unknown as K, item.tenantId);
    this.add(`${Key.pk}|${Key.sk}`, {
      write: {
        Delete: {
          Key,
          ConditionExpression: "rev = :rev",
          ExpressionAttributeValues: { ":rev": item.rev },
        },
      },
      onFail: "race",
    });
  }

  /** The transaction holds only if this item is still as it was loaded. */
  check<S extends z.ZodObject, K>(entity: Entity<S, K>, item: Item<S>) {
    const Key = entity.key(item as unknown as K, item.tenantId);
    if (this.writes.has(`${Key.pk}|${Key.sk}`)) return;
    this.add(`${Key.pk}|${Key.sk}`, {
      write: {
        ConditionCheck: {
          Key,
          ConditionExpression: "rev = :rev",
          ExpressionAttributeValues: { ":rev": item.rev },
        },
      },
      onFail: "race",
    });
  }

  /** Adds a whole record with a condition of its own: only for the items without a tenant and for counters. */
  put(
    record: Record<string, unknown>,
    condition: string,
    values: Record<string, unknown>,
    onFail: OnFail,
    names?: Record<string, string>,
  ) {
    this.add(`${record.pk}|${record.sk}`, {
      write: {
        Put: {
          Item: record,
          ConditionExpression: condition,
          ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
          ...(names && { ExpressionAttributeNames: names }),
        },
      },
      onFail,
    });
  }

  /** Called once with whether the work was written; runs may be repeated. */
  onSettled(settler: (committed: boolean) => void) {
    this.settlers.push(settler);
  }

  settle(committed: boolean) {
    for (const settler of this.settlers.splice(0)) settler(committed);
  }

  /** Writes everything or nothing. Throws the error given for the failed condition, or `Race`. */
  async commit(): Promise<void> {
    const all = [...this.writes.values()];
    if (all.length === 0) return;
    if (all.length > transactionLimit) throw new Error(`${all.length} writes do not fit one transaction`);
    try {
      const actsFor = this.actsFor ?? this.tenantId;
      const TransactItems = all.map(({ write }) => write);
      await table.transact({ TransactItems, actsFor });
      takeOver(TransactItems);
    } catch (error) {
      throw translate(error, all);
    }
  }

  private add(key: string, entry: { write: Write; onFail: OnFail }) {
    this.writes.set(key, entry);
  }

  private pending<S extends z.ZodObject, K>(entity: Entity<S, K>, item: Item<S>) {
    const { pk, sk } = entity.key(item as unknown as K, item.tenantId);
    const entry = this.writes.get(`${pk}|${sk}`);
    const put = entry?.write.Put;
    if (!entry || !put) return undefined;
    const created = put.ConditionExpression === "attribute_not_exists(pk)";
    return { created, rev: Number(put.ExpressionAttributeValues?.[":rev"] ?? 0), onFail: entry.onFail };
  }
}

function translate(error: unknown, writes: { onFail: OnFail }[]): unknown {
  if (!(error instanceof TransactionCanceledException)) return error;
  const reasons = error.CancellationReasons ?? [];
  const failed = reasons.findIndex((reason) => reason.Code === "ConditionalCheckFailed");
  const onFail = writes[failed]?.onFail;
  if (onFail === "taken") return conflict("This already exists");
  if (onFail && onFail !== "race") return onFail;
  const passing = ["ConditionalCheckFailed", "TransactionConflict", "ThrottlingError", "None"];
  return reasons.every((reason) => passing.includes(reason.Code ?? "None")) ? new Race() : error;
}
