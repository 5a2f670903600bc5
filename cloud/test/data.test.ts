import { tableSchema } from "@frontdesk/core/table/schema";
import { describe, expect, it } from "vitest";
import { ofType, one, permanent, resources, stage, statementsOf } from "./templates";

/** What becomes of what holds data when its stack goes. */
const fate = permanent ? "Retain" : "Delete";

type Bucket = {
  PublicAccessBlockConfiguration: Record<string, boolean>;
  VersioningConfiguration?: { Status: string };
  LifecycleConfiguration?: { Rules: Record<string, unknown>[] };
  BucketEncryption: object;
  LoggingConfiguration?: object;
};

describe("the table", () => {
  const { properties, deletion, replacement } = one("AWS::DynamoDB::Table");

  it("is the one of core's schema", () => {
    const schema = tableSchema("");
    expect(ofType("AWS::DynamoDB::Table")).toHaveLength(1);
    expect(properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: schema.AttributeDefinitions,
      KeySchema: schema.KeySchema,
      GlobalSecondaryIndexes: schema.GlobalSecondaryIndexes,
      StreamSpecification: { StreamViewType: schema.StreamSpecification.StreamViewType },
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
    });
  });

  it("can be had back to any second of 35 days, and goes by nobody's slip where it is to stay", () => {
    expect(properties).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      DeletionProtectionEnabled: permanent,
      SSESpecification: { SSEEnabled: true },
    });
    expect([deletion, replacement]).toEqual([fate, fate]);
  });
});

describe("the buckets", () => {
  const buckets = ofType<Bucket>("AWS::S3::Bucket");

  it("are closed to everybody, encrypted, kept, and answer TLS alone", () => {
    expect(buckets.map(({ id }) => id.replace(/[0-9A-F]{8}$/, "")).sort()).toEqual(["App", "Files", "Logs"]);
    for (const { id, properties, deletion } of buckets) {
      expect(Object.values(properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
      expect(properties.BucketEncryption).toBeDefined();
      expect(deletion).toBe(fate);
      const policy = ofType("AWS::S3::BucketPolicy").find(
        (one) => JSON.stringify(one.properties.Bucket) === JSON.stringify({ Ref: id }),
      );
      expect(JSON.stringify(policy?.properties)).toContain('"aws:SecureTransport":"false"');
    }
  });

  it("keep what was deleted or overwritten for a month, and who asked for what", () => {
    const { properties } = one<Bucket>("AWS::S3::Bucket", "Files");
    expect(properties.VersioningConfiguration).toEqual({ Status: "Enabled" });
    expect(properties.LifecycleConfiguration?.Rules).toContainEqual(
      expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 30 } }),
    );
    expect(properties.LoggingConfiguration).toBeDefined();
  });
});

describe("the bucket of files", () => {
  type Cors = { CorsConfiguration: { CorsRules: { AllowedOrigins: string[] }[] } };
  const { properties } = one<Bucket & Cors>("AWS::S3::Bucket", "Files");

  it("takes and hands out files for the app's own pages alone", () => {
    expect(properties.CorsConfiguration.CorsRules).toEqual([
      {
        AllowedHeaders: [],
        AllowedOrigins: ["https://frontdesk.example.com"],
        AllowedMethods: ["POST", "GET"],
        ExposedHeaders: ["content-disposition"],
        MaxAge: 3_600,
      },
    ]);
  });

  it("forgets after a day what waits to be taken in or fetched, and what never arrived whole", () => {
    const { Rules = [] } = properties.LifecycleConfiguration ?? {};
    expect(Rules).toContainEqual(expect.objectContaining({ Prefix: "uploads/", ExpirationInDays: 1 }));
    expect(Rules).toContainEqual(
      expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
    );
  });
});

describe("the tenants' role", () => {
  const role = one("AWS::IAM::Role", "Tenant");

  it("is assumed by our functions alone, for one tenant named by a tag", () => {
    const { Statement } = role.properties.AssumeRolePolicyDocument as {
      Statement: { Action: unknown; Condition?: object; Principal: object }[];
    };
    expect(Statement.map(({ Action }) => Action)).toEqual([["sts:AssumeRole", "sts:TagSession"]]);
    for (const { Condition } of Statement) {
      expect(Condition).toMatchObject({
        StringLike: { "aws:RequestTag/tenant": "ten_*" },
        "ForAllValues:StringEquals": { "aws:TagKeys": ["tenant"] },
      });
      expect(JSON.stringify(Condition)).toContain(`:role/frontdesk/${stage}/*`);
    }
    expect(role.properties.MaxSessionDuration).toBe(3_600);
  });

  it("reaches the files of its tenant and no others", () => {
    const files = statementsOf(role).filter(({ Sid }) => Sid === "OwnFiles");
    expect(files).toHaveLength(1);
    expect(files[0]?.Action).toEqual(["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]);
    expect(JSON.stringify(files[0]?.Resource)).toMatch(/\/\$\{aws:PrincipalTag\/tenant\}\/\*"/);
  });
});

it("keeps what permanent stages hold when a stack goes, and nothing of those to be thrown away", () => {
  const holding = ["AWS::DynamoDB::Table", "AWS::S3::Bucket"];
  const others = resources.filter(({ type, deletion }) => holding.includes(type) && deletion !== fate);
  expect(others).toEqual([]);
  const emptied = ofType<{ BucketName: unknown }>("Custom::S3AutoDeleteObjects");
  expect(emptied).toHaveLength(permanent ? 0 : 3);
});
