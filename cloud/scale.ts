import { recordsAtOnce } from "@frontdesk/core/figure/fold";
import { dueShards } from "@frontdesk/core/table/entity";

/** What 5,000 firms do at the end of a month, and what of AWS it is done with. All rates are per second. */
export type Settings = {
  firms: number;
  projects: number;
  houses: number;
  /** Notices that leave in a day: by mail and by SMS. */
  mails: number;
  sms: number;
  /** Households that answer in the three hours of the evening. */
  answers: number;
  /** Shards of each kind of due work. */
  dueShards: number;
  /** Billing runs worked on at once, and how many of one firm at the worst. */
  billers: number;
  billersOfAFirm: number;
  /** Write units a second that the whole table may take (an account's quota). */
  tableWrites: number;
  mailRate: number;
  smsRate: number;
  /** Functions that send at once. */
  senders: number;
};

/**
 * What acts cost to write, in write units: `npm run bench -- write-cost`, rounded up; and a message after it was written,
 * from its claim to what became of it.
 */
export const units = {
  bill: 20,
  answer: 20,
  register: 23,
  complete: 32,
  payment: 30,
  messageSteps: 11,
} as const;

/** As the product and a new account's ordinary quotas are. */
export const delivered: Settings = {
  ...{ firms: 5_000, projects: 40, houses: 1_000 },
  ...{ mails: 6_000_000, sms: 2_000_000, answers: 2_400_000 },
  ...{
    dueShards,
    billers: 15,
    billersOfAFirm: 15,
    tableWrites: 40_000,
    mailRate: 14,
    smsRate: 20,
    senders: 2,
  },
};

/** The same month after what stands under "What moves it". */
export const moved: Settings = {
  ...delivered,
  ...{
    dueShards: 16,
    billers: 300,
    billersOfAFirm: 3,
    tableWrites: 120_000,
    mailRate: 200,
    smsRate: 100,
    senders: 40,
  },
};

/** What DynamoDB lets one partition key take. */
export const keyWrites = 1_000;
/** A step of a run: so many houses in one transaction of about so many seconds (fee/advance.ts). */
const step = { houses: 22, seconds: 0.06 };
/** Records counted in one transaction, and what a project's two sheets cost to write in it (figure/fold.ts). */
const fold = { records: recordsAtOnce, sheets: 14 };
/** A sender's function takes ten messages at a time, each in about so many seconds. */
const send = { atOnce: 10, seconds: 0.25 };
/** Writes of a message to its shard of the due index: put, moved at the claim (two), taken out. */
const dueWrites = 4;
/** Survey answers come three times as fast as on average, at the worst. */
const peak = 3;
const evening = 3 * 3_600;

type Finding = { what: string; needs: number; has: number; unit: string };

/** Bills a second: what the workers make, or the table takes. */
export const billRate = ({ billers, tableWrites }: Settings) =>
  Math.min((billers * step.houses) / step.seconds, tableWrites / units.bill);

export const billHours = (s: Settings) => (s.firms * s.projects * s.houses) / billRate(s) / 3_600;

/** The hottest partition keys, in write units a second, while everything named is going on. */
export function heat(s: Settings): Finding[] {
  const perRun = step.houses / step.seconds;
  const messages = Math.max(s.mailRate + s.smsRate, billRate(s) * 0.04);
  const answersOfAProject = (s.answers / (s.firms * s.projects) / evening) * peak;
  const found = (what: string, needs: number): Finding => ({ what, needs, has: keyWrites, unit: "units/s" });
  return [
    found("bills of one project in the index, while it is billed", perRun),
    found(
      "a firm's sheets, while so many of its projects are billed at once",
      ((perRun * s.billersOfAFirm) / fold.records) * fold.sheets,
    ),
    found("one shard of due messages", (messages * dueWrites) / s.dueShards),
    found("one shard of due reminders, while bills are made", billRate(s) / s.dueShards),
    found(
      "a project's sheets in the evening's peak of answers",
      (answersOfAProject / fold.records + 1) * fold.sheets,
    ),
  ];
}

/** What the whole table writes at the worst. */
export const tableWrites = (s: Settings): Finding[] => {
  const found = (what: string, needs: number): Finding => ({
    what,
    needs,
    has: s.tableWrites,
    unit: "units/s",
  });
  return [
    found("billing", billRate(s) * units.bill),
    found("answers in the evening's peak", (s.answers / evening) * peak * units.answer),
    found("messages on their way", (s.mailRate + s.smsRate) * units.messageSteps),
  ];
};

export type Queue = { deepest: number; hours: number; withinTheDay: boolean };

/**
 * A day of notices, minute by minute: what was written overnight is due at 08:00, when the sweep begins to put it into
 * the queue – it holds back while a thousand wait –, the senders take it out as fast as they, SES and SNS can. SMS
 * leave until 22:00.
 */
