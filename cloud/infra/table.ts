import { tableSchema, ttlAttribute } from "@frontdesk/core/table/schema";
import { RemovalPolicy } from "aws-cdk-lib";
import { CfnTable } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import type { Stage } from "./stage";

/** The one table, from core's own schema; on permanent stages nothing short of a person's own hand removes it. */
export function makeTable(scope: Construct, { permanent }: Stage): CfnTable {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode, StreamSpecification } =
    tableSchema("");
  const keys = (schema: typeof KeySchema) =>
    schema.map(({ AttributeName, KeyType }) => ({ attributeName: AttributeName, keyType: KeyType }));
  const table = new CfnTable(scope, "Table", {
    billingMode: BillingMode,
    attributeDefinitions: AttributeDefinitions.map(({ AttributeName, AttributeType }) => ({
      attributeName: AttributeName,
      attributeType: AttributeType,
    })),
    keySchema: keys(KeySchema),
    globalSecondaryIndexes: GlobalSecondaryIndexes.map(({ IndexName, KeySchema: schema, Projection }) => ({
      indexName: IndexName,
      keySchema: keys(schema),
      projection: { projectionType: Projection.ProjectionType },
    })),
    streamSpecification: { streamViewType: StreamSpecification.StreamViewType },
    timeToLiveSpecification: { attributeName: ttlAttribute, enabled: true },
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    sseSpecification: { sseEnabled: true },
    deletionProtectionEnabled: permanent,
  });
  table.applyRemovalPolicy(permanent ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
  return table;
}
