import { InvalidInput, type Issue } from "@frontdesk/core/error";
import { fileFaults } from "@frontdesk/core/importing/fault";
import { en, zhCN } from "zod/locales";
import { chinese, chineseValues } from "./errors.texts";

/** What an error says to people in Chinese. */
export function wordsOf(error: Error): string {
  if (!(error instanceof InvalidInput) || !error.issue) return inChinese(error.message);
  const words = issueInChinese(error.issue);
  return error.field ? `${error.field}：${words}` : words;
}

const english = en().localeError;
const simplified = zhCN().localeError;
type Told = ReturnType<typeof english>;
const plain = (told: Told) => (typeof told === "string" ? told : told?.message);

/** Words that are zod's own it has in Chinese too; what a schema of ours says instead stands in our catalogue. */
function issueInChinese(issue: Issue): string {
  // `parse` asks for the input in the issue, which zod's types of a finished issue only allow for.
  const raw = issue as Parameters<typeof english>[0];
  const own = plain(english(raw)) === issue.message;
  return (own && plain(simplified(raw))) || inChinese(issue.message);
}

const fixed = new Map<string, string>([
  ...Object.entries<string>(chinese),
  ...Object.values(fileFaults).map(({ en, zh }) => [en, zh] as const),
]);
const placeholder = /\{(\w+)\}/g;
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const templates = [...fixed]
  .filter(([english]) => english.search(placeholder) >= 0)
  .map(([english, words]) => ({
    pattern: new RegExp(
      `^${english
        .split(/\{\w+\}/)
        .map(literal)
        .join("(.+)")}$`,
      "s",
    ),
    names: [...english.matchAll(placeholder)].map(([, name = ""]) => name),
    words,
  }));

/** A message of ours in Chinese; one that is not in the catalogue stays as it is. */
export function inChinese(message: string): string {
  const words = fixed.get(message);
  if (words !== undefined) return words;
  for (const { pattern, names, words } of templates) {
    const found = pattern.exec(message);
    if (!found) continue;
    const values = new Map(names.map((name, at) => [name, valueInChinese(name, found[at + 1] ?? "")]));
    return words.replace(placeholder, (whole, name: string) => values.get(name) ?? whole);
  }
  return message;
}

const valueInChinese = (name: string, value: string) => chineseValues[name]?.[value] ?? value;
