import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo, Server } from "node:net";
import type { OutgoingOf } from "./channel";

/** One request as the server saw it; `port` is the caller's end of the connection. */
export type Asked = {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  port?: number;
};

/** Listens on a free port of this machine and tells which. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** A port on which nobody listens. */
export async function deadPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, "close");
  return port;
}

/** A real HTTP server for one test: keeps what it is asked, answers as it is told. */
export async function httpServer(answer: (response: ServerResponse, asked: Asked) => void) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request;
      const body = Buffer.concat(chunks).toString("utf8");
      const call = { method, path, headers, body, port: request.socket.remotePort };
      asked.push(call);
      answer(response, call);
    });
  });
  const port = await listen(server);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, asked, close };
}

export const aMail = (changes: Partial<OutgoingOf<"mail">> = {}): OutgoingOf<"mail"> => ({
  kind: "mail",
  id: "msg_01JD3V0N5W2Q8Z7R6T5Y4X3W2V",
  to: "resident@example.com",
  subject: "您的报事已登记",
  text: "您好，水管漏水已登记。",
  html: "<p>您好，水管漏水已登记。</p>",
  from: { name: "阳光物业, 客服中心", address: "service@firm.example.com" },
  urgent: false,
  ...changes,
});

export const anSms = (changes: Partial<OutgoingOf<"sms">> = {}): OutgoingOf<"sms"> => ({
  kind: "sms",
  id: "msg_01JD3V0N5W2Q8Z7R6T5Y4X3W2V",
  to: "+8613800138000",
  text: "验证码482913，10分钟内有效。",
  from: { name: "阳光物业服务有限公司", signature: "阳光物业" },
  urgent: true,
  ...changes,
});

/** The error a promise ends with; fails when it ends well. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const ended = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in ended) return ended.error;
  throw new Error(`ended well with ${JSON.stringify(ended.value)}`);
}
