import * as z from "zod";
import { awsFetch, regionalUrl } from "../aws/call";
import { needSetting, type SettingName, setting, settings } from "./settings";

/** Names of what may only be known to those who need it. */
export type SecretName = {
  [N in SettingName]: (typeof settings)[N] extends { secret: true } ? N : never;
}[SettingName];

const answer = z.object({
  Parameters: z.array(z.object({ Name: z.string(), Value: z.string() })),
});

/**
 * Secrets by name: from the environment on one machine; in the cloud, where none stands there in clear text, from the
 * encrypted parameters under `FRONTDESK_SECRETS`. Throws when one is missing.
 */
export async function secrets<N extends SecretName>(...names: N[]): Promise<Record<N, string>> {
  const missing = names.filter((name) => setting(name) === undefined);
  const stored = missing.length > 0 ? await fromParameters(missing) : {};
  return Object.fromEntries(names.map((name) => [name, setting(name) ?? needed(stored, name)])) as Record<
    N,
    string
  >;
}

function needed(stored: Record<string, string>, name: SecretName): string {
  const value = stored[name];
  if (!value) throw new Error(`The secret ${name} is missing: ${settings[name].about}`);
  return value;
}

async function fromParameters(names: readonly string[]): Promise<Record<string, string>> {
  const path = needSetting("FRONTDESK_SECRETS");
  const Names = names.map((name) => `${path}/${name}`);
  const response = await awsFetch("ssm", {
    method: "POST",
    url: regionalUrl("ssm"),
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "AmazonSSM.GetParameters" },
    body: JSON.stringify({ Names, WithDecryption: true }),
  });
  const { Parameters } = answer.parse(await response.json());
  return Object.fromEntries(Parameters.map(({ Name, Value }) => [Name.slice(path.length + 1), Value]));
}
