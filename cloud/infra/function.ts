import { join } from "node:path";
import { type SettingName, settings } from "@frontdesk/core/environment/settings";
import { ArnFormat, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyDocument, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Statement } from "./fence";
import { rolePath } from "./names";
import { setAsideStatement } from "./rights";
import type { Stage } from "./stage";

export type Environment = Partial<Record<SettingName, string>>;

export type FunctionProps = {
  /** The name of its entry point in packages/functions/src/lambda. */
  name: string;
  bundles: string;
  environment: Environment;
  statements: readonly Statement[];
  memory: number;
  seconds: number;
  /** Where a call ends up that nobody waits for, when it has failed three times. */
  deadLetters?: Queue;
};

/** Secrets are read where they are kept; one in the environment would stand there in clear text. */
function withoutSecrets(environment: Environment): Record<string, string> {
  for (const name of Object.keys(environment) as SettingName[])
    if ("secret" in settings[name]) throw new Error(`${name} is a secret and stays out of the environment`);
  return environment as Record<string, string>;
}

/** The log group of anything, kept for three months on permanent stages. */
export const makeLogGroup = (scope: Construct, id: string, { permanent }: Stage) =>
  new LogGroup(scope, id, {
    retention: permanent ? RetentionDays.THREE_MONTHS : RetentionDays.ONE_WEEK,
    removalPolicy: RemovalPolicy.DESTROY,
  });

/** One of our functions: its bundle, a log group and a role of its own that holds what it needs and no more. */
export function makeFunction(scope: Construct, stage: Stage, props: FunctionProps): Lambda {
  const { name, bundles, environment, statements, memory, seconds, deadLetters } = props;
  const logGroup = makeLogGroup(scope, `${name}-log`, stage);
  const role = new Role(scope, `${name}-role`, {
    path: rolePath(stage),
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    inlinePolicies: {
      own: PolicyDocument.fromJson({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Log",
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: [logGroup.logGroupArn],
          },
          // X-Ray knows no resources.
          {
            Sid: "Trace",
            Effect: "Allow",
            Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
            Resource: ["*"],
          },
          ...statements,
          ...(deadLetters ? [setAsideStatement(deadLetters.queueArn)] : []),
        ],
      }),
    },
  });
  return new Lambda(scope, name, {
    description: `Frontdesk ${stage.name}: ${name}`,
    code: Code.fromAsset(join(bundles, name)),
    handler: "index.handler",
    runtime: Runtime.NODEJS_22_X,
    architecture: Architecture.ARM_64,
    memorySize: memory,
    timeout: Duration.seconds(seconds),
    tracing: Tracing.ACTIVE,
    loggingFormat: LoggingFormat.JSON,
    environment: withoutSecrets(environment),
    logGroup,
    ...(deadLetters && {
      ...{ onFailure: new SqsDestination(deadLetters), retryAttempts: 2, maxEventAge: Duration.hours(1) },
    }),
    // All it may do stands above: nothing is added on the way.
    role: role.withoutPolicyUpdates(),
  });
}

/** The right to read one of the stage's secrets. */
export const secretStatement = (scope: Construct, path: string, names: readonly string[]): Statement => ({
  Sid: "Secrets",
  Effect: "Allow",
  Action: ["secretsmanager:GetSecretValue"],
  // Secrets Manager ends every name with six letters of its own.
  Resource: names.map((name) =>
    Stack.of(scope).formatArn({
      service: "secretsmanager",
      resource: "secret",
      resourceName: `${path}/${name}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
  ),
});
