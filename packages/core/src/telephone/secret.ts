import { createHmac } from "node:crypto";
import { secrets } from "../environment/secret";

let own: Promise<string> | undefined;

/** The service's own secret, asked for once a process. */
function serviceSecret(): Promise<string> {
  own ??= secrets("FRONTDESK_SECRET").then(({ FRONTDESK_SECRET }) => FRONTDESK_SECRET);
  own.catch(() => {
    own = undefined;
  });
  return own;
}

/**
 * What a telephone system signs by. It follows from the service's own secret, so that no secret of a firm stands in the
 * table, a backup or an export; another turn is another secret.
 */
export async function telephoneSecret({ key, turn }: { key: string; turn: number }): Promise<string> {
  return createHmac("sha256", await serviceSecret())
    .update(`telephone#${key}#${turn}`)
    .digest("base64url");
}
