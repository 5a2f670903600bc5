import { describe, expect, test } from "vitest";
import { resources as zh } from "../../i18n/zh-CN";
import { kindOf, partsOf } from "./audited";

test("an id tells what it names", () => {
  expect(kindOf("tkt_01M801XB35CG128E2FPXSC4TMC")).toBe("ticket");
  expect(kindOf("customer#x")).toBeUndefined();
});

test("a detail is split into its changes, and words stay words", () => {
  expect(partsOf('{"role":"auditor","projectIds":"all"}', "member.change")).toEqual([
    { name: "role", value: "auditor" },
    { name: "projectIds", value: "all" },
  ]);
  expect(partsOf("R-2026-1", "ticket.register")).toEqual([{ value: "R-2026-1" }]);
  expect(partsOf("12", "fee.remind")).toEqual([{ value: "12" }]);
  expect(partsOf("assign", "ticket.assign")).toEqual([]);
  expect(partsOf(undefined, "ticket.assign")).toEqual([]);
});

const sources: Record<string, string> = import.meta.glob(
  [
    "../../../../packages/core/src/**/*.ts",
    "!../../../../packages/core/src/**/*.test.ts",
    "!../../../../packages/core/src/**/*.testing.ts",
  ],
  { query: "?raw", import: "default", eager: true },
);

describe("every act that leaves a trace", () => {
  const verbs = Object.values(sources).flatMap((source) =>
    source
      .split(/\bverb\(\{/)
      .slice(1)
      .flatMap((rest) => {
        const body = rest.split("\n});")[0] ?? "";
        const name = /^\s*name: "([\w.]+)"/.exec(body)?.[1];
        // A verb that only reads has no use for the work, and some say that they are no act of a person.
        return name && /, work\)/.test(body) && !body.includes("audited: false") ? [name] : [];
      }),
  );
  // A person's own matters, and a letter before there is a firm, stand in no firm's trail.
  const ofNoFirm = /^session\.|^signUp\.(create|resend)$|\.get$/;
  const texts = zh.audit.verb as Record<string, Record<string, string>>;

  test.each([...new Set(verbs)].filter((name) => !ofNoFirm.test(name)))("%s has its words", (name) => {
    const [domain = "", act = ""] = name.split(".");
    expect(texts[domain]?.[act]).toBeTruthy();
  });
});
