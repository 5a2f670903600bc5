import { setting } from "../environment/settings";

/** What requests to AWS are signed with; `expires` in epoch milliseconds, undefined for those that never do. */
export type Credentials = {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  expires?: number;
};

/** The function's own, which Lambda puts into the environment and replaces with the process. */
export function ownCredentials(): Credentials {
  const accessKeyId = setting("AWS_ACCESS_KEY_ID");
  const secretAccessKey = setting("AWS_SECRET_ACCESS_KEY");
  if (!accessKeyId || !secretAccessKey) throw new Error("There are no AWS credentials in the environment");
  return { accessKeyId, secretAccessKey, sessionToken: setting("AWS_SESSION_TOKEN") };
}
