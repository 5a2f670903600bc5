import { named, type Statement } from "./templates";

/** One thing that is asked of DynamoDB, as IAM sees it. */
export type Question = {
  action: string;
  /** "table", or an index's name. */
  on: string;
  /** The partition keys named; undefined when the request names none. */
  leadingKeys?: readonly string[];
  /** The transaction or batch it is part of. */
  within?: string;
};

/** Who asks: the session's tag. */
export type Session = { tenant?: string };

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** `*` is anything, `?` one character; a variable's value stands for itself, whatever letters it has. */
function isLike(value: string, pattern: string, { tenant }: Session): boolean {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const parts = pattern.split(/(\$\{aws:PrincipalTag\/tenant\}|\*|\?)/).map((part) => {
    if (part === "*") return ".*";
    if (part === "?") return ".";
    if (!part.startsWith("${")) return literal(part);
    // An absent tag makes the statement match nothing.
    return tenant === undefined ? "(?!)" : literal(tenant);
  });
  return new RegExp(`^${parts.join("")}$`, "s").test(value);
}

/** A statement's table or index; the table's stream is neither. */
function placeOf(resource: unknown): string {
  const text = JSON.stringify(resource) ?? "";
  if (text.includes("StreamArn")) return "stream";
  const index = /"\/index\/(\w+)"/.exec(text)?.[1];
  return named(resource).startsWith("Table") ? (index ?? "table") : "elsewhere";
}

const contextOf = ({ leadingKeys, within }: Question): Record<string, readonly string[] | undefined> => ({
  // To IAM a set of no keys is no key at all.
  "dynamodb:LeadingKeys": leadingKeys?.length ? leadingKeys : undefined,
  "dynamodb:EnclosingOperation": within === undefined ? undefined : [within],
});

/** Exactly the operators our policies use, by IAM's rules; any other is an error, not a pass. */
function holds(operator: string, wanted: string[], given: readonly string[] | undefined, who: Session) {
  switch (operator) {
    case "ForAllValues:StringLike":
      // True for a key that is absent: which is why "Null" stands beside it.
      return (given ?? []).every((value) => wanted.some((pattern) => isLike(value, pattern, who)));
    case "ForAnyValue:StringEquals":
      return (given ?? []).some((value) => wanted.includes(value));
    case "Null":
      return wanted.every((isNull) => (isNull === "true") === (given === undefined));
    default:
      throw new Error(`The evaluator does not know ${operator}`);
  }
}

function allows(statement: Statement, question: Question, who: Session): boolean {
  if (statement.Effect !== "Allow") throw new Error("The evaluator knows Allow only");
  const context = contextOf(question);
  return (
    list(statement.Action).includes(`dynamodb:${question.action}`) &&
    list(statement.Resource).some((resource) => placeOf(resource) === question.on) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => {
        if (!(key in context)) throw new Error(`The evaluator does not know ${key}`);
        return holds(operator, list(wanted) as string[], context[key], who);
      }),
    )
  );
}

/** Whether somebody may: nothing is allowed but by a statement. */
export const isAllowed = (statements: readonly Statement[], question: Question, who: Session): boolean =>
  statements.some((statement) => allows(statement, question, who));
