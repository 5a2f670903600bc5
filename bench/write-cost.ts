import { withActor } from "@frontdesk/core/context";
import { getRun, recordPayment, startRun } from "@frontdesk/core/fee/index";
import { at, mintFeeFirm } from "@frontdesk/core/fee/testing";
import { contributorOf } from "@frontdesk/core/figure/contributors";
import { fold } from "@frontdesk/core/figure/fold";
import { give, opened } from "@frontdesk/core/survey/open.testing";
import { answered, ordinary } from "@frontdesk/core/survey/survey.testing";
import type { Write } from "@frontdesk/core/table/call";
import { metered, table } from "@frontdesk/core/table/client";
import { indexes } from "@frontdesk/core/table/schema";
import { mintCast, report } from "@frontdesk/core/ticket/cast.testing";
import { acceptTicket, assignTicket, completeTicket, startTicket } from "@frontdesk/core/ticket/index";
import type { Row } from "./row";

const bound = 2;
const now = "2026-11-20T02:00:00.000Z";
const times = Array.from({ length: 20 }, (_, i) => i);

const bytesOf = (value: unknown): number => {
  if (value instanceof Uint8Array) return value.length;
  if (typeof value === "string") return Buffer.byteLength(value);
  if (typeof value === "number") return 1 + Math.ceil(String(value).length / 2);
  if (Array.isArray(value)) return 3 + value.reduce<number>((sum, one) => sum + 1 + bytesOf(one), 0);
  if (typeof value === "object" && value !== null)
    return 3 + Object.entries(value).reduce((sum, [name, one]) => sum + 1 + name.length + bytesOf(one), 0);
  return 1;
};
const kilobytes = (item: Record<string, unknown>) => Math.max(1, Math.ceil((bytesOf(item) - 3) / 1024));

/** The least write units of one write: two a kilobyte in a transaction, and one for each index the item lies in. */
function least({ Put }: Write): number {
  if (!Put) return 2;
  const size = kilobytes(Put.Item);
  const projected = indexes.filter((name) => `${name}pk` in Put.Item).length * size;
  return 2 * size + projected + ("duepk" in Put.Item ? 1 : 0);
}

/** What `body` writes, each transaction that went through. */
async function written(body: () => Promise<unknown>): Promise<Write[]> {
  const { transact } = table;
  const writes: Write[] = [];
  table.transact = async (input) => {
    await transact(input);
    writes.push(...input.TransactItems);
  };
  try {
    await body();
  } finally {
    table.transact = transact;
  }
  return writes;
}

const counted = (writes: readonly Write[]) =>
  writes.flatMap(({ Put }) =>
    Put && contributorOf(String(Put.Item.kind_))
      ? [{ pk: String(Put.Item.pk), sk: String(Put.Item.sk) }]
      : [],
  );

/**
 * Write units of an act, with its share of the figures, as the table counts them ÷ the least that what it writes
 * allows: each item once, in one transaction, in the indexes it lies in. So many acts at once as the stream hands on
 * together in a busy hour.
 */
async function cost(name: string, acts: readonly (() => Promise<unknown>)[]): Promise<Row> {
  const { result: writes, spent } = await metered(() =>
    written(async () => {
      for (const act of acts) await act();
    }),
  );
  const figures = await metered(() => fold(counted(writes)));
  const value = (spent.write + figures.spent.write) / acts.length;
  const baseline = writes.reduce((sum, write) => sum + least(write), 0) / acts.length;
  const ratio = value / baseline;
  return {
    ...{ name: `write-cost: ${name}`, value, baseline, ratio, unit: "write units" },
    ...{ bound: `ratio ${bound}`, kept: ratio <= bound },
  };
}

async function tickets(): Promise<Row[]> {
  const cast = await mintCast();
  const { technician, desk } = cast;
  const ids: string[] = [];
  const registered = times.map(() => async () => void ids.push((await report(cast)).ticketId));
  const register = await cost("register ticket", registered);
  for (const ticketId of ids) {
    await withActor(desk, () => assignTicket({ ticketId, assigneeId: technician.memberId }));
    await withActor(technician, () => acceptTicket({ ticketId }));
    await withActor(technician, () => startTicket({ ticketId }));
  }
  const done = { note: "换了角阀", photos: [] };
  const completed = ids.map(
    (ticketId) => () => withActor(technician, () => completeTicket({ ticketId, ...done })),
  );
  return [register, await cost("complete", completed)];
}

async function answers(): Promise<Row> {
  const { firm, invitations } = await opened(times.map(() => ordinary));
  return cost(
    "answer survey",
    invitations.map(
      ({ invitationId }) =>
        () =>
          give(firm, invitationId, answered(5), "都挺好"),
    ),
  );
}

async function fees(): Promise<Row[]> {
  const { firm, houses } = await mintFeeFirm(times.map((i) => `1-1-${100 + i}`));
  const pay = (houseId: string) => () =>
    at(firm, now, () => recordPayment({ houseId, method: "wechat", amount: 25_000 }));
  const run = await cost("one bill", [
    () =>
      at(firm, now, async () => {
        const { runId } = await startRun({ projectId: firm.projectId, period: "2026-11" });
        await getRun({ runId });
      }),
  ]);
  const bill = { ...run, value: run.value / times.length, baseline: run.baseline / times.length };
  return [
    await cost(
      "record payment",
      houses.map(({ houseId }) => pay(houseId)),
    ),
    bill,
  ];
}

/** What the five commonest acts cost to write. */
export const writeCost = async (): Promise<Row[]> => [
  ...(await tickets()),
  await answers(),
  ...(await fees()),
];
