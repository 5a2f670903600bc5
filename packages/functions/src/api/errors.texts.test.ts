import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { badRequest, DomainError, InvalidInput } from "@frontdesk/core/error";
import { TooMany } from "@frontdesk/core/identity/throttle";
import { ImportError } from "@frontdesk/core/importing/fault";
import { parse } from "@frontdesk/core/verb";
import { Hono } from "hono";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { errorLocale, onError } from "./errors";
import { inChinese, wordsOf } from "./errors.language";
import { chinese } from "./errors.texts";

const root = join(import.meta.dirname, "../../..");

/** Words for who sets the service up, read in its log and never in an answer. */
const inTheLog = /message[/]channel[/]settings\.ts$/;

const sources = ["core/src", "functions/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|testing)\.tsx?$/.test(file) && !inTheLog.test(file))
    .map((file) => join(root, folder, file)),
);

/** The expressions in a file whose text a person may meet as an error's message. */
function* messagesIn(file: string): Generator<ts.Expression> {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const nodes: ts.Node[] = [source];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    ts.forEachChild(node, (child) => void nodes.push(child));
    const message = messageIn(node);
    if (message) yield message;
  }
}

function messageIn(node: ts.Node): ts.Expression | undefined {
  if (ts.isPropertyAssignment(node)) {
    const issue = ts.isCallExpression(node.parent.parent) && node.parent.parent.expression.getText();
    return issue && /\.addIssue$/.test(issue) && node.name.getText() === "message"
      ? node.initializer
      : undefined;
  }
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  const name = node.expression.getText();
  if (/^(badRequest|conflict|gone|tooMany)$/.test(name)) return node.arguments?.[0];
  if (name === "DomainError" || /\.(regex|refine)$/.test(name)) return node.arguments?.[1];
  return name === "super" && /extends DomainError\b/.test(classOf(node).getText())
    ? node.arguments?.[1]
    : undefined;
}

function classOf(node: ts.Node): ts.Node {
  return ts.isClassDeclaration(node) || ts.isSourceFile(node) ? node : classOf(node.parent);
}

/** What an expression may come to, `{}` for each value in it; undefined where that cannot be told here. */
function textsOf(expression: ts.Expression): string[] | undefined {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isObjectLiteralExpression(expression)) {
    const named = expression.properties.find((one) => one.name?.getText() === "message");
    return named && ts.isPropertyAssignment(named) ? textsOf(named.initializer) : undefined;
  }
  if (ts.isConditionalExpression(expression)) {
    const [one, other] = [textsOf(expression.whenTrue), textsOf(expression.whenFalse)];
    return one && other && [...one, ...other];
  }
  if (!ts.isTemplateExpression(expression)) return undefined;
  const rest = expression.templateSpans.map(({ literal }) => `{}${literal.text}`);
  return [expression.head.text + rest.join("")];
}

const plain = (text: string) => text.replace(/\{\w*\}/g, "{}");
const known = new Set(Object.keys(chinese).map(plain));
/** Put together elsewhere, of texts that have their own Chinese: files' faults, zod's issues, and parameters. */
const passedOn: ReadonlySet<string> = new Set(["fileFaults[fault].en", "message"]);
/** Its one value is a sentence's end, and both ends are in the catalogue. */
const inTwoForms = "A payment with this reference is recorded already{}";

