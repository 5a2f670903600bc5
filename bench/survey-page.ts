import { once } from "node:events";
import { connect } from "node:net";
import { ordinary } from "@frontdesk/core/survey/survey.testing";
import { openCampaign, testApp } from "@frontdesk/functions/pages/survey.testing";
import { serve } from "@hono/node-server";
import type { Row } from "./row";

const bound = 15;

/**
 * Kilobytes that come over the wire for the first load of the survey page, headers and all. The page names no
 * further file – it would be counted too – so one request is the whole of it.
 */
export async function surveyPage(): Promise<Row> {
  const { tokens } = await openCampaign([ordinary]);
  const server = serve({ fetch: testApp().fetch, port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const [received, html] = await Promise.all([
    bytesReceived(port, `/s/${tokens[0]}`),
    fetch(`http://127.0.0.1:${port}/s/${tokens[0]}`).then((answer) => answer.text()),
  ]);
  server.close();
  const further = [...html.matchAll(/(?:src|href)="(?!data:|#|\?)([^"]+)"/g)];
  if (!html.includes("<form") || further.length > 0) throw new Error("The page asks for more than itself");
  const value = received / 1024;
  return {
    name: "survey-page",
    value,
    baseline: 1,
    ratio: value,
    bound: `${bound} KB`,
    kept: value <= bound,
    unit: "KB",
  };
}

async function bytesReceived(port: number, path: string): Promise<number> {
  const socket = connect(port, "127.0.0.1");
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: close\r\n\r\n`,
  );
  let size = 0;
  for await (const chunk of socket) size += (chunk as Buffer).length;
  return size;
}
