import { isDeepStrictEqual } from "node:util";
import { asIfAt } from "@frontdesk/core/clock";
import { newToken } from "@frontdesk/core/link/link";
import type { Outgoing } from "@frontdesk/core/message/channel/channel";
import { postThrough } from "@frontdesk/core/message/sender";
import { toRow } from "@frontdesk/core/table/call";
import { newClient } from "@frontdesk/core/table/client";
import { fieldsOf } from "@frontdesk/core/table/packed";
import { ownDatabase } from "@frontdesk/core/testing/own-database";
import { expect, it } from "vitest";
import { allItems } from "../../../local/src/move/export";
import { due, everythingDue } from "./due.testing";
import { schedules } from "./index";

ownDatabase();

/** What is another one each time: ids, hashes, tokens of links, codes, and the phones and names made for a test. */
const chance =
  /(?<=[a-z]_)[0-9a-z]{26}|[0-9a-f]{64}|[\w-]{43}|(?<=\/[rstbuq]\/)\w+|(?<=验证码)\d+|\+86138\d{8}|(?<=[a-z]-)[0-9A-Z]{4}\b/gi;
/** Fields that are chance, that only say where a record lies, or that say once more what others do. */
const left = /^(pk|sk|gsi\d[ps]k|duepk|rev|v|html|template|templateValues|reference|link|token|\w+Token)$/;

/** A record or message in words that are the same whenever the same was done. */
const said = (fields: Record<string, unknown>) =>
  JSON.stringify(fields, (_, value) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([name]) => !left.test(name))
            .sort(),
        )
      : value,
  ).replaceAll(chance, "…");

async function stored() {
  const found: string[] = [];
  for await (const item of allItems(newClient())) found.push(said(fieldsOf(toRow(item))));
  return found.sort();
}

/** Fires every schedule there is, as often at once as is said; what is then stored and was sent, and who found nothing. */
async function fired(times: number) {
  await everythingDue();
  const sent: string[] = [];
  const channel = {
    name: "noted",
    send: async ({ id: _, ...message }: Outgoing) => {
      sent.push(said(message));
      return { status: "sent", reference: newToken() } as const;
    },
    lookup: async () => "unknown" as const,
  };
  const post = postThrough({ sms: channel, mail: channel });
  const idle: string[] = [];
  let records = await stored();
  for (const [name, { run }] of Object.entries(schedules)) {
    await asIfAt(due, () => Promise.all(Array.from({ length: times }, () => run(post))));
    if (times > 1) await asIfAt(due, () => run(post));
    const now = await stored();
    if (isDeepStrictEqual(now, records)) idle.push(name);
    records = now;
  }
  return { records, sent: sent.sort(), idle };
}

/** What of some there is more often than among others. */
function more(some: readonly string[], others: readonly string[]) {
  const left = [...others];
  return some.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

it("does the same however often each schedule is fired, one after the other or at once", async () => {
  const once = await fired(1);
  expect(once.idle).toEqual([]);
  expect(once.sent.length).toBeGreaterThan(5);
  const twice = await fired(2);
  for (const what of ["records", "sent"] as const)
    expect([more(twice[what], once[what]), more(once[what], twice[what])]).toEqual([[], []]);
}, 300_000);
