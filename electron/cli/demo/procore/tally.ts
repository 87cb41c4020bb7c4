import { type ItemKey, type ItemKind, itemKinds } from '#shared/domain/procore/item.ts';

/** What was done of one kind. `failed`: what was refused as it must be, each with its reason. */
export type KindDone = {
  readonly kind: ItemKind;
  /** In words, in the order in which it was done. */
  readonly done: readonly string[];
  readonly failed: readonly { readonly what: string; readonly why: string }[];
  /** Items that both sides had to agree on in the end. */
  readonly keys: readonly ItemKey[];
};

export type Tally = {
  readonly done: (key: ItemKey, words: string) => void;
  readonly failed: (kind: ItemKind, what: string, why: string) => void;
  readonly kinds: () => readonly KindDone[];
};

/** Counts what the story does; `progress` hears each line at once. */
export function createTally(progress: (line: string) => void): Tally {
  const done: { key: ItemKey; words: string }[] = [];
  const failed: { kind: ItemKind; what: string; why: string }[] = [];
  return {
    done: (key, words) => {
      done.push({ key, words });
      progress(words);
    },
    failed: (kind, what, why) => {
      failed.push({ kind, what, why });
      progress(`${what}: ${why}`);
    },
    kinds: () =>
      itemKinds.flatMap((kind) => {
        const mine = done.filter(({ key }) => key.kind === kind);
        const refused = failed.filter((one) => one.kind === kind);
        if (mine.length + refused.length === 0) return [];
        return [
          {
            kind,
            done: mine.map(({ words }) => words),
            failed: refused.map(({ what, why }) => ({ what, why })),
            keys: [...new Map(mine.map(({ key }) => [key.id, key])).values()],
          },
        ];
      }),
  };
}
