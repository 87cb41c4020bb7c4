import type { ItemRow } from '#shared/contract/procore.ts';
import type { ChannelName, RequestOf, ResponseOf } from '#shared/contract/requests.ts';
import type { Failure, Result } from '#shared/domain/failure.ts';
import { type ItemKey, type ItemKind, procoreItem } from '#shared/domain/procore/item.ts';
import type { Ask } from '../../ask.ts';

/** Ends the story: thrown where a step that must succeed did not, caught where the story begins. */
export class StoryEnded extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.sentence);
    this.failure = failure;
  }
}

/** Plays a person in front of the Procore screen: the same requests, one after the other. */
export type Player = {
  readonly ask: <C extends ChannelName>(channel: C, request: RequestOf<C>) => Promise<ResponseOf<C>>;
  readonly rows: (kind: ItemKind) => Promise<readonly ItemRow[]>;
  /** Those of some of Procore's projects. */
  readonly rowsOf: (kind: ItemKind, projects: readonly string[]) => Promise<readonly ItemRow[]>;
  /** Reads Sage, then Procore. */
  readonly read: () => Promise<void>;
  /** Accepts what the preview shows, with what is proposed and what is typed instead; why it was refused, null: accepted. */
  readonly tryAccept: (key: ItemKey, typed?: Readonly<Record<string, string>>) => Promise<string | null>;
  readonly accept: (key: ItemKey, typed?: Readonly<Record<string, string>>) => Promise<void>;
  /** Why it was refused; null: it is unlinked. */
  readonly tryUnlink: (key: ItemKey) => Promise<string | null>;
  readonly link: (pairs: readonly { readonly key: ItemKey; readonly sageKey: string }[]) => Promise<void>;
  /** Everything that was accepted is written, and these items are on both sides. */
  readonly settle: (keys: readonly ItemKey[]) => Promise<void>;
};

/** How often the queue is asked to go on before an item counts as stuck. */
const patience = 5;

export function createPlayer(asked: Ask): Player {
  const ask: Player['ask'] = async (channel, request) => taken(await asked(channel, request));
  const tryAccept: Player['tryAccept'] = async (key, typed = {}) => {
    const { choices: fields, row: shown } = await ask('procore.item', { key });
    const barred = shown.refusals.accept;
    if (barred !== null && barred !== undefined) return barred;
    const choices = { ...Object.fromEntries(fields.map(({ name, value }) => [name, value])), ...typed };
    const { preview } = await ask('procore.preview', { key, choices });
    if (!preview.ok) return preview.refusals.map(({ sentence }) => sentence).join(' ');
    const confirmed = preview.cautions.map(({ name }) => name);
    const { results } = await ask('procore.accept', { items: [{ key, choices, hash: preview.hash, confirmed }] });
    return results[0]?.failure?.sentence ?? null;
  };
  const rowsIn = async (kind: ItemKind, project: string): Promise<readonly ItemRow[]> => {
    const page = { kind, list: 'all', search: '', project, limit: 200 } as const;
    const rows: ItemRow[] = [];
    for (;;) {
      const listed = await ask('procore.list', { ...page, offset: rows.length });
      rows.push(...listed.rows);
      if (listed.rows.length === 0 || rows.length >= listed.total) return rows;
    }
  };
  return {
    ask,
    rows: (kind) => rowsIn(kind, ''),
    rowsOf: async (kind, projects) => {
      const lists = [];
      for (const project of projects) lists.push(await rowsIn(kind, project));
      return lists.flat();
    },
    read: async () => {
      await ask('sync.now', { side: 'sage' });
      await ask('sync.now', { side: 'procore' });
    },
    tryAccept,
    accept: async (key, typed) => {
      const refused = await tryAccept(key, typed);
      if (refused !== null) throw new StoryEnded(unexpected(`${key.kind} ${key.id} was refused: ${refused}`));
    },
    tryUnlink: async (key) => {
      const unlinked = await asked('procore.unlink', { key });
      return unlinked.ok ? null : unlinked.failure.sentence;
    },
    link: async (pairs) => {
      if (pairs.length === 0) return;
      const { results } = await ask('procore.link', { pairs: [...pairs] });
      for (const { failure } of results) if (failure !== null) throw new StoryEnded(failure);
    },
    settle: (keys) => settled(ask, (kind) => rowsIn(kind, ''), keys),
  };
}

/** What was made of something in Sage is an item of Procore afterwards, so that an item that is gone has arrived. */
async function settled(ask: Player['ask'], rows: Player['rows'], keys: readonly ItemKey[]): Promise<void> {
  let waiting = keys;
  for (let round = 0; round < patience && waiting.length > 0; round += 1) {
    await ask('sync.now', { side: 'push' });
    const moving: ItemKey[] = [];
    for (const kind of new Set(waiting.map((key) => key.kind))) {
      const states = new Map((await rows(kind)).map(({ key, state }) => [key.id, state]));
      for (const key of waiting.filter((one) => one.kind === kind)) {
        const state = states.get(key.id);
        if (state?.name === 'failed') throw new StoryEnded(state.failure);
        if (state?.name === 'underway') moving.push(key);
      }
    }
    waiting = moving;
  }
  if (waiting.length === 0) return;
  throw new StoryEnded(unexpected(`${waiting.map(({ kind, id }) => `${kind} ${id}`).join(', ')} did not arrive.`));
}

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new StoryEnded(result.failure);
  return result.value;
}

export function unexpected(sentence: string): Failure {
  return {
    next: 'needsPerson',
    code: 'demo.procore',
    sentence,
    remedy: 'Run the demo without --home, or with a new one: in a used folder the story was played already.',
  };
}

/** The item that a person looks for in the list, by what it says. */
export async function findRow(player: Player, kind: ItemKind, is: (row: ItemRow) => boolean): Promise<ItemRow> {
  const found = (await player.rows(kind)).find(is);
  if (found === undefined) throw new StoryEnded(unexpected(`The story needs another ${kind} in the list.`));
  return found;
}

export const inProcore = ({ key }: ItemRow): boolean => key.id.startsWith('p:');
export const isReady = ({ state }: ItemRow): boolean =>
  state.name === 'readyToExport' || state.name === 'readyToImport' || state.name === 'readyToUpdate';

export const company = procoreItem('costCodes', 'company');
