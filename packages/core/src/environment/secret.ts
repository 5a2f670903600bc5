import * as z from "zod";
import { awsFetch, regionalUrl } from "../aws/call";
import { needSetting, type SettingName, setting, settings } from "./settings";

/** Names of what may only be known to those who need it. */
export type SecretName = {
  [N in SettingName]: (typeof settings)[N] extends { secret: true } ? N : never;
}[SettingName];

const answer = z.object({ SecretString: z.string().min(1) });

/**
 * Secrets by name: from the environment on one machine; in the cloud, where none stands there in clear text, from
 * Secrets Manager under `FRONTDESK_SECRETS`. Throws naming the one that cannot be had.
 */
export async function secrets<N extends SecretName>(...names: N[]): Promise<Record<N, string>> {
  const known = await Promise.all(
    names.map(async (name) => [name, setting(name) ?? (await fromManager(name))] as const),
  );
  return Object.fromEntries(known) as Record<N, string>;
}

async function fromManager(name: SecretName): Promise<string> {
  const SecretId = `${needSetting("FRONTDESK_SECRETS")}/${name}`;
  try {
    const response = await awsFetch("secretsmanager", {
      method: "POST",
      url: regionalUrl("secretsmanager"),
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "secretsmanager.GetSecretValue",
      },
      body: JSON.stringify({ SecretId }),
    });
    return answer.parse(await response.json()).SecretString;
  } catch (cause) {
    throw new Error(`The secret ${SecretId} cannot be read: ${settings[name].about}`, { cause });
  }
}
