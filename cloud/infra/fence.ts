import { tenantTag } from "@frontdesk/core/aws/tenant-credentials";
import { dueIndex, indexes } from "@frontdesk/core/table/schema";
import { tenantless } from "@frontdesk/core/table/tenantless";

/** A statement as IAM reads it. `NotResource` is for actions that also know things without a name. */
export type Statement = {
  Sid: string;
  Effect: "Allow";
  Action: string[];
  Condition?: Record<string, Record<string, string | string[]>>;
} & ({ Resource: string[] } | { NotResource: string[] });

const leading = "dynamodb:LeadingKeys";
const tenant = `\${aws:PrincipalTag/${tenantTag}}`;
const ownKeys = [`${tenant}#*`];
const sharedKeys = tenantless.map((scope) => `${scope}#*`);

/** Nothing else: no Scan, no PartiQL, no whole-table action. */
const reads = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"];
const writes = ["dynamodb:PutItem", "dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"];

/** Every key a request names must be one of these, and it must name one: an absent key would pass the first alone. */
const only = (keys: string[]) => ({
  "ForAllValues:StringLike": { [leading]: keys },
  Null: { [leading]: "false" },
});

/**
 * What a session tagged with a tenant may do: everything with that tenant's keys on the table and its indexes, and,
 * within one transaction with them, write the items without a tenant that belong to it (a link's hash, a session).
 */
export const tenantStatements = (table: string): Statement[] => [
  {
    Sid: "OwnKeys",
    Effect: "Allow",
    Action: [...reads, ...writes],
    Resource: [table, ...indexes.map((name) => `${table}/index/${name}`)],
    Condition: only(ownKeys),
  },
  {
    Sid: "OwnTransactions",
    Effect: "Allow",
    Action: writes,
    Resource: [table],
    Condition: {
      ...only([...ownKeys, ...sharedKeys]),
      "ForAnyValue:StringEquals": { "dynamodb:EnclosingOperation": ["TransactWriteItems"] },
    },
  },
];

/** What functions may do by themselves: items without a tenant. `update` is for counters of tries. */
export const tenantlessStatements = (table: string): Statement[] => [
  {
    Sid: "TenantlessKeys",
    Effect: "Allow",
    Action: [...reads, ...writes, "dynamodb:UpdateItem"],
    Resource: [table, `${table}/index/${indexes[0]}`],
    Condition: only(sharedKeys),
  },
];

/** What hears of an SMS may do: look up whose it was, by the network's reference. */
export const receiptStatements = (table: string): Statement[] => [
  {
    Sid: "Receipts",
    Effect: "Allow",
    Action: ["dynamodb:GetItem"],
    Resource: [table],
    Condition: only(["link#*"]),
  },
];

/** What the schedules may do beside: look through the index of what is due, which holds keys only. */
export const dueStatements = (table: string): Statement[] => [
  { Sid: "DueIndex", Effect: "Allow", Action: ["dynamodb:Query"], Resource: [`${table}/index/${dueIndex}`] },
];

/** The files of a session's tenant. */
export const tenantFileStatements = (bucket: string): Statement[] => [
  {
    Sid: "OwnFiles",
    Effect: "Allow",
    Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
    Resource: [`${bucket}/${tenant}/*`, `${bucket}/uploads/${tenant}/*`],
  },
];
