import * as http from "node:http";
import * as https from "node:https";
import { OutcomeUnknown } from "./channel";
import { unreachable, words } from "./failure";

export type HttpAnswer = { status: number; body: string };
export type HttpCall = {
  method: "GET" | "POST";
  url: URL;
  headers: Record<string, string>;
  body?: string;
  /** Milliseconds for the whole exchange. */
  timeoutMs: number;
};

const longestBody = 64 * 1024;

/**
 * One HTTP exchange over a connection of its own, redirects not followed, at most 64 KB read. Not
 * `fetch`, because only here is it known whether the connection stood before things went wrong.
 * @throws ChannelUnreachable no connection came about; OutcomeUnknown it broke later without an answer
 */
export function exchange(channel: string, call: HttpCall): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const secure = call.url.protocol === "https:";
    const { method, headers } = call;
    const request = (secure ? https : http).request(call.url, { method, headers, agent: false });
    let connected = false;
    let answer: HttpAnswer | undefined;
    const timer = setTimeout(
      () => request.destroy(new Error(`no answer within ${call.timeoutMs} ms`)),
      call.timeoutMs,
    );
    const settle = (error?: unknown) => {
      clearTimeout(timer);
      // The status decides; a body cut short afterwards does not change it.
      if (answer) resolve(answer);
      else if (!connected) reject(unreachable(channel, error));
      else reject(new OutcomeUnknown(`${channel}: ${words(error)}`, { cause: error }));
    };
    request.once("socket", (socket) =>
      socket.once(secure ? "secureConnect" : "connect", () => {
        connected = true;
      }),
    );
    request.once("response", (response) => {
      const received: HttpAnswer = { status: response.statusCode ?? 0, body: "" };
      answer = received;
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        received.body += chunk;
        if (received.body.length > longestBody) response.destroy();
      });
      response.once("error", settle);
      response.once("close", () => settle());
    });
    request.on("error", settle);
    request.end(call.body);
  });
}
