import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import { AwsRefusal, awsFetch, regionalUrl } from "@frontdesk/core/aws/call";
import * as z from "zod";
import type { Account } from "./infra/preflight";

type Ask = { service: string; target?: string; path?: string; form?: Record<string, string>; body?: object };

const within = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];

/** The account that the person at this machine is signed in to, looked at in one region. */
export async function awsAccount(region: string): Promise<Account> {
  process.env.AWS_REGION = region;
  const credentials = fromNodeProviderChain();
  const ask = async ({ service, target, path = "", form, body }: Ask): Promise<string> => {
    const json = target ? "application/x-amz-json-1.1" : "application/json";
    const response = await awsFetch(service === "email" ? "ses" : service, {
      method: path ? "GET" : "POST",
      url: `${regionalUrl(service)}${path}`,
      headers: {
        "content-type": form ? "application/x-www-form-urlencoded" : json,
        ...(target && { "x-amz-target": target }),
      },
      body: form ? new URLSearchParams(form).toString() : path ? undefined : JSON.stringify(body ?? {}),
      credentials: await credentials(),
    });
    return response.text();
  };
  return {
    id: async () =>
      within(
        await ask({ service: "sts", form: { Action: "GetCallerIdentity", Version: "2011-06-15" } }),
        "Account",
      ) ?? "",
    secretLength: async (SecretId) => {
      try {
        const text = await ask({
          ...{ service: "secretsmanager", target: "secretsmanager.GetSecretValue", body: { SecretId } },
        });
        return z.object({ SecretString: z.string() }).parse(JSON.parse(text)).SecretString.length;
      } catch (error) {
        if (error instanceof AwsRefusal && error.code === "ResourceNotFoundException") return undefined;
        throw error;
      }
    },
    mail: async () => {
      const text = await ask({ service: "email", path: "v2/email/account" });
      const quota = z.object({ Max24HourSend: z.number() });
      const answer = z
        .object({ ProductionAccessEnabled: z.boolean(), SendQuota: quota })
        .parse(JSON.parse(text));
      return { production: answer.ProductionAccessEnabled, perDay: answer.SendQuota.Max24HourSend };
    },
    sms: async () => {
      const form = { Action: "GetSMSSandboxAccountStatus", Version: "2010-03-31" };
      return { production: within(await ask({ service: "sns", form }), "IsInSandbox") === "false" };
    },
    letSmsCost: async (monthlyUsd) => {
      const form = {
        ...{ Action: "SetSMSAttributes", Version: "2010-03-31" },
        ...{ "attributes.entry.1.key": "MonthlySpendLimit", "attributes.entry.1.value": String(monthlyUsd) },
      };
      try {
        await ask({ service: "sns", form });
        return true;
      } catch (error) {
        if (error instanceof AwsRefusal && error.code === "InvalidParameter") return false;
        throw error;
      }
    },
    concurrency: async () => {
      const text = await ask({ service: "lambda", path: "2016-08-19/account-settings" });
      const limit = z.object({ ConcurrentExecutions: z.number() });
      return z.object({ AccountLimit: limit }).parse(JSON.parse(text)).AccountLimit.ConcurrentExecutions;
    },
  };
}
