import type { ZodType } from 'zod';
import type { Memory } from '../memory.ts';
import { type Drafts, type TableName, type Tables, tables } from '../records/tables.ts';
import {
  badRequest,
  created,
  type FieldErrors,
  fieldErrors,
  message,
  notFound,
  ok,
  type Reply,
  ruleBroken,
} from './answers.ts';
import { type Call, type Fields, isFields, wrappedList } from './call.ts';

/** How a writable field is read. A list of words is an enumeration. */
export type FieldKind = 'text' | 'day' | 'bool' | 'decimal' | 'id' | 'ids' | 'json' | readonly string[];

/** A kind of record that requests can write: what may be written, what must hold, how it looks. */
export type Writable<T extends TableName, C extends Call = Call> = {
  readonly table: T;
  /** The writable fields by their wire name. */
  readonly fields: Readonly<Record<string, FieldKind>>;
  /** Fields whose stored name differs from their wire name. */
  readonly stored?: Readonly<Record<string, string>>;
  readonly required: readonly string[];
  /** What a new record has besides what was sent. */
  readonly fresh: (call: C, sent: Fields) => Fields;
  /** Why this record may not be changed so; the text is a business rule of Procore. */
  readonly locked?: (memory: Memory, record: Tables[T], change: Fields, call: C) => string | null;
  /** What is wrong with the record as it would become. */
  readonly check?: (memory: Memory, record: Fields, before: Tables[T] | null, call: C) => FieldErrors | null;
  /** Records among which an origin id must be unique; all of the table unless said. */
  readonly sameType?: (record: Tables[T], other: Fields) => boolean;
  readonly after?: (call: C, record: Tables[T], sent: Fields) => void;
  readonly show: (memory: Memory, record: Tables[T]) => unknown;
};

type Outcome<R> =
  | { readonly ok: true; readonly record: R; readonly isNew: boolean }
  | { readonly ok: false; readonly errors: FieldErrors; readonly rule?: string };

const patterns: Readonly<Record<string, RegExp>> = {
  day: /^\d{4}-\d{2}-\d{2}/,
  decimal: /^-?\d+(\.\d+)?$/,
  id: /^\d+$/,
};

function read(kind: FieldKind, value: unknown): { readonly ok: boolean; readonly value: unknown } {
  if (value === null) return { ok: true, value: null };
  if (typeof kind !== 'string') return { ok: typeof value === 'string' && kind.includes(value), value };
  if (kind === 'json') return { ok: true, value };
  if (kind === 'bool') return { ok: typeof value === 'boolean', value };
  if (kind === 'ids') return { ok: Array.isArray(value) && value.every((one) => typeof one === 'string'), value };
  const text = typeof value === 'string' ? value : null;
  if (text === null) return { ok: false, value };
  if (kind === 'day') return { ok: patterns.day?.test(text) === true, value: text.slice(0, 10) };
  return { ok: patterns[kind]?.test(text) ?? true, value: text };
}

/** The writable fields of what was sent, under their stored names; what cannot be written is ignored, as Procore ignores it. */
function readFields<T extends TableName, C extends Call>(kind: Writable<T, C>, sent: Fields) {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string[]> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    if (!(name in sent)) continue;
    const found = read(field, sent[name]);
    if (found.ok) values[kind.stored?.[name] ?? name] = found.value;
    else errors[name] = [typeof field === 'string' ? 'is invalid' : 'is not included in the list'];
  }
  return { values, errors };
}

/** A field that was set to nothing becomes null, or its default where it cannot be null. */
function withDefaults(table: TableName, values: Fields): Fields {
  const shape: Readonly<Record<string, ZodType>> = tables[table].shape;
  const nullable = (name: string) => shape[name]?.safeParse(null).success === true;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === null && !nullable(name) ? undefined : value]),
  );
}

const blank = (value: unknown) => value === undefined || value === null || value === '';

