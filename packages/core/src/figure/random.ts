/** Uniform random numbers between 0 and 1, both excluded. */
export type Random = () => number;

/**
 * xoshiro128** 1.1 with the given state of four 32-bit words, not all 0: whole numbers from 0 to 2³² − 1.
 * Source: D. Blackman & S. Vigna, Scrambled linear pseudorandom number generators, ACM Trans. Math. Softw.
 * 47 (2021) 36; prng.di.unimi.it.
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by));
  return () => {
    const word = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return word;
  };
}

/**
 * A generator that gives the same numbers for the same text, everywhere. The text is hashed by FNV-1a
 * (G. Fowler, L. C. Noll, K.-P. Vo; draft-eastlake-fnv) over its UTF-16 units and spread over the state by
 * the finalizer of MurmurHash3 (A. Appleby). Not for secrets.
 */
export function seededRandom(seed: string): Random {
  let hash = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
  const word = () => {
    hash = (hash + 0x9e3779b9) | 0;
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  };
  const next = xoshiro128([word(), word(), word(), word()]);
  return () => (next() + 0.5) / 2 ** 32;
}

/** Standard normal deviate by the polar method (G. Marsaglia & T. A. Bray, SIAM Rev. 6 (1964) 260–264). */
export function normal(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const square = x * x + (2 * random() - 1) ** 2;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/**
 * Gamma deviate with scale 1 (G. Marsaglia & W. W. Tsang, ACM Trans. Math. Softw. 26 (2000) 363–372; below
 * shape 1 by their step up, §6).
 * @throws RangeError unless the shape is above 0.
 */
export function gamma(random: Random, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`shape must be above 0: ${shape}`);
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * Beta deviate from two gamma deviates (L. Devroye, Non-Uniform Random Variate Generation (1986) §IX.3).
 * @throws RangeError unless both shapes are above 0.
 */
export function beta(random: Random, a: number, b: number): number {
  const x = gamma(random, a);
  const sum = x + gamma(random, b);
  // tiny shapes: both underflow, and nearly all of the mass lies at 0 and 1
  if (sum === 0) return random() < a / (a + b) ? 1 : 0;
  return x / sum;
}
