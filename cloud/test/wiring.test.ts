import { pages, parts } from "@frontdesk/functions/api/parts";
import { archiveParts } from "@frontdesk/functions/api/parts.archive";
import { routes } from "@frontdesk/functions/api/routes";
import { schedules } from "@frontdesk/functions/schedule/index";
import { describe, expect, it } from "vitest";
import { functions, named, ofType, one, stackNames, stage, written } from "./templates";

it("has a stack for each concern", () => {
  expect(stackNames).toEqual(["api", "data", "edge", "messages", "schedules", "watch", "web"]);
});

describe("routes", () => {
  type Route = { RouteKey: string; Target: unknown };
  const integrations = ofType<{ IntegrationUri: unknown }>("AWS::ApiGatewayV2::Integration");
  /** The function behind a route. */
  const servedBy = ({ Target }: Route) => {
    const integration = integrations.find(({ id }) => JSON.stringify(Target).includes(`"${id}"`));
    const fn = named(integration?.properties.IntegrationUri);
    return Object.entries(functions).find(([, { id }]) => id === fn)?.[0];
  };
  const deployed = Object.fromEntries(
    ofType<Route>("AWS::ApiGatewayV2::Route").map(({ properties }) => [
      properties.RouteKey,
      servedBy(properties),
    ]),
  );

  it("of the archive are all served by its function, and no others but the docs", async () => {
    const tables = await Promise.all(Object.values(archiveParts).map((part) => part.routes()));
    const own = tables.flatMap((table) => Object.keys(table)).map((name) => name.replace(" /", " /api/"));
    const archive = Object.keys(deployed).filter((key) => deployed[key] === "archive");
    expect(archive.sort()).toEqual([...own, "GET /api/docs", "GET /api/openapi.json"].sort());
  });

  it("of code are all deployed: those of no function of their own by the API's", async () => {
    const tables = await Promise.all(
      Object.values({ ...parts, ...archiveParts }).map((part) => part.routes()),
    );
    expect(Object.keys(Object.assign({}, ...tables)).sort()).toEqual(Object.keys(routes).sort());
    expect(deployed).toMatchObject({ "ANY /{proxy+}": "api", "ANY /api/auth/{proxy+}": "sign-in" });
    const others = Object.keys(deployed).filter((key) => deployed[key] !== "archive");
    expect(others.sort()).toEqual(["ANY /api/auth/{proxy+}", "ANY /{proxy+}"]);
  });

  it("are throttled, logged and measured", () => {
    const { properties } = one("AWS::ApiGatewayV2::Stage");
    expect(properties).toMatchObject({
      DefaultRouteSettings: {
        ...{ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1_000, DetailedMetricsEnabled: true },
      },
      AccessLogSettings: { Format: expect.stringContaining('"requestId":"$context.requestId"') },
    });
    type Logged = { AccessLogSettings: { DestinationArn: unknown } };
    const { DestinationArn } = (properties as Logged).AccessLogSettings;
    expect(ofType("AWS::Logs::LogGroup").map(({ id }) => id)).toContain(named(DestinationArn));
  });
});

