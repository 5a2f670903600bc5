import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type SettingName, settings } from "@frontdesk/core/environment/settings";
import { describe, expect, it } from "vitest";
import { functionNames } from "../../scripts/build-functions.mjs";
import {
  functions,
  named,
  ofType,
  permanent,
  resources,
  rightsOf,
  root,
  stage,
  statementsOf,
} from "./templates";

const all = Object.entries(functions);
const environmentOf = (name: string) =>
  Object.keys(functions[name]?.properties.Environment?.Variables ?? {}) as SettingName[];

it("has a function for every entry point, and an entry point for every function", () => {
  expect(Object.keys(functions).sort()).toEqual(functionNames());
});

describe.each(all)("function %s", (_, { properties }) => {
  it("runs on arm64 and nodejs22.x, traced", () => {
    expect(properties).toMatchObject({
      ...{ Architectures: ["arm64"], Runtime: "nodejs22.x", TracingConfig: { Mode: "Active" } },
    });
  });

  it("logs JSON into a group that forgets", () => {
    expect(properties.LoggingConfig.LogFormat).toBe("JSON");
    const group = resources.find(({ id }) => id === named(properties.LoggingConfig.LogGroup));
    expect(group?.properties.RetentionInDays).toBe(permanent ? 90 : 7);
  });
});

/** The files of a bundle that are read before its handler is there: those it imports, and those they import. */
function readAtStart(name: string, file = "index.mjs", found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(root, "dist/functions", name, file), "utf8");
  for (const [, next = ""] of text.matchAll(/(?:from|import)"\.\/([\w.-]+)"/g))
    readAtStart(name, next, found);
  return found;
}

describe.each(Object.keys(functions))("the bundle of %s", (name) => {
  it("starts by itself, waiting for nothing but secrets", async () => {
    const file = join(root, "dist/functions", name, "index.mjs");
    const secrets = { FRONTDESK_SECRET: "x".repeat(48), FRONTDESK_ORIGIN: "x".repeat(48) };
    const code = `console.log(typeof (await import(${JSON.stringify(file)})).handler)`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code], {
      env: { ...process.env, ...secrets, AWS_REGION: "eu-central-1", MAIL_CHANNEL: "capture" },
    });
    expect(stdout.trim()).toBe("function");
  });

  it("has the typeface of paper beside it if it puts anything on paper, and no megabytes of it otherwise", () => {
    const folder = join(root, "dist/functions", name);
    const bundled = readdirSync(folder).filter((file) => file.endsWith(".mjs"));
    const typeface = "NotoSerifSC-Regular.ttf";
    const asks = bundled.some((file) => readFileSync(join(folder, file), "utf8").includes(typeface));
    expect(existsSync(join(folder, "fonts", typeface))).toBe(asks);
    if (name === "archive") expect(asks).toBe(true);
  });

  it("opens few files to do so", () => {
    expect(readAtStart(name).size).toBeLessThanOrEqual(6);
  });
});

it("sets a retention on every log group, leaves none to Lambda to make, and x86 nowhere", () => {
  const groups = ofType("AWS::Logs::LogGroup");
  expect(groups.filter(({ properties }) => !properties.RetentionInDays)).toEqual([]);
  const ids = groups.map(({ id }) => id);
  const own = ofType<{ LoggingConfig?: { LogGroup?: unknown } }>("AWS::Lambda::Function");
  expect(own.filter(({ properties }) => !ids.includes(named(properties.LoggingConfig?.LogGroup)))).toEqual(
    [],
  );
  const other = ofType("AWS::Lambda::Function").filter(
    ({ properties }) => JSON.stringify(properties.Architectures) !== '["arm64"]',
  );
  expect(other).toEqual([]);
});

