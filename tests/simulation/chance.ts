/** Chance that can be replayed: one seed, one series (sfc32, Chris Doty-Humphrey's PractRand). */
export type Chance = {
  /** Uniform in [0, 1). */
  readonly fraction: () => number;
  /** A whole number from 0 to `below` - 1. */
  readonly below: (below: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
};

const turns = 2 ** 32;

export function createChance(seed: number): Chance {
  // The constants only keep the four words apart; the first draws mix the seed in.
  let [a, b, c, counter] = [seed >>> 0, Math.floor(seed / turns) >>> 0, 0x9e3779b9, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let draw = 0; draw < 12; draw += 1) next();
  const fraction = () => next() / turns;
  const below = (limit: number) => Math.floor(fraction() * limit);
  return {
    fraction,
    below,
    happens: (probability) => fraction() < probability,
    pick: <T>(list: readonly T[]): T => {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error('Nothing to pick from');
      return found;
    },
  };
}