describe("schedules", () => {
  type Schedule = {
    ScheduleExpression: string;
    State?: string;
    Target: {
      Arn: unknown;
      Input: string;
      RetryPolicy: { MaximumRetryAttempts: number; MaximumEventAgeInSeconds: number };
      DeadLetterConfig: { Arn: unknown };
    };
  };
  const deployed = ofType<Schedule>("AWS::Scheduler::Schedule");

  it("are those of code, as often as there", () => {
    const found = deployed.map(({ properties: { Target, ScheduleExpression } }) => [
      JSON.parse(Target.Input).schedule,
      ScheduleExpression,
    ]);
    const wanted = Object.entries(schedules).map(([name, { everyMinutes: minutes }]) => [
      name,
      minutes % 60 === 0
        ? `rate(${minutes / 60} hour${minutes === 60 ? "" : "s"})`
        : `rate(${minutes} minute${minutes === 1 ? "" : "s"})`,
    ]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
    expect(deployed).toHaveLength(wanted.length);
    expect(deployed.map(({ properties: { State = "ENABLED" } }) => State)).toEqual(
      wanted.map(() => "ENABLED"),
    );
  });

  it("are tried again, and then set aside", () => {
    for (const { properties } of deployed) {
      const { RetryPolicy, DeadLetterConfig, Arn } = properties.Target;
      expect(RetryPolicy.MaximumRetryAttempts).toBe(2);
      expect(RetryPolicy.MaximumEventAgeInSeconds).toBeGreaterThanOrEqual(60);
      expect(named(DeadLetterConfig.Arn)).toMatch(/^Missed/);
      expect(named(Arn)).toBe(functions.schedule?.id);
    }
  });
});

describe("the CDN", () => {
  type Behavior = {
    PathPattern: string;
    AllowedMethods: string[];
    CachePolicyId: unknown;
    TargetOriginId: string;
    ViewerProtocolPolicy: string;
    ResponseHeadersPolicyId: unknown;
    FunctionAssociations?: { EventType: string; FunctionARN: unknown }[];
  };
  type Distribution = {
    DistributionConfig: {
      CacheBehaviors: Behavior[];
      DefaultCacheBehavior: Behavior;
      WebACLId: string;
      Logging?: object;
      ViewerCertificate: object;
      CustomErrorResponses?: unknown;
      Origins: {
        Id: string;
        OriginAccessControlId?: unknown;
        OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[];
      }[];
    };
  };
  const { DistributionConfig: cdn } = one<Distribution>("AWS::CloudFront::Distribution").properties;
  const { FunctionCode } = one<{ FunctionCode: string }>("AWS::CloudFront::Function").properties;
  const fallback = new Function("event", `${FunctionCode}; return handler(event).uri;`) as (event: {
    request: { uri: string };
  }) => string;

  it("hands the API and residents' pages on, and nothing else", () => {
    const paths = ["/api/*", ...Object.keys(pages).map((letter) => `/${letter}/*`)];
    expect(cdn.CacheBehaviors.map(({ PathPattern }) => PathPattern).sort()).toEqual(paths.sort());
    for (const { AllowedMethods, TargetOriginId } of cdn.CacheBehaviors) {
      expect(AllowedMethods).toContain("POST");
      expect(TargetOriginId).not.toBe(cdn.DefaultCacheBehavior.TargetOriginId);
    }
  });

  it("keeps no answer of the API, and of residents' pages what they allow, by language and for nobody in particular", () => {
    const kept = cdn.CacheBehaviors.map(({ PathPattern, CachePolicyId }) => [
      PathPattern,
      named(CachePolicyId),
    ]);
    const { id, properties } = one<{ CachePolicyConfig: object }>("AWS::CloudFront::CachePolicy");
    // AWS's own policy that keeps nothing.
    const nothing = JSON.stringify("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
    expect(kept).toEqual(kept.map(([path]) => [path, path === "/api/*" ? nothing : id]));
    expect(properties.CachePolicyConfig).toMatchObject({
      ...{ MinTTL: 0, DefaultTTL: 0 },
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: "none" },
        HeadersConfig: { HeaderBehavior: "whitelist", Headers: ["accept-language"] },
        QueryStringsConfig: { QueryStringBehavior: "all" },
      },
    });
  });

  it("speaks TLS alone, and reads the app's bucket as nobody else can", () => {
    const all = [cdn.DefaultCacheBehavior, ...cdn.CacheBehaviors];
    expect(new Set(all.map((one) => one.ViewerProtocolPolicy))).toEqual(new Set(["redirect-to-https"]));
    const files = cdn.Origins.find(({ Id }) => Id === cdn.DefaultCacheBehavior.TargetOriginId);
    expect(files?.OriginAccessControlId).toBeDefined();
  });

  it("falls back to the app for its own pages, and swallows no 404 of the API", () => {
    expect(cdn.CustomErrorResponses).toBeUndefined();
    expect(cdn.CacheBehaviors.flatMap(({ FunctionAssociations = [] }) => FunctionAssociations)).toEqual([]);
    expect(cdn.DefaultCacheBehavior.FunctionAssociations).toMatchObject([{ EventType: "viewer-request" }]);
    const pageOf = (uri: string) => fallback({ request: { uri } });
    expect(["/", "/tickets", "/tickets/tkt_1", "/projects/a/houses"].map(pageOf)).toEqual(
      Array.from({ length: 4 }, () => "/index.html"),
    );
    expect(pageOf("/assets/index-B2c.js")).toBe("/assets/index-B2c.js");
  });

  it("stands behind a firewall with AWS's rules and a rate for each address", () => {
    expect(cdn.WebACLId).toMatch(/^arn:aws:wafv2:us-east-1:/);
    type Rule = { Name: string; Statement: object; Action?: object; OverrideAction?: object };
    const { properties } = one<{ Scope: string; Rules: Rule[] }>("AWS::WAFv2::WebACL");
    expect(properties.Scope).toBe("CLOUDFRONT");
    expect(properties.Rules.map(({ Name }) => Name)).toEqual([
      "rate",
      "AWSManagedRulesCommonRuleSet",
      "AWSManagedRulesKnownBadInputsRuleSet",
      "AWSManagedRulesAmazonIpReputationList",
    ]);
    // Each stops what it finds; what only counts is told below.
    const does = properties.Rules.map(({ Action, OverrideAction }) => Action ?? OverrideAction);
    expect(does).toEqual([{ Block: {} }, ...properties.Rules.slice(1).map(() => ({ None: {} }))]);
    expect(properties.Rules[0]?.Statement).toMatchObject({
      RateBasedStatement: { Limit: 5_000, AggregateKeyType: "IP" },
    });
  });

  it("lets photos through: what only counts is named", () => {
    type Group = { ManagedRuleGroupStatement?: { RuleActionOverrides: { Name: string }[] } };
    const { Rules } = one<{ Rules: { Statement: Group }[] }>("AWS::WAFv2::WebACL").properties;
    const counted = Rules.flatMap(
      ({ Statement }) => Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? [],
    );
    expect(counted).toEqual([
      { Name: "SizeRestrictions_BODY", ActionToUse: { Count: {} } },
      { Name: "CrossSiteScripting_BODY", ActionToUse: { Count: {} } },
    ]);
  });

  it("proves to the API that it asks, by a secret that no template holds", () => {
    const headers = cdn.Origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders);
    expect(headers.map(({ HeaderName }) => HeaderName)).toEqual(["x-frontdesk-origin"]);
    expect(JSON.stringify(headers[0]?.HeaderValue)).toContain(
      `{{resolve:secretsmanager:frontdesk/${stage}/FRONTDESK_ORIGIN:SecretString`,
    );
  });

  it("keeps no path of a resident's page in a log, nor does anything that could write one", () => {
    expect(cdn.Logging).toBeUndefined();
    const writers = [
      "AWS::CloudFront::RealtimeLogConfig",
      "AWS::Logs::Delivery",
      "AWS::WAFv2::LoggingConfiguration",
    ];
    expect(writers.flatMap((type) => ofType(type))).toEqual([]);
    const { properties } = one<{ AccessLogSettings: { Format: string } }>("AWS::ApiGatewayV2::Stage");
    expect(properties.AccessLogSettings.Format).not.toMatch(/path|uri/i);
  });

  it("sends strict headers", () => {
    type Headers = { ResponseHeadersPolicyConfig: { SecurityHeadersConfig: Record<string, object> } };
    const files = one<Headers>("AWS::CloudFront::ResponseHeadersPolicy", "FileHeaders").properties;
    const { SecurityHeadersConfig: security } = files.ResponseHeadersPolicyConfig;
    expect(security).toMatchObject({
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: true },
      FrameOptions: { FrameOption: "DENY" },
      ReferrerPolicy: { ReferrerPolicy: "no-referrer" },
    });
    const answers = one<Headers>("AWS::CloudFront::ResponseHeadersPolicy", "AnswerHeaders");
    const { ContentSecurityPolicy: _, ...others } = security;
    expect(answers.properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig).toEqual(others);
    const sent = [cdn.DefaultCacheBehavior, ...cdn.CacheBehaviors].map((one) =>
      named(one.ResponseHeadersPolicyId).replace(/[0-9A-F]{8}$/, ""),
    );
    expect(sent).toEqual(["FileHeaders", ...cdn.CacheBehaviors.map(() => "AnswerHeaders")]);
    const policy = JSON.stringify(security.ContentSecurityPolicy);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    for (const shown of ["img-src", "media-src", "connect-src"])
      expect(policy).toMatch(new RegExp(`${shown} [^;]*https://`));
    expect(policy).not.toContain("script-src 'self' '");
    expect(cdn.ViewerCertificate).toMatchObject({ MinimumProtocolVersion: "TLSv1.2_2021" });
  });
});

it("leaves no finding of cdk-nag without a reason", () => {
  const reports = written("NagReport.csv");
  expect(reports.map(({ name }) => name)).toHaveLength(stackNames.length);
  const lines = reports.flatMap(({ text }) => text.split("\n"));
  expect(lines.filter((line) => line.includes('"Non-Compliant"'))).toEqual([]);
  const suppressed = lines.filter((line) => line.includes('"Suppressed"'));
  expect(suppressed.length).toBeGreaterThan(20);
});