describe("the environment", () => {
  const textOf = (name: string) => {
    const folder = join(root, "dist/functions", name);
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name: file }) => readFileSync(join(folder, file), "utf8"))
      .join("\n");
  };
  const inCode = (name: string): SettingName[] => {
    const asked = [...textOf(name).matchAll(/[\w$]\("([A-Z][A-Z_]+)"[,)]/g)].map(([, found]) => found);
    return [...new Set(asked)].filter((one): one is SettingName => Object.hasOwn(settings, one ?? ""));
  };
  const given = ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];
  const isSecret = (name: SettingName) => "secret" in settings[name];
  const isOptional = (name: SettingName) => "optional" in settings[name];

  it.each(Object.keys(functions))(
    "of %s has what its code reads, and nothing that it does not read",
    (name) => {
      const set = environmentOf(name);
      const read = inCode(name);
      const missing = read.filter(
        (one) =>
          settings[one].where !== "machine" &&
          !isSecret(one) &&
          !isOptional(one) &&
          !set.includes(one) &&
          !given.includes(one),
      );
      expect(missing).toEqual([]);
      const text = textOf(name);
      // The list of all settings, which every bundle holds, reads none of them.
      const isRead = (one: string) => text.replaceAll(`${one}:{where:`, "").includes(one);
      expect(set.filter((one) => !isRead(one))).toEqual([]);
      expect(set.filter((one) => settings[one]?.where === "machine")).toEqual([]);
    },
  );

  it("holds no secret, neither by name nor by value", () => {
    for (const [name, { properties }] of all) {
      expect([name, environmentOf(name).filter(isSecret)]).toEqual([name, []]);
      expect(JSON.stringify(properties.Environment ?? {})).not.toContain("{{resolve:");
    }
  });

  it("of the cloud is set somewhere, each variable of it", () => {
    const set = new Set(Object.keys(functions).flatMap(environmentOf));
    const names = Object.keys(settings) as SettingName[];
    const forgotten = names.filter(
      (one) =>
        settings[one].where !== "machine" &&
        !isOptional(one) &&
        !isSecret(one) &&
        !given.includes(one) &&
        !set.has(one),
    );
    expect(forgotten).toEqual([]);
  });

  it("is read through the one list alone", () => {
    const sources = ["packages/core/src", "packages/functions/src"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file) && !/test|testing/.test(file))
        .map((file) => join(folder, file)),
    );
    const elsewhere = sources.filter((file) =>
      readFileSync(join(root, file), "utf8").includes("process.env"),
    );
    // The sender's channels take the environment as a whole, by schemas of their own.
    expect(elsewhere.sort()).toEqual([
      "packages/core/src/environment/settings.ts",
      "packages/functions/src/lambda/send.ts",
    ]);
  });
});

describe("rights", () => {
  const statements = ofType("AWS::IAM::Role").flatMap((role) =>
    statementsOf(role).map((statement) => ({ role: role.id, ...statement })),
  );
  const list = (value: unknown) => [value].flat() as unknown[];

  it("name every action", () => {
    const wild = statements.filter(({ Action }) =>
      list(Action).some((action) => String(action).includes("*")),
    );
    expect(wild).toEqual([]);
  });

  it("name every resource but for what knows none", () => {
    const reasons = new Set(["Trace", "ListStreams"]);
    const wild = statements.filter(({ Resource }) => list(Resource).includes("*"));
    expect(wild.filter(({ Sid }) => !reasons.has(Sid ?? ""))).toEqual([]);
    expect(new Set(wild.map(({ Sid }) => Sid))).toEqual(reasons);
  });

  it("to publish reach phones, and no topic", () => {
    const publish = statements.filter(({ Action }) => list(Action).includes("sns:Publish"));
    expect(publish.map(({ Resource, NotResource }) => [Resource, JSON.stringify(NotResource)])).toEqual([
      [undefined, expect.stringContaining(':sns:*:*:*"')],
    ]);
    expect(statements.filter(({ NotResource }) => NotResource !== undefined)).toEqual(publish);
  });

  it("set aside what nobody waits for and failed", () => {
    type Invoke = { FunctionName: unknown; DestinationConfig: { OnFailure: { Destination: unknown } } };
    const kept = ofType<Invoke>("AWS::Lambda::EventInvokeConfig").map(({ properties }) => [
      named(properties.FunctionName),
      named(properties.DestinationConfig.OnFailure.Destination).replace(/[0-9A-F]{8}$/, ""),
    ]);
    const wanted = { feedback: "Unheard", receipts: "Unheard", schedule: "Missed" };
    expect(Object.fromEntries(kept)).toEqual(
      Object.fromEntries(Object.entries(wanted).map(([name, queue]) => [functions[name]?.id, queue])),
    );
    for (const [name, queue] of Object.entries(wanted)) {
      const own = rightsOf(name).filter(({ Sid }) => Sid === "SetAside");
      expect(own.map(({ Resource }) => named(Resource))).toEqual([expect.stringMatching(`^${queue}`)]);
    }
  });

  it("of functions are all in their role, none added on the way", () => {
    const roles = all.map(([, { properties }]) => named(properties.Role));
    const added = ofType("AWS::IAM::Policy").filter(({ properties }) =>
      list(properties.Roles).some((role) => roles.includes(named(role))),
    );
    expect(added).toEqual([]);
    const managed = all.filter(([, { properties, stack }]) => {
      const role = resources.find(({ id, stack: own }) => id === named(properties.Role) && own === stack);
      return role?.properties.ManagedPolicyArns !== undefined;
    });
    expect(managed).toEqual([]);
  });

  it("to secrets are those that the code reads", () => {
    for (const name of ["api", "archive", "sign-in"]) {
      const secrets = JSON.stringify(rightsOf(name).filter(({ Sid }) => Sid === "Secrets"));
      expect(secrets).toContain(`frontdesk/${stage}/FRONTDESK_SECRET-??????`);
      expect(secrets).toContain(`frontdesk/${stage}/FRONTDESK_ORIGIN-??????`);
      expect(secrets).not.toContain("SMS_WEBHOOK_SECRET");
    }
    for (const name of ["figures", "messages", "schedule", "feedback", "receipts"])
      expect(rightsOf(name).filter(({ Sid }) => Sid === "Secrets")).toEqual([]);
  });
});
