import { connect } from "node:net";
import { connect as connectTls } from "node:tls";
import { expect, test } from "vitest";
import { neverConnected, unreachable, words } from "./failure";
import { deadPort, httpServer } from "./testing";

const errorOf = (socket: { once(event: "error", listener: (error: unknown) => void): unknown }) =>
  new Promise<unknown>((resolve) => socket.once("error", resolve));

test("real refusals of the network are told apart from errors on a standing connection", async () => {
  const port = await deadPort();
  expect(neverConnected(await errorOf(connect(port, "127.0.0.1")))).toBe(true);
  // Both families of localhost tried: one error around two.
  const both = connect({ port, host: "localhost", autoSelectFamily: true });
  expect(neverConnected(await errorOf(both))).toBe(true);
  expect(neverConnected(await errorOf(connect(80, "host.invalid")))).toBe(true);
  const plain = await httpServer((response) => response.end());
  const tls = await errorOf(connectTls(Number(new URL(plain.url).port), "127.0.0.1"));
  plain.close();
  expect(neverConnected(tls)).toBe(false);
  expect(neverConnected(Object.assign(new Error("reset"), { code: "ECONNRESET", syscall: "read" }))).toBe(
    false,
  );
  expect(neverConnected(new AggregateError([]))).toBe(false);
  expect(neverConnected(undefined)).toBe(false);
});

test("words are one short line, whatever was thrown", () => {
  expect(words(new Error("two\r\n  lines"))).toBe("two lines");
  expect(words(Object.assign(new AggregateError([], ""), { code: "ECONNREFUSED" }))).toBe("AggregateError");
  expect(words("text")).toBe("text");
  expect(words(new Error("x".repeat(1_000)))).toHaveLength(300);
  expect(unreachable("smtp", new Error("no"))).toMatchObject({
    name: "ChannelUnreachable",
    message: "smtp: no",
  });
});
