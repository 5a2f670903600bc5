import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { noteMail } from "@frontdesk/core/identity/mail.testing";
import { takenWrite, type Write } from "@frontdesk/core/table/call";
import { newClient, table, tableName } from "@frontdesk/core/table/client";
import { Browser, testApp } from "@frontdesk/functions/api/browser.testing";
import { median, type Row, timed } from "./row";

const bound = 1.5;
const rounds = 300;
/** Node compiles what runs often anew until about here; what a first request takes is `cold-start`'s to say. */
const warmUp = 2_500;

/** A front desk at work: a firm with one project, somebody signed in, and the requests that register a ticket. */
async function frontDesk() {
  const mail = noteMail();
  const app = testApp();
  const browser = new Browser(app);
  const [email, password] = ["bench@frontdesk.example", "a password for the bench"];
  const firm = { firmName: "基准物业", name: "前台", email, password, locale: "zh-CN" };
  await browser.post("/api/sign-up", firm);
  await browser.post("/api/sign-up/confirm", { token: mail.token(email), password });
  await browser.signIn(email, password);
  const project = await browser.post("/api/projects", { name: "翠湖花园", kind: "residential" });
  if (project.status !== 201) throw new Error(`No project: ${JSON.stringify(project.body)}`);
  const body = JSON.stringify({
    projectId: project.body.projectId,
    kind: "repair",
    category: "plumbing",
    channel: "call",
    words: "厨房水管漏水，请尽快来看看",
    reporter: { name: "张伟", phone: "+8613800001111", locale: "zh-CN" },
  });
  const headers = () => ({
    cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "idempotency-key": crypto.randomUUID(),
  });
  const request = () =>
    new Request("http://localhost/api/tickets", { method: "POST", headers: headers(), body });
  return { request, answer: async (request: Request) => answered(await app.fetch(request)) };
}

async function answered(response: Response) {
  const text = await response.text();
  if (response.status !== 201) throw new Error(`Not registered: ${text}`);
}

/** The items of the transaction that `body` writes. */
async function written(body: () => Promise<void>): Promise<readonly Write[]> {
  const { transact } = table;
  let items: readonly Write[] = [];
  table.transact = (input) => {
    items = input.TransactItems;
    return transact(input);
  };
  await body();
  table.transact = transact;
  return items;
}

/** The same items under keys of their own, so that the same conditions hold again. */
const afresh = (items: readonly Write[], round: number): Write[] =>
  items.map((one) => {
    if (!one.Put) return one;
    const { Item } = one.Put;
    const pk = `${String(Item.pk).slice(0, -5)}${String(10_000 + round)}`;
    return { Put: { Item: { ...Item, pk }, ConditionExpression: "attribute_not_exists(pk)" } };
  });

/** Time to register a ticket through the API in process ÷ the same items by one raw TransactWriteItems, in turns. */
export async function ticketWrite(): Promise<Row> {
  const { request, answer } = await frontDesk();
  const client = newClient();
  const items = await written(() => answer(request()));
  const raw = (round: number) => {
    const TransactItems = afresh(items, round).map((write) => takenWrite(tableName(), write));
    return client.send(new TransactWriteItemsCommand({ TransactItems }));
  };
  const [api, least]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + warmUp; round++) {
    const asked = request();
    const [own, smallest] = [await timed(() => answer(asked)), await timed(() => raw(round))];
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
