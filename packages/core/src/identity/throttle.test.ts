import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { asIfAt, isoNow, plus } from "../clock";
import { withClientAddress } from "./client-address";
import { TooMany, throttle } from "./throttle";

/** Runs a test at the beginning of an hour, so that no span ends in its midst. */
const inOneSpan = <T>(body: () => T): T => asIfAt(`${isoNow().slice(0, 13)}:00:01.000Z`, body);
const from = (address: string, account: string) =>
  withClientAddress(address, () => throttle("signIn", account));
const passed = async (tries: Promise<unknown>[]) =>
  (await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled").length;
const each = (times: number, body: (i: number) => Promise<unknown>) =>
  Array.from({ length: times }, (_, i) => body(i));
const network = () => `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}`;

describe("a throttle", () => {
  it("lets an account be tried ten times from anywhere, however many try at once", () =>
    inOneSpan(async () => {
      const account = randomUUID();
      expect(await passed(each(25, () => from(`${network()}::1`, account)))).toBe(10);
      const refused = await from(`${network()}::1`, account.toUpperCase()).catch((error) => error);
      expect(refused).toBeInstanceOf(TooMany);
      expect(refused).toMatchObject({ code: "too_many", retryAfter: 899 });
      expect(refused.message).toBe("Too many attempts, please try again in 15 minutes");
      const later = plus(isoNow(), { minutes: 15 });
      await asIfAt(later, async () =>
        expect(await passed(each(1, () => from(`${network()}::1`, account)))).toBe(1),
      );
    }));

  it("lets an address try sixty times with any accounts, its whole network together, and no neighbour less", () =>
    inOneSpan(async () => {
      const here = network();
      expect(await passed(each(70, (i) => from(`${here}::${i + 1}`, randomUUID())))).toBe(60);
      expect(await passed(each(3, (i) => from(`${network()}::${i}`, randomUUID())))).toBe(3);
    }));

  it("counts nothing that was taken back", () =>
    inOneSpan(async () => {
      const account = randomUUID();
      for (let i = 0; i < 12; i++) {
        const takeBack = await from("198.51.100.77", account);
        await takeBack();
      }
      expect(await passed(each(12, () => from("198.51.100.77", account)))).toBe(10);
    }));
});