/** Creates a record, or changes `before`. Nothing is stored unless everything holds. */
export function save<T extends TableName, C extends Call>(
  kind: Writable<T, C>,
  call: C,
  sent: Fields,
  before: Tables[T] | null,
): Outcome<Tables[T]> {
  const { memory } = call;
  const { values, errors } = readFields(kind, sent);
  const known: Fields = before ?? {};
  const rule = before === null ? null : (kind.locked?.(memory, before, values, call) ?? null);
  if (rule !== null) return { ok: false, errors: { base: [rule] }, rule };
  for (const name of kind.required) {
    const stored = kind.stored?.[name] ?? name;
    if (before === null ? blank(values[stored]) : stored in values && blank(values[stored]))
      errors[name] ??= ["can't be blank"];
  }
  const now = memory.stamp(call.now);
  const next: Fields = {
    ...(before === null ? { created_at: now, ...kind.fresh(call, sent) } : known),
    ...withDefaults(kind.table, values),
    updated_at: now,
  };
  const origin = values.origin_id;
  if (typeof origin === 'string') {
    const taken = memory
      .where(kind.table, 'origin_id' as keyof Tables[T] & string, origin) // every table with that writable field has it
      .some((one) => one.id !== before?.id && (kind.sameType?.(one, next) ?? true));
    if (taken) errors.origin_id = ['has already been taken'];
  }
  const found = Object.keys(errors).length > 0 ? errors : kind.check?.(memory, next, before, call);
  if (found != null) return { ok: false, errors: found };
  const id = before?.id ?? memory.nextId();
  const record = memory.put(kind.table, { ...next, id } as unknown as Drafts[T]); // its schema refuses what does not fit
  kind.after?.(call, record, sent);
  return { ok: true, record, isNew: before === null };
}

function refused(outcome: { readonly errors: FieldErrors; readonly rule?: string }): Reply {
  return outcome.rule === undefined ? fieldErrors(outcome.errors) : ruleBroken(outcome.rule);
}

/** `POST`: 201 and the record. */
export function createOne<T extends TableName, C extends Call>(kind: Writable<T, C>, call: C, wrapper: string): Reply {
  const sent = call.body[wrapper];
  if (!isFields(sent)) return badRequest(`param is missing or the value is empty: ${wrapper}`);
  const outcome = save(kind, call, sent, null);
  return outcome.ok ? created(kind.show(call.memory, outcome.record)) : refused(outcome);
}

/** `PATCH`: 200 and the record. */
export function changeOne<T extends TableName, C extends Call>(
  kind: Writable<T, C>,
  call: C,
  wrapper: string,
  before: Tables[T] | undefined,
): Reply {
  const sent = call.body[wrapper];
  if (!isFields(sent)) return badRequest(`param is missing or the value is empty: ${wrapper}`);
  if (before === undefined) return notFound;
  const outcome = save(kind, call, sent, before);
  return outcome.ok ? ok(kind.show(call.memory, outcome.record)) : refused(outcome);
}

const mostUpdates = 1000;

/**
 * `PATCH …/sync`: 200 whatever happens to single rows, each of which is looked up by its id, or else by its origin id, or else
 * created anew. `find` looks within the scope of the request.
 */
export function syncAll<T extends TableName, C extends Call>(
  kind: Writable<T, C>,
  call: C,
  find: {
    readonly byId: (id: string) => Tables[T] | undefined;
    readonly byOrigin: (origin: string) => Tables[T] | undefined;
  },
): Reply {
  const updates = wrappedList(call.body, 'updates');
  const echoes = call.echo.updates;
  if (updates === null || !Array.isArray(echoes)) return badRequest('param is missing or the value is empty: updates');
  if (updates.length > mostUpdates) return message(413, `At most ${mostUpdates} updates are accepted at once`);
  const entities: unknown[] = [];
  const errors: unknown[] = [];
  for (const [index, sent] of updates.entries()) {
    const echo: unknown = echoes[index];
    const [id, origin] = [sent.id, sent.origin_id].map((value) =>
      typeof value === 'string' && value !== '' ? value : null,
    );
    const before = id != null ? find.byId(id) : origin != null ? find.byOrigin(origin) : undefined;
    if (id != null && before === undefined) {
      errors.push({ ...(isFields(echo) ? echo : {}), errors: { id: ['Entity with this ID not found'] } });
      continue;
    }
    const outcome = save(kind, call, sent, before ?? null);
    if (outcome.ok) entities.push(kind.show(call.memory, outcome.record));
    else errors.push({ ...(isFields(echo) ? echo : {}), errors: outcome.errors });
  }
  return ok({ entities, errors });
}
