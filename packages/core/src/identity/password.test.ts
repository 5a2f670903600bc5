import { describe, expect, it, vi } from "vitest";
import { hashPassword, verifyPassword } from "./password";

vi.unmock("node:crypto");

describe("passwords", () => {
  it("are kept as scrypt at OWASP's strength, each with a salt of its own", async () => {
    const [one, two] = await Promise.all([
      hashPassword("correct horse battery"),
      hashPassword("correct horse battery"),
    ]);
    expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword("correct horse battery", one)).toBe(true);
    expect(await verifyPassword("correct horse battery!", one)).toBe(false);
  });

  it("are the same however their letters are composed", async () => {
    const hash = await hashPassword("Passwört für alle");
    expect(await verifyPassword("Passwört für alle".normalize("NFD"), hash)).toBe(true);
  });

  it("never fit where there is no hash, or one that is not ours", async () => {
    expect(await verifyPassword("correct horse battery", undefined)).toBe(false);
    expect(await verifyPassword("correct horse battery", "scrypt$30$8$1$x$y")).toBe(false);
    expect(await verifyPassword("", "")).toBe(false);
  });

  it("turn a flood away instead of letting it take all memory", async () => {
    const tries = Array.from({ length: 110 }, () =>
      verifyPassword("x", `scrypt$10$8$1$${"A".repeat(22)}$${"A".repeat(43)}`),
    );
    const outcomes = await Promise.allSettled(tries);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(8);
    expect(refused[0]).toMatchObject({ reason: { code: "too_many" } });
    expect(await verifyPassword("x", undefined)).toBe(false);
  });
});
