import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { publicUrl } from "./names";
import type { Stage } from "./stage";

const closed = (stage: Stage) => ({
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: stage.permanent ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  // A bucket goes only when it is empty.
  autoDeleteObjects: !stage.permanent,
});

/** Who asked the other buckets for what, kept for three months. */
export const makeLogBucket = (scope: Construct, stage: Stage) =>
  new Bucket(scope, "Logs", {
    ...closed(stage),
    // The CDK lets S3 write its logs by access control lists, still.
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: Duration.days(90) }],
  });

/** Photos and files of all tenants, each under its tenant's id. What was deleted can be had back for a month. */
export const makeFileBucket = (scope: Construct, stage: Stage, logs: Bucket) =>
  new Bucket(scope, "Files", {
    ...closed(stage),
    ...{ versioned: true, serverAccessLogsBucket: logs, serverAccessLogsPrefix: "files/" },
    lifecycleRules: [
      { noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true },
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      // What waits for the request it was sent for.
      { prefix: "uploads/", expiration: Duration.days(1) },
    ],
    cors: [
      {
        ...{ allowedOrigins: [publicUrl(stage)], allowedMethods: [HttpMethods.POST, HttpMethods.GET] },
        ...{ allowedHeaders: [], exposedHeaders: ["content-disposition"], maxAge: 3_600 },
      },
    ],
  });

/** The members' app as it was built. */
export const makeWebBucket = (scope: Construct, stage: Stage, logs: Bucket) =>
  new Bucket(scope, "App", {
    ...closed(stage),
    ...{ versioned: true, serverAccessLogsBucket: logs, serverAccessLogsPrefix: "app/" },
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
  });
