import { z } from 'zod';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { exactJsonNumber } from '../exactJson.ts';
import { errorTexts } from './errorTexts.ts';
import { rejected, unexpectedReply } from './failures.ts';
import type { Query, Transport } from './transport.ts';
import { idOrNull } from './wire/values.ts';

/** Ids are integers in v1, of up to 64 bits. */
export function wireId(id: string): unknown {
  return /^[1-9]\d{0,18}$/.test(id) ? exactJsonNumber(id) : id;
}

type Fields = Readonly<Record<string, unknown>>;

/** A record without an id and an origin id would be created again by every repetition: there is no such update. */
export type KeyedUpdate =
  | { readonly id: string; readonly originId?: string | null; readonly fields: Fields }
  | { readonly id?: undefined; readonly originId: string; readonly fields: Fields };

export type SyncRequest = {
  readonly path: string;
  readonly query: Query;
  /** What the records belong to, e.g. `{ company_id }`. */
  readonly scope: Fields;
  readonly updates: readonly KeyedUpdate[];
  /** Names one update in the sentences of failures. */
  readonly nameOf: (update: KeyedUpdate) => string;
};

/** What became of one update: the id of its record, or why there is none. */
export type Synced = { readonly update: KeyedUpdate; readonly result: Result<string> };

/** Procore takes 1,000; its own library sends 500 (confidence med). */
const batchSize = 500;

const replySchema = z.object({
  entities: z.array(z.unknown()).nullish(),
  errors: z.array(z.unknown()).nullish(),
});
const keySchema = z.object({ id: idOrNull, origin_id: idOrNull });

/**
 * Creates or changes records in batches. Procore answers success even when every record failed, so each is looked up in the reply by
 * its id or origin id, never by its place. A batch that fails as a whole ends it.
 */
export async function syncRecords(transport: Transport, request: SyncRequest): Promise<Result<readonly Synced[]>> {
  const { updates, scope, path, query, nameOf } = request;
  const done: Synced[] = [];
  for (let from = 0; from < updates.length; from += batchSize) {
    const batch = updates.slice(from, from + batchSize);
    const [first] = batch;
    const subject =
      first === undefined
        ? ''
        : batch.length === 1
          ? nameOf(first)
          : `${batch.length} records, such as ${nameOf(first)}`;
    const reply = await transport.send('PATCH', path, query, { ...scope, updates: batch.map(bodyOf) }, subject);
    if (!reply.ok) return reply;
    const parsed = replySchema.safeParse(reply.value.body).data;
    if (parsed === undefined) return fail(unexpectedReply(transport.host, 'no entities'));
    const entities = (parsed.entities ?? []).map(keyOf);
    const errors = (parsed.errors ?? []).map((row) => ({ key: keyOf(row), texts: errorTexts(row) }));
    for (const update of batch) {
      const entity = entities.find((key) => matches(key, update));
      const error = errors.find(({ key }) => matches(key, update));
      done.push({ update, result: resultOf(entity?.id ?? null, error?.texts ?? null, nameOf(update), transport.host) });
    }
  }
  return succeed(done);
}

/** The first that failed, for writes that are all or nothing to a person. */
export function firstFailure(synced: readonly Synced[]): Failure | null {
  for (const { result } of synced) if (!result.ok) return result.failure;
  return null;
}

type Key = z.output<typeof keySchema>;

function keyOf(row: unknown): Key {
  return keySchema.safeParse(row).data ?? { id: null, origin_id: null };
}

function matches(key: Key, update: KeyedUpdate): boolean {
  return update.id === undefined ? key.origin_id === update.originId : key.id === update.id;
}

function bodyOf(update: KeyedUpdate): Fields {
  return {
    ...(update.id === undefined ? {} : { id: wireId(update.id) }),
    ...(update.originId === undefined ? {} : { origin_id: update.originId }),
    ...update.fields,
  };
}

function resultOf(id: string | null, texts: readonly string[] | null, name: string, host: string): Result<string> {
  if (texts !== null) return fail(rejected(name, texts, 'errors of a sync'));
  return id === null ? fail(unexpectedReply(host, 'a record of a sync is not answered')) : succeed(id);
}
