import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { isoNow, plus } from "@frontdesk/core/clock";
import { House, houseIdOf } from "@frontdesk/core/house/house.entity";
import { takenWrite, type Write } from "@frontdesk/core/table/call";
import { metered, newClient, table, tableName } from "@frontdesk/core/table/client";
import { Work } from "@frontdesk/core/table/work";
import { type Cast, mintCast } from "@frontdesk/core/ticket/cast.testing";
import { appFor } from "@frontdesk/functions/api/actor.testing";
import { median, type Row, timed } from "./row";

const bounds = { ratio: 1.5, units: 70 };
const rounds = 60;
const warmUp = 40;

type App = ReturnType<typeof appFor<{ ticketId: string }>>;
type Act = [ask: App, path: string, body: object];

/** A life as most have it: a call, given to a person who sees to it in four steps, done, called back, closed. */
const lifeOf = (
  { projectId, resident }: Cast,
  { desk, technician }: { desk: App; technician: App },
  assigneeId: string,
  houseId: string,
): Act[] => [
  [
    desk,
    "",
    {
      ...{ projectId, houseId, reporter: { residentId: resident } },
      ...{ kind: "repair", category: "leak", channel: "call", words: "厨房水管漏水，请尽快来看看" },
    },
  ],
  [desk, "/assign", { assigneeId }],
  [technician, "/accept", {}],
  [technician, "/appoint", { appointmentAt: plus(isoNow(), { hours: 1 }) }],
  [technician, "/arrive", {}],
  [technician, "/start", {}],
  [technician, "/complete", { note: "换了角阀，试水不漏" }],
  [desk, "/callback", { reached: true, satisfied: true }],
];

/** Each life in a house of its own, which nothing was repaired in before. */
async function newHouse({ tenantId, projectId }: Cast, round: number): Promise<string> {
  const work = new Work(tenantId);
  const [building, unit, room] = ["9", "1", String(1_000 + round)];
  const code = `${building}-${unit}-${room}`;
  const houseId = houseIdOf(projectId, code);
  const size = { areaHundredths: 8_900, createdAt: isoNow() };
  work.create(House, { houseId, projectId, code, building, unit, room, ...size });
  await work.commit();
  return houseId;
}

type Spent = { time: number; raw: number; units: number };

/** One life through the API, with an Idempotency-Key each as the app sends; after each act its own items once more. */
async function live(client: DynamoDBClient, acts: readonly Act[], round: number): Promise<Spent> {
  const spent = { time: 0, raw: 0, units: 0 };
  let ticketId = "";
  for (const [ask, path, body] of acts) {
    const name = `POST /tickets${ticketId && `/${ticketId}`}${path}`;
    const key = { "idempotency-key": crypto.randomUUID() };
    let items: readonly Write[] = [];
    spent.time += await timed(async () => {
      const { result, spent: units } = await metered(() => noting(() => ask(name, body, key)));
      if (result.answer.status > 201) throw new Error(`${name}: ${JSON.stringify(result.answer.body)}`);
      ticketId = result.answer.body.ticketId;
      items = result.items;
      spent.units += units.write;
    });
    const TransactItems = items.map((write) => takenWrite(tableName(), elsewhere(write, round)));
    spent.raw += await timed(() => client.send(new TransactWriteItemsCommand({ TransactItems })));
  }
  return spent;
}

/** What `body` writes beside what it answers. */
async function noting<T>(body: () => Promise<T>): Promise<{ answer: T; items: readonly Write[] }> {
  const { transact } = table;
  let items: readonly Write[] = [];
  table.transact = (input) => {
    items = input.TransactItems;
    return transact(input);
  };
  try {
    return { answer: await body(), items };
  } finally {
    table.transact = transact;
  }
}

/** A write as it was, in partitions of its own and whatever stands there. */
function elsewhere({ Put, Delete }: Write, round: number): Write {
  const moved = (pk: unknown) => `${pk}~${round}`;
  if (Put) return { Put: { Item: { ...Put.Item, pk: moved(Put.Item.pk) } } };
  return { Delete: { Key: { ...Delete?.Key, pk: moved(Delete?.Key.pk) } } };
}

/** Time and write units of a ticket's whole life through the API, beside the same items written raw, act by act. */
export async function ticketLife(): Promise<Row[]> {
  const cast = await mintCast();
  const apps = {
    desk: appFor<{ ticketId: string }>(cast.desk),
    technician: appFor<{ ticketId: string }>(cast.technician),
  };
  const { memberId } = cast.technician;
  const client = newClient();
  const lives: Spent[] = [];
  for (let round = 0; round < rounds + warmUp; round++) {
    const life = await live(client, lifeOf(cast, apps, memberId, await newHouse(cast, round)), round);
    if (round >= warmUp) lives.push(life);
  }
  client.destroy();
  const value = median(lives.map(({ time }) => time));
  const baseline = median(lives.map(({ raw }) => raw));
  const units = Math.max(...lives.map((one) => one.units));
  return [
    {
      ...{ name: "ticket-life", value, baseline, ratio: value / baseline, unit: "ms" },
      ...{ bound: `ratio ${bounds.ratio}`, kept: value / baseline <= bounds.ratio },
    },
    {
      ...{ name: "ticket-life: units", value: units, baseline: 1, ratio: units, unit: "write units" },
      ...{ bound: `${bounds.units} units`, kept: units <= bounds.units },
    },
  ];
}
