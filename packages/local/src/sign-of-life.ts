import { randomUUID } from "node:crypto";
import { connect, createServer } from "node:net";

/** Where a living process can be heard, and what it says there. */
export type SignOfLife = { port: number; word: string };

/**
 * Lets others hear, as long as this process lives, that it does. A process id would not tell: it may have been given
 * to somebody else, or stand for one that was killed and not yet cleared away.
 */
export function giveSignOfLife(): Promise<SignOfLife> {
  const word = randomUUID();
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.end(word);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.unref();
      resolve({ port: typeof address === "object" && address ? address.port : 0, word });
    });
  });
}

/** Whether the process that gave a sign of life still does. */
export function livesBy(sign: SignOfLife | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect({ port: sign?.port ?? 0, host: "127.0.0.1", timeout: 1_000 });
    socket.setEncoding("utf8").on("data", (text) => {
      heard += text;
    });
    socket.once("timeout", () => socket.destroy());
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(heard !== "" && heard === sign?.word));
  });
}
