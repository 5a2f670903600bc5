import type { BinaryLike, ScryptOptions } from "node:crypto";
import { vi } from "vitest";

type Done = (error: Error | null, key: Buffer) => void;

// A password's hash costs next to nothing in tests, and is noted; those of the hash itself take the real one by
// `vi.unmock("node:crypto")`.
vi.mock("node:crypto", async (importOriginal) => {
  const real = await importOriginal<typeof import("node:crypto")>();
  const scrypt = vi.fn(
    (password: BinaryLike, salt: BinaryLike, length: number, options: ScryptOptions, done: Done) =>
      real.scrypt(password, salt, length, { ...options, N: 2, p: 1 }, done),
  );
  return { ...real, scrypt };
});
