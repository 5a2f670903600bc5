import i18next from "i18next";
import { describe, expect, test } from "vitest";
import { resources as en } from "./en";
import { resources as zh } from "./zh-CN";

const sources: Record<string, string> = import.meta.glob(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const textsOf = (catalogue: Record<string, Tree>) =>
  Object.entries(catalogue).flatMap(([namespace, tree]) => flatten(tree, `${namespace}:`));
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, "");
const keysOf = (catalogue: Record<string, Tree>) =>
  new Set(textsOf(catalogue).map(([key]) => withoutPlural(key)));
const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

const zhKeys = keysOf(zh);
const namespaces = Object.keys(zh).join("|");
const literal = new RegExp(`["'\`]((?:${namespaces}):[\\w.-]+)["'\`]`, "g");
const dynamic = new RegExp(`\`((?:${namespaces}):[\\w.-]*)\\$\\{`, "g");
const all = Object.values(sources).join("\n");
const written = new Set([...all.matchAll(literal)].map((match) => match[1] ?? ""));
const prefixes = [...all.matchAll(dynamic)].map((match) => match[1] ?? "");

describe("the catalogues", () => {
  test("have the same keys", () => {
    expect([...keysOf(en)].sort()).toEqual([...zhKeys].sort());
  });

  test("use the same placeholders in both languages", () => {
    const chinese = new Map(textsOf(zh).map(([key, text]) => [withoutPlural(key), placeholders(text)]));
    for (const [key, text] of textsOf(en)) {
      expect({ key, names: placeholders(text) }).toEqual({ key, names: chinese.get(withoutPlural(key)) });
    }
  });

  test("have no empty text, and both plural forms in English", () => {
    const texts = textsOf(en);
    const keys = new Set(texts.map(([key]) => key));
    for (const [key, text] of [...texts, ...textsOf(zh)]) expect(text.trim(), key).not.toBe("");
    for (const key of keys) {
      if (key.endsWith("_one")) expect(keys).toContain(key.replace(/_one$/, "_other"));
    }
  });

  test("hold every key the code names", () => {
    expect([...written].filter((key) => !zhKeys.has(key))).toEqual([]);
    expect(prefixes.filter((prefix) => ![...zhKeys].some((key) => key.startsWith(prefix)))).toEqual([]);
  });

  test("hold no key that the code does not name", () => {
    const unused = [...zhKeys].filter(
      (key) => !written.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});

test("no Chinese is written outside the catalogues", () => {
  const offending = Object.entries(sources).filter(([, source]) => /\p{Script=Han}/u.test(source));
  expect(offending.map(([path]) => path)).toEqual([]);
});

test("plural forms are chosen by count", async () => {
  const instance = i18next.createInstance();
  await instance.init({
    lng: "en",
    resources: { en, "zh-CN": zh },
    ns: Object.keys(en),
    showSupportNotice: false,
  });
  expect(instance.t("common:table.loaded", { count: 1 })).toBe("1 record shown");
  expect(instance.t("common:table.loaded", { count: 3 })).toBe("3 records shown");
  expect(instance.getFixedT("zh-CN")("common:table.loaded", { count: 3 })).toBe("已显示 3 条");
});

test("Chinese texts use Chinese punctuation", () => {
  const chinese = textsOf(zh).filter(([, text]) => /\p{Script=Han}/u.test(text));
  const offending = chinese.filter(([, text]) => /[,;?!:()]/.test(text.replace(/\{\{.*?\}\}/g, "")));
  expect(offending).toEqual([]);
});
