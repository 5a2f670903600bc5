import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { noteMail } from "@frontdesk/core/identity/mail.testing";
import { clientSettings, table } from "@frontdesk/core/table/client";
import { Browser, testApp } from "@frontdesk/functions/api/browser.testing";
import { median, type Row, timed } from "./row";

const bound = 1.5;
const rounds = 150;
const warmUp = 40;

type Items = NonNullable<TransactWriteCommandInput["TransactItems"]>;

/** A front desk at work: a firm with one project and one house with its owner, and a browser signed in. */
async function frontDesk() {
  const mail = noteMail();
  const browser = new Browser(testApp());
  const [email, password] = ["bench@frontdesk.example", "a password for the bench"];
  await browser.post("/api/sign-up", {
    firmName: "基准物业",
    name: "前台",
    email,
    password,
    locale: "zh-CN",
  });
  await browser.post("/api/sign-up/confirm", { token: mail.token(email), password });
  await browser.signIn(email, password);
  const project = await browser.post("/api/projects", { name: "翠湖花园", kind: "residential" });
  if (project.status !== 201) throw new Error(`No project: ${JSON.stringify(project.body)}`);
  const { projectId } = project.body;
  const body = {
    projectId,
    kind: "repair",
    category: "plumbing",
    channel: "call",
    words: "厨房水管漏水，请尽快来看看",
    reporter: { name: "张伟", phone: "+8613800001111", locale: "zh-CN" },
  };
  return { browser, register: () => register(browser, body) };
}

async function register(browser: Browser, body: object) {
  const answer = await browser.post("/api/tickets", body, { "idempotency-key": crypto.randomUUID() });
  if (answer.status !== 201) throw new Error(`Not registered: ${JSON.stringify(answer.body)}`);
}

/** The items of the transaction that `body` writes. */
async function written(body: () => Promise<void>): Promise<Items> {
  const { transact } = table;
  let items: Items = [];
  table.transact = (input) => {
    items = input.TransactItems ?? [];
    return transact(input);
  };
  await body();
  table.transact = transact;
  return items;
}

/** The same items under keys of their own, so that the same conditions hold again. */
const afresh = (items: Items, round: number): Items =>
  items.map((one) => {
    const put = one.Put;
    if (!put?.Item) return one;
    const Item = { ...put.Item, pk: `${String(put.Item.pk).slice(0, -5)}${String(10_000 + round)}` };
    return { Put: { TableName: put.TableName, Item, ConditionExpression: "attribute_not_exists(pk)" } };
  });

/** Time to register a ticket through the API in process ÷ the same items by one raw TransactWriteItems, in turns. */
export async function ticketWrite(): Promise<Row> {
  const { register: once } = await frontDesk();
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings()), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const items = await written(once);
  const raw = (round: number) =>
    client.send(new TransactWriteCommand({ TransactItems: afresh(items, round) }));
  const [api, least]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + warmUp; round++) {
    const [own, smallest] = [await timed(once), await timed(() => raw(round))];
    if (round < warmUp) continue;
    api.push(own);
    least.push(smallest);
  }
  client.destroy();
  const [value, baseline] = [median(api), median(least)];
  const ratio = value / baseline;
  return {
    name: "ticket-write",
    value,
    baseline,
    ratio,
    bound: `ratio ${bound}`,
    kept: ratio <= bound,
    unit: "ms",
  };
}
