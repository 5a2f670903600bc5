import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Account, check } from "../infra/preflight";
import { isPermanent, needThrowaway, readStage, StageError } from "../infra/stage";
import { root } from "./templates";

const example = JSON.parse(readFileSync(join(root, "cloud/stages/example.json"), "utf8"));
const own = {
  ...example,
  domain: "frontdesk.firma.cn",
  mailFrom: "service@firma.cn",
  alarmsTo: "ops@firma.cn",
};

describe("a stage's name", () => {
  it("makes it permanent, unless it says that it may be thrown away", () => {
    expect(["production", "prod", "live", "main", "staging", "pr", "developer1"].map(isPermanent)).toEqual(
      ["production", "prod", "live", "main", "staging", "pr"].map(() => true).concat(false),
    );
    expect(["dev", "dev2", "test", "testmay"].map(isPermanent)).toEqual([false, false, false, false]);
  });

  it.each([
    "Production",
    "prod-2",
    "prod_2",
    "2prod",
    "",
    "a",
    "x".repeat(17),
    "生产",
    "dev/../prod",
    "dev prod",
  ])("cannot be %o", (name) => {
    expect(() => isPermanent(name)).toThrow(StageError);
    expect(() => needThrowaway(name)).toThrow(StageError);
  });

  it("keeps a permanent stage from being removed", () => {
    for (const name of ["production", "prod", "staging", "live"])
      expect(() => needThrowaway(name)).toThrow(
        `Stage "${name}" is permanent and is not removed by a command`,
      );
    expect(() => needThrowaway("dev3")).not.toThrow();
  });
});

describe("a stage's settings", () => {
  it("say what is missing or wrong, and where", () => {
    const { domain: _, ...rest } = own;
    expect(() => readStage("production", { ...rest, region: "Frankfurt", senders: 1, spare: true })).toThrow(
      /Please mend cloud\/stages\/production\.json:[\s\S]*region: a region such as[\s\S]*domain: the name[\s\S]*senders/,
    );
    expect(readStage("production", own)).toMatchObject({ name: "production", permanent: true });
  });
});

describe("before a deployment", () => {
  const account: Account = {
    id: async () => "123456789012",
    secretLength: async () => 64,
    mail: async () => ({ production: true, perDay: 50_000 }),
    sms: async () => ({ production: true }),
    letSmsCost: async () => true,
    concurrency: async () => 1_000,
  };
  const stage = readStage("production", own);
  const faults = (changes: Partial<Account>, on = stage, others: (typeof stage)[] = []) =>
    check(on, others, { ...account, ...changes });

  it("nothing is said where nothing is missing", async () => {
    expect(await faults({})).toEqual([]);
  });

  it("a missing secret is named with the command that makes it", async () => {
    const missing = "frontdesk/production/FRONTDESK_ORIGIN";
    const [fault, ...others] = await faults({
      secretLength: async (name) => (name === missing ? undefined : 64),
    });
    expect(others).toEqual([]);
    expect(fault).toMatch(/Secret frontdesk\/production\/FRONTDESK_ORIGIN is missing/);
    expect(fault).toContain(`aws secretsmanager create-secret --region ${stage.region} --name ${missing}`);
    expect(await faults({ secretLength: async () => 8 })).toEqual([
      expect.stringContaining("FRONTDESK_SECRET is too short"),
      expect.stringContaining("FRONTDESK_ORIGIN is too short"),
    ]);
  });

  it("a gateway's secret is asked for where SMS go by one", async () => {
    const gateway = readStage("production", { ...own, sms: { by: "webhook", url: "https://sms.firma.cn" } });
    const asked: string[] = [];
    await faults({ secretLength: async (name) => asked.push(name) && 64 }, gateway);
    expect(asked).toContain("frontdesk/production/SMS_WEBHOOK_SECRET");
  });

  it("sandboxes and a small quota are told with where to ask for more", async () => {
    const said = await faults({
      mail: async () => ({ production: false, perDay: 200 }),
      sms: async () => ({ production: false }),
      concurrency: async () => 10,
    });
    expect(said).toEqual([
      expect.stringContaining("SES in ap-southeast-1 is in its sandbox"),
      expect.stringContaining("SNS in ap-southeast-1 is in its sandbox"),
      expect.stringContaining("Lambda runs 10 functions at once"),
    ]);
  });

  it("a quota of mails smaller than the busiest day is told, and none where SES sets no limit", async () => {
    const busy = readStage("production", { ...own, mailsPerDay: 200_000 });
    const mail = async () => ({ production: true, perDay: 50_000 });
    expect(await faults({ mail })).toEqual([]);
    expect(await faults({ mail }, busy)).toEqual([
      expect.stringContaining('sends 50000 mails a day, and "mailsPerDay" asks for 200000'),
    ]);
    expect(await faults({ mail: async () => ({ production: true, perDay: -1 }) }, busy)).toEqual([]);
  });

  it("a month of SMS dearer than the account may have is told", async () => {
    const asked: number[] = [];
    const letSmsCost = async (monthlyUsd: number) => asked.push(monthlyUsd) < 0;
    expect(await faults({ letSmsCost })).toEqual([
      expect.stringContaining("SMS may not cost 200 US dollars a month in ap-southeast-1 yet"),
    ]);
    expect(await faults({ letSmsCost }, readStage("dev1", own))).toEqual([]);
    expect(asked).toEqual([200]);
  });

  it("a domain that is another stage's, or nobody's, is refused", async () => {
    const production = stage;
    const taken = readStage("dev1", own);
    expect(await faults({}, taken, [production])).toEqual([
      expect.stringContaining('belongs to stage "production" already'),
    ]);
    expect(await faults({}, readStage("production", example))).toEqual([
      expect.stringContaining("still names example.com"),
    ]);
  });

  it("somebody without credentials is told so, and asked for nothing", async () => {
    const id = async () => Promise.reject(new Error("no credentials"));
    expect(await faults({ id })).toEqual([expect.stringContaining("there are none for AWS")]);
  });
});
