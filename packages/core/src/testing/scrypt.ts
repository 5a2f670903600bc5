import { vi } from "vitest";

// A password's hash costs next to nothing in tests, and is noted; those of the hash itself take the real one by
// `vi.unmock("node:crypto")`.
vi.mock("node:crypto", async (importOriginal) => {
  const real = await importOriginal<typeof import("node:crypto")>();
  const scrypt: typeof real.scrypt = vi.fn((password, salt, length, options, done) =>
    real.scrypt(password, salt, length, { ...options, N: 2, p: 1 }, done),
  );
  return { ...real, scrypt };
});
