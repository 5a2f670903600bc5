import { setTimeout as sleep } from "node:timers/promises";
import { conflict } from "../../error";
import { Race } from "../../table/work";

const maxTries = 12;

/** Runs `body` again on fresh records as long as others changed them meanwhile. */
export async function retrying<T>(body: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await body();
    } catch (error) {
      if (!(error instanceof Race)) throw error;
      if (tried === maxTries) throw conflict("Somebody else is changing this, please try again");
      await sleep(Math.random() * 8 * tried);
    }
  }
}
