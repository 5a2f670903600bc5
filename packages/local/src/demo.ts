import { join } from "node:path";
import { asIfAt, isoNow, plus } from "@frontdesk/core/clock";
import { useTenantId } from "@frontdesk/core/context";
import { newId } from "@frontdesk/core/id";
import type { Channel } from "@frontdesk/core/message/channel/channel";
import { type Post, postThrough } from "@frontdesk/core/message/sender";
import { schedules } from "@frontdesk/functions/schedule/index";
import { handleStream } from "@frontdesk/functions/stream/handler";
import { Chance } from "./demo/chance";
import { duty } from "./demo/duty";
import { demoFirm, password } from "./demo/firm";
import { letters } from "./demo/letters";
import { paidServices } from "./demo/paid";
import { month, morning, survey } from "./demo/year";
import { openData } from "./running";
import { StreamPump } from "./stream";

/** Nobody of the demo firm is real: what it would have sent during its year goes nowhere. */
const nowhere: Channel = {
  name: "demo",
  send: async ({ id }) => ({ status: "sent", reference: id }),
  lookup: async () => "sent",
};
const send = postThrough({ sms: nowhere, mail: nowhere });
const tenantId = newId("tenant");
/**
 * At noon of the firm's tomorrow, when all may leave: nothing is to wait for the quiet hours' end, and then go out.
 * What other firms on this machine have to send waits for the next start.
 */
const post: Post = async (messageId) => {
  const noon = plus(`${now.slice(0, 10)}T04:00:00.000Z`, { days: 1 });
  if (useTenantId() === tenantId) await asIfAt(noon, () => send(messageId));
};
const say = (words: string) => process.stdout.write(`${words}  `);

/** The last twelve months, this one included: "2025-12" … "2026-11". */
function lastMonths(now: string): string[] {
  const [year = 0, last = 0] = now.split("-").map(Number);
  return Array.from({ length: 12 }, (_, i) =>
    new Date(Date.UTC(year, last - 12 + i, 1)).toISOString().slice(0, 7),
  );
}

const now = isoNow();
const data = await openData();
if (data.shared) {
  console.error(
    `Frontdesk is running on ${data.folder}. Stop it first, or it sends what the demo's year would have sent.`,
  );
  process.exit(1);
}
process.env.FRONTDESK_FILES ??= join(data.folder, "files");
const pump = new StreamPump(data.streamArn, join(data.folder, "stream.json"), (records) =>
  handleStream(records, post),
);
pump.start();
const months = lastMonths(now);
const started = Date.now();
console.log("Filling a demo firm: 6 projects, 2,400 houses, a year of work. This takes about ten minutes.");
const firm = await demoFirm(tenantId, `${months[0]}-01T00:00:00.000Z`, say);
console.log();
const chance = new Chance(7);
for (const [index, period] of months.entries()) {
  say(period);
  await month(firm, period, index, chance, now);
  if (index === months.length - 3) await survey(firm, `${period}-02T01:00:00.000Z`, chance);
}
await morning(firm, chance, now);
await paidServices(firm, new Chance(11), now);
await letters(firm, now);
await duty(firm, now);
// What is due by now falls due here, where nothing is sent, and not at the next start.
for (const { run } of Object.values(schedules)) await run(post);
console.log("\nCounting …");
await pump.drained();
await pump.stop();
await data.close();

console.log(`Done in ${Math.round((Date.now() - started) / 1000)} s, up to ${plus(now, {}).slice(0, 10)}. Firm ${tenantId}.

Sign-ins, all with the password  ${password}`);
for (const [role, email] of firm.emails) console.log(`  ${role.padEnd(16)} ${email}`);
console.log("\nNow: npm start");