describe("every message that the API may answer with", () => {
  const found = sources.flatMap((file) => [...messagesIn(file)]);

  test("is found in the code", () => {
    expect(found.length).toBeGreaterThan(100);
  });

  test("can be told from the code", () => {
    const dark = found.filter((one) => !textsOf(one)).map((one) => one.getText());
    expect(dark.filter((text) => !passedOn.has(text))).toEqual([]);
  });

  test("has its Chinese", () => {
    const missing = found.flatMap((one) => textsOf(one) ?? []).filter((text) => !known.has(plain(text)));
    expect([...new Set(missing)].filter((text) => text !== inTwoForms)).toEqual([]);
  });

  test("has the same values in Chinese, or fewer", () => {
    for (const [english, words] of Object.entries(chinese)) {
      const names = new Set(english.match(/\{\w+\}/g));
      for (const name of words.match(/\{\w+\}/g) ?? []) expect(names, english).toContain(name);
      expect(words).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe("in Chinese", () => {
  test.each([
    ["This file has been removed", "文件已删除"],
    ["At most 256 KB are taken here", "内容过大，最多 256 KB"],
    [
      "This looks like a file of opening arrears, not of houses and residents",
      "这像是期初欠费的文件，而不是房屋与业户的文件",
    ],
    ["A campaign that is closed cannot be closed", "问卷活动已结束，不能结束"],
    ["This cannot be done while the ticket is started", "报事处理中，不能进行这项操作"],
    ["A payment with this reference is recorded already", "这个凭证号的收款已登记"],
    ["A payment with this reference is recorded already on receipt S-7", "这个凭证号的收款已登记在收据 S-7"],
    ["allocations.3.billId: not a bill that this house owes", "这张账单不由这套房屋承担"],
    ["Words nobody knows", "Words nobody knows"],
  ])("%s", (english, words) => {
    expect(inChinese(english)).toBe(words);
  });

  const faultOf = (schema: z.ZodType, raw: unknown) => {
    try {
      parse(schema, raw);
    } catch (error) {
      if (error instanceof InvalidInput) return error;
    }
    throw new Error("nothing was wrong");
  };

  test("zod's own words come from zod, ours from the catalogue", () => {
    const own = faultOf(z.object({ name: z.string().min(2) }), { name: "x" });
    expect(own.message).toBe("name: Too small: expected string to have >=2 characters");
    expect(wordsOf(own)).toMatch(/^name：数值过小/);
    const wrongType = faultOf(z.object({ name: z.string() }), { name: 7 });
    expect(wordsOf(wrongType)).toMatch(/^name：无效输入.*数字|^name：无效输入.*number/);
    const ours = faultOf(z.object({ signature: z.string().regex(/^x$/, "without brackets") }), {
      signature: "[",
    });
    expect(wordsOf(ours)).toBe("signature：不要包含括号");
    expect(ours.message).toBe("signature: without brackets");
  });

  test("a union says what our own branch of it says", () => {
    const phone = z.string().refine(() => false, "is not a phone number");
    const refused = faultOf(z.object({ phone: z.union([z.literal(""), phone]) }), { phone: "abc" });
    expect(refused.message).toBe("phone: is not a phone number");
    expect(wordsOf(refused)).toBe("phone：不是有效的电话号码");
    const neither = faultOf(z.union([z.literal("all"), z.int()]), "some");
    expect(wordsOf(neither)).toBe("无效输入");
  });

  test("throttles and files say theirs", () => {
    expect(wordsOf(new TooMany(61))).toBe("操作过于频繁，请 2 分钟后再试");
    expect(wordsOf(new TooMany(30))).toBe("操作过于频繁，请 1 分钟后再试");
    expect(wordsOf(new ImportError("legacy_xls"))).toContain("xlsx");
    expect(wordsOf(new ImportError("legacy_xls"))).toMatch(/\p{Script=Han}/u);
  });
});

describe("the language", () => {
  test.each([
    [undefined, "en"],
    ["*", "en"],
    ["fr", "en"],
    ["en", "en"],
    ["zh-CN", "zh-CN"],
    ["zh-TW,en;q=0.5", "zh-CN"],
    ["en,zh;q=0.5", "en"],
  ])("of %s is %s", (header, locale) => {
    expect(errorLocale(header)).toBe(locale);
  });

  test("changes the words of an answer alone", async () => {
    const app = new Hono().get("/", () => {
      throw badRequest("One column can only be one field", "matching");
    });
    app.onError(onError);
    const answer = async (language: string) => {
      const response = await app.request("/", { headers: { "accept-language": language } });
      const { error } = z.object({ error: z.record(z.string(), z.unknown()) }).parse(await response.json());
      return { status: response.status, ...error };
    };
    expect(await answer("zh-CN")).toMatchObject({
      status: 400,
      code: "bad_request",
      field: "matching",
      message: "一列只能对应一个字段",
    });
    expect(await answer("en")).toMatchObject({
      status: 400,
      code: "bad_request",
      field: "matching",
      message: "One column can only be one field",
    });
  });

  test("an error of the domain without words in Chinese keeps its own", () => {
    expect(wordsOf(new DomainError("gone", "Words nobody knows"))).toBe("Words nobody knows");
  });
});
