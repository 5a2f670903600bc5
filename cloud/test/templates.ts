import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isPermanent } from "../infra/stage";

export const root = join(import.meta.dirname, "../..");
/** The stage whose templates are looked at (vitest.cloud.config.ts), and whether it is there to stay. */
export const stage = process.env.FRONTDESK_STAGE ?? "example";
export const permanent = isPermanent(stage);
const out = join(root, "cloud.out", stage);

type Properties = Record<string, unknown>;
/** A resource of a template. `T` is what a test looks at of its properties. */
export type Resource<T = Properties> = {
  stack: string;
  id: string;
  type: string;
  properties: T;
  deletion?: string;
  replacement?: string;
};
type Template = {
  Outputs?: Record<string, { Value: unknown }>;
  Resources: Record<
    string,
    { Type: string; Properties?: Properties; DeletionPolicy?: string; UpdateReplacePolicy?: string }
  >;
};

function read(): { file: string; stack: string; template: Template }[] {
  if (!existsSync(out)) throw new Error('There are no templates: run "npm run synth" first.');
  return ["edge", "service"].flatMap((part) =>
    readdirSync(join(out, part)).flatMap((name) => {
      const stack = new RegExp(`^${stage}-frontdesk-(\\w+)\\.template\\.json$`).exec(name)?.[1];
      const file = join(out, part, name);
      return stack ? [{ file, stack, template: JSON.parse(readFileSync(file, "utf8")) as Template }] : [];
    }),
  );
}

const templates = read();

/** The stacks there are. */
export const stackNames = templates.map(({ stack }) => stack).sort();

/** Every resource of all stacks, as the templates have it. */
export const resources: Resource[] = templates.flatMap(({ stack, template }) =>
  Object.entries(template.Resources).map(([id, resource]) => ({
    ...{ stack, id, type: resource.Type, properties: resource.Properties ?? {} },
    ...{ deletion: resource.DeletionPolicy, replacement: resource.UpdateReplacePolicy },
  })),
);

/** What a stack says of itself. */
export const outputsOf = (stack: string) =>
  templates.find((one) => one.stack === stack)?.template.Outputs ?? {};

/** All resources of a type. */
export const ofType = <T = Properties>(type: string): Resource<T>[] =>
  resources.filter((resource) => resource.type === type) as Resource<T>[];

/** The one resource of a type, whose id begins so. Throws unless there is exactly one. */
export function one<T = Properties>(type: string, begins = ""): Resource<T> {
  const found = ofType<T>(type).filter(({ id }) => id.startsWith(begins));
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} of ${type} ${begins}`);
  return first;
}

/** Every template's text, and everything else that was written beside it. */
export const written = (ending: string) =>
  ["edge", "service"].flatMap((part) =>
    readdirSync(join(out, part))
      .filter((name) => name.endsWith(ending))
      .map((name) => ({ name, text: readFileSync(join(out, part, name), "utf8") })),
  );

/** The resource that a value names: by reference, by attribute, or by another stack's export. */
export function named(value: unknown): string {
  const text = JSON.stringify(value);
  const direct = /"Ref":"(\w+)"|"Fn::GetAtt":\["(\w+)"/.exec(text);
  const imported = /ExportsOutput(?:Ref|FnGetAtt)(\w+?)(?:Arn|StreamArn|QueueName)?[0-9A-F]{8}"/.exec(text);
  return direct?.[1] ?? direct?.[2] ?? imported?.[1] ?? text;
}

type LambdaProperties = {
  Architectures: string[];
  Runtime: string;
  MemorySize: number;
  Timeout: number;
  Description?: unknown;
  TracingConfig: { Mode: string };
  LoggingConfig: { LogFormat?: string; LogGroup: unknown };
  Environment?: { Variables: Record<string, unknown> };
  Role: unknown;
};

/** Our own functions by name; the CDK's for what CloudFormation lacks is not among them. */
export const functions = Object.fromEntries(
  ofType<LambdaProperties>("AWS::Lambda::Function").flatMap((resource) => {
    const description = resource.properties.Description;
    // The CDK describes its own functions in words and references.
    const text = typeof description === "string" ? description : "";
    const name = new RegExp(`^Frontdesk ${stage}: ([\\w-]+)$`).exec(text)?.[1];
    return name ? [[name, resource]] : [];
  }),
);

export type Statement = {
  Sid?: string;
  Effect: string;
  Action: string | string[];
  Resource?: unknown;
  NotResource?: unknown;
  Condition?: Record<string, Record<string, string | string[]>>;
};
type Policies = { Policies?: { PolicyDocument: { Statement: Statement[] } }[] };

/** What a role may do. */
export const statementsOf = (role: Resource): Statement[] =>
  ((role.properties as Policies).Policies ?? []).flatMap(({ PolicyDocument }) => PolicyDocument.Statement);

/** What the function of this name may do. */
export function rightsOf(name: string): Statement[] {
  const fn = functions[name];
  const id = named(fn?.properties.Role);
  const role = ofType("AWS::IAM::Role").find((one) => one.id === id && one.stack === fn?.stack);
  if (!role) throw new Error(`${name} has no role`);
  return statementsOf(role);
}
