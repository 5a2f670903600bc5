import { archiveParts } from "@frontdesk/functions/api/parts.archive";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { type StackContext, use } from "sst/constructs";
import { tenantlessStatements } from "../infra/fence";
import { makeFunction, makeLogGroup, secretStatement } from "../infra/function";
import { publicUrl, secretsPath } from "../infra/names";
import { assumeStatement } from "../infra/rights";
import { useGiven } from "./context";
import { data } from "./data";

/** Answers come within this, or API Gateway gives up itself. */
const seconds = 28;

/** A line of the access log: no path, since that of a resident's page lets in whoever knows it. */
const accessLine = {
  requestId: "$context.requestId",
  at: "$context.requestTime",
  ip: "$context.identity.sourceIp",
  route: "$context.routeKey",
  status: "$context.status",
  bytes: "$context.responseLength",
  ms: "$context.responseLatency",
  fault: "$context.integrationErrorMessage",
};

/** The API and the residents' pages: three functions of one app behind one address that the CDN alone may use. */
export async function api({ stack }: StackContext) {
  const { stage, bundles, version } = useGiven();
  const { table, tenantRole, files } = use(data);
  const make = (name: string, memory: number) =>
    makeFunction(stack, stage, {
      ...{ name, bundles, memory, seconds },
      environment: {
        FRONTDESK_TABLE: table.ref,
        FRONTDESK_TENANT_ROLE: tenantRole.roleArn,
        FRONTDESK_BUCKET: files.bucketName,
        FRONTDESK_SECRETS: secretsPath(stage.name),
        FRONTDESK_VERSION: version,
        PUBLIC_URL: publicUrl(stage),
        // The CDN and API Gateway.
        PROXY_HOPS: "2",
      },
      statements: [
        assumeStatement(tenantRole.roleArn),
        ...tenantlessStatements(table.attrArn),
        secretStatement(stack, secretsPath(stage.name), ["FRONTDESK_SECRET", "FRONTDESK_ORIGIN"]),
      ],
    });
  const functions = {
    api: make("api", 1_024),
    "sign-in": make("sign-in", 1_792),
    archive: make("archive", 3_008),
  };

  const http = new HttpApi(stack, "Http", { createDefaultStage: false });
  const accessLog = makeLogGroup(stack, "access-log", stage);
  const httpStage = new HttpStage(stack, "Default", {
    ...{ httpApi: http, stageName: "$default", autoDeploy: true, detailedMetricsEnabled: true },
    throttle: { rateLimit: stage.throttle.rate, burstLimit: stage.throttle.burst },
    accessLogSettings: {
      destination: new LogGroupLogDestination(accessLog),
      format: AccessLogFormat.custom(JSON.stringify(accessLine)),
    },
  });
  const served = (handler: Lambda) => new HttpLambdaIntegration(handler.node.id, handler);
  const route = (path: string, method: HttpMethod, integration: HttpLambdaIntegration) =>
    new HttpRoute(stack, `${method} ${path}`, {
      ...{ httpApi: http, routeKey: HttpRouteKey.with(path, method), integration },
    });
  route("/{proxy+}", HttpMethod.ANY, served(functions.api));
  route("/api/auth/{proxy+}", HttpMethod.ANY, served(functions["sign-in"]));
  const archive = served(functions.archive);
  for (const path of ["/api/docs", "/api/openapi.json"]) route(path, HttpMethod.GET, archive);
  for (const name of await routesOf(archiveParts)) {
    const [method, path = ""] = name.split(" ");
    route(`/api${path}`, method as HttpMethod, archive);
  }
  return { http, httpStage, functions };
}

async function routesOf(parts: typeof archiveParts): Promise<string[]> {
  const tables = await Promise.all(Object.values(parts).map(({ routes }) => routes()));
  return tables.flatMap((table) => Object.keys(table));
}