export function noticeDay(s: Settings): Queue {
  const sweepRate = 200;
  const sendersRate = (s.senders * send.atOnce) / send.seconds;
  let [due, waiting, deepest, minute] = [s.mails + s.sms, 0, 0, 0];
  const share = s.sms / (s.mails + s.sms);
  const rate = Math.min(sendersRate, s.mailRate / (1 - share), s.smsRate / share);
  while (due + waiting > 0.5 && minute < 60 * 24 * 30) {
    // A new sweep begins each minute where fewer than a thousand wait; each runs on until it has found all.
    const sweeps = waiting < 1_000 ? Math.min(15, minute + 1) : 1;
    const put = Math.min(due, sweepRate * 60 * sweeps);
    due -= put;
    waiting += put;
    deepest = Math.max(deepest, waiting);
    waiting -= Math.min(waiting, rate * 60);
    minute++;
  }
  return { deepest, hours: minute / 60, withinTheDay: minute <= 14 * 60 };
}

/** US dollars, on demand, in most regions; to be looked up anew before one counts on them. */
const price = {
  write: 0.625e-6,
  read: 0.125e-6,
  gigabyteMonth: 0.25,
  mail: 0.0001,
  request: 1.2e-6,
  second: 13.4e-6,
};

/** What a household costs in a month, in US dollars, without SMS, whose price is the country's own. */
export function costs(s: Settings): { what: string; perMonth: number }[] {
  const households = s.firms * s.projects * s.houses;
  const tickets = households * 0.05;
  const requests = s.answers * 4 + tickets * 12 + households * 0.4;
  // A ticket is registered, assigned, accepted, begun and completed; no step costs more than the last. One in five is
  // open for longer than two days, and its resident is told once how it stands.
  const reports = tickets * 0.2;
  const writes =
    households * units.bill +
    s.answers * units.answer +
    tickets * (units.register + 4 * units.complete) +
    reports * (units.complete + units.messageSteps) +
    households * 0.8 * units.payment;
  return [
    { what: "writing", perMonth: writes * price.write },
    { what: "reading", perMonth: (writes * 1.5 + requests * 20) * price.read },
    { what: "keeping (20 KB a household)", perMonth: ((households * 20) / 1e6) * price.gigabyteMonth },
    { what: "functions and requests", perMonth: requests * (price.request + 0.05 * price.second) },
    { what: "mail", perMonth: s.mails * price.mail },
  ];
}

const number = (value: number) =>
  value >= 100
    ? Math.round(value).toLocaleString("en")
    : value.toLocaleString("en", { maximumSignificantDigits: 2 });

/** A table in Markdown, its columns in line. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, at) => Math.max(3, ...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  return [head, widths.map((width) => "-".repeat(width)), ...rows]
    .map((row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`)
    .join("\n");
}

/** The tables of docs/scale.md. */
export function tables(): string {
  const both = [delivered, moved];
  const rows = (of: (s: Settings) => Finding[]) =>
    of(delivered).map(({ what, has, unit }, i) => [
      what,
      ...both
        .map((s) => of(s)[i])
        .map(
          (one) => `${number(one?.needs ?? 0)}${(one?.needs ?? 0) > (one?.has ?? 0) ? " **too much**" : ""}`,
        ),
      `${number(has)} ${unit}`,
    ]);
  const days = both.map(noticeDay);
  const households = delivered.firms * delivered.projects * delivered.houses;
  const spent = costs(delivered);
  const total = spent.reduce((sum, { perMonth }) => sum + perMonth, 0);
  return [
    table(["partition key", "as delivered", "moved", "it takes"], rows(heat)),
    table(["whole table", "as delivered", "moved", "quota (delivered)"], rows(tableWrites)),
    table(
      ["", "as delivered", "moved"],
      [
        ["bills a second", ...both.map((s) => number(billRate(s)))],
        ["hours until all houses are billed", ...both.map((s) => number(billHours(s)))],
        ["hours until all notices have left", ...days.map(({ hours }) => number(hours))],
        ["deepest queue", ...days.map(({ deepest }) => number(deepest))],
        ["SMS leave before 22:00", ...days.map(({ withinTheDay }) => (withinTheDay ? "yes" : "**no**"))],
      ],
    ),
    table(
      ["a month", "US$", "US$ a household"],
      [...spent, { what: "all of it, without SMS", perMonth: total }].map(({ what, perMonth }) => [
        what,
        number(perMonth),
        (perMonth / households).toFixed(6),
      ]),
    ),
  ].join("\n\n");
}

if (process.argv[1]?.endsWith("scale.ts")) console.log(tables());
