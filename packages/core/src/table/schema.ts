import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

/** Secondary indexes shared by all entities; `due` holds keys only (architecture, rule 5). */
export const indexes = ["gsi1", "gsi2", "gsi3"] as const;
export const dueIndex = "due";
/** The attribute DynamoDB's time to live reads, in epoch seconds. */
export const ttlAttribute = "expiresAt";

const keyPair = (prefix: string) => [
  { AttributeName: `${prefix}pk`, KeyType: "HASH" as const },
  { AttributeName: `${prefix}sk`, KeyType: "RANGE" as const },
];

/** The one table, as CreateTable wants it; the stacks and the one-machine run both build from this. */
export const tableSchema = (tableName: string) =>
  ({
    TableName: tableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: ["", ...indexes, dueIndex]
      .flatMap((prefix) => [`${prefix}pk`, `${prefix}sk`])
      .map((name) => ({ AttributeName: name, AttributeType: "S" as const })),
    KeySchema: keyPair(""),
    GlobalSecondaryIndexes: [
      ...indexes.map((name) => ({
        IndexName: name,
        KeySchema: keyPair(name),
        Projection: { ProjectionType: "ALL" as const },
      })),
      {
        IndexName: dueIndex,
        KeySchema: keyPair(dueIndex),
        Projection: { ProjectionType: "KEYS_ONLY" as const },
      },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
  }) satisfies CreateTableCommandInput;
