import { contentSecurityPolicy } from "@frontdesk/functions/web/headers";
import { Duration, SecretValue, Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { originHeader } from "./names";
import type { Stage } from "./stage";

const year = Duration.days(365);

const common = {
  viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  compress: true,
};

/** Headers of everything, whoever answers; residents' pages bring a policy of their own. */
const security = (policy?: string) => ({
  strictTransportSecurity: {
    ...{ accessControlMaxAge: year, includeSubdomains: true, preload: true, override: true },
  },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
  ...(policy && { contentSecurityPolicy: { contentSecurityPolicy: policy, override: true } }),
});

/** A path of the app that is no file is the app itself. It sees no path of the API or of residents' pages. */
const fallback = `function handler(event) {
  var request = event.request;
  if (!/\\.[A-Za-z0-9]+$/.test(request.uri)) request.uri = "/index.html";
  return request;
}`;

type Parts = {
  app: Bucket;
  /** Photos and files of tenants, which the app sends there by itself. */
  files: Bucket;
  http: HttpApi;
  /** The name of the secret by which the CDN proves itself to the API. */
  originSecret: string;
  /** The letters under which residents' pages lie. */
  letters: readonly string[];
  certificateArn: string;
  firewallArn: string;
};

/**
 * One address for everything: the app's files, the API and the residents' pages. It keeps no log of requests: each line
 * would hold the whole path, and that of a resident's page lets in whoever knows it. API and functions log without it.
 */
export function makeDistribution(scope: Construct, stage: Stage, parts: Parts): Distribution {
  const { app, files, http, originSecret, letters, certificateArn, firewallArn } = parts;
  const { region, urlSuffix } = Stack.of(scope);
  const service = new HttpOrigin(`${http.apiId}.execute-api.${region}.${urlSuffix}`, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    customHeaders: { [originHeader]: SecretValue.secretsManager(originSecret).unsafeUnwrap() },
  });
  const answers = {
    ...{ ...common, origin: service, allowedMethods: AllowedMethods.ALLOW_ALL },
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    responseHeadersPolicy: new ResponseHeadersPolicy(scope, "AnswerHeaders", {
      securityHeadersBehavior: security(),
    }),
  };
  const pages = { ...answers, cachePolicy: residentCache(scope) };
  return new Distribution(scope, "Cdn", {
    comment: `Frontdesk ${stage.name}`,
    domainNames: [stage.domain],
    certificate: Certificate.fromCertificateArn(scope, "Certificate", certificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    httpVersion: HttpVersion.HTTP2_AND_3,
    webAclId: firewallArn,
    defaultRootObject: "index.html",
    defaultBehavior: {
      ...common,
      origin: S3BucketOrigin.withOriginAccessControl(app),
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: new ResponseHeadersPolicy(scope, "FileHeaders", {
        securityHeadersBehavior: security(
          contentSecurityPolicy([`https://${files.bucketRegionalDomainName}`]),
        ),
      }),
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new EdgeFunction(scope, "Fallback", {
            ...{ code: FunctionCode.fromInline(fallback), runtime: FunctionRuntime.JS_2_0 },
          }),
        },
      ],
    },
    additionalBehaviors: {
      "/api/*": { ...answers, cachePolicy: CachePolicy.CACHING_DISABLED },
      ...Object.fromEntries(letters.map((letter) => [`/${letter}/*`, pages])),
    },
  });
}

/** Keeps a resident's page no longer than it says itself, by language: most say "no-store". */
const residentCache = (scope: Construct) =>
  new CachePolicy(scope, "Pages", {
    ...{ minTtl: Duration.seconds(0), defaultTtl: Duration.seconds(0), maxTtl: Duration.minutes(5) },
    queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList("accept-language"),
    cookieBehavior: CacheCookieBehavior.none(),
    ...{ enableAcceptEncodingGzip: true, enableAcceptEncodingBrotli: true },
  });
