import type { Faults } from '../faults.ts';
import type { Memory } from '../memory.ts';
import type { Project } from '../records/tables.ts';
import type { Reply } from './answers.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** One request that has passed login, limits and permissions. */
export type Call = {
  readonly url: URL;
  readonly query: URLSearchParams;
  /** Numbers have become their own text: nothing passes through a double. */
  readonly body: Fields;
  /** The same body, to be sent back as it came. */
  readonly echo: Fields;
  /** The variable parts of the path by name. */
  readonly part: (name: string) => string;
  readonly memory: Memory;
  readonly now: string;
  /** Where the screens of the project would be. */
  readonly base: string;
  /** What a project with three tiers answers where one or two are needed. */
  readonly threeTiers: Faults['threeTiers'];
  readonly clearOrigin: Faults['clearOrigin'];
};
export type ProjectCall = Call & { readonly project: Project };

/**
 * `none` needs no company header from a user's token, `header` needs that alone, `company` the company in path, query or body too,
 * `project` the project.
 */
export type Route =
  | {
      readonly scope: 'none' | 'header' | 'company';
      readonly method: string;
      readonly path: string;
      readonly handle: (call: Call) => Reply;
    }
  | {
      readonly scope: 'project';
      readonly method: string;
      readonly path: string;
      readonly handle: (call: ProjectCall) => Reply;
    };

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under this name in the body; null when it is missing. */
export function wrapped(call: Call, name: string): Fields | null {
  const value = call.body[name];
  return isFields(value) ? value : null;
}

/** The list of objects under this name; null when it is missing or not a list. */
export function wrappedList(fields: Fields, name: string): readonly Fields[] | null {
  const value = fields[name];
  return Array.isArray(value) ? value.map((one) => (isFields(one) ? one : {})) : null;
}

/** Text of a query parameter, or of the body's field of that name; undefined when neither was sent. */
export function parameter(call: Pick<Call, 'query' | 'body'>, name: string): string | undefined {
  const inBody = call.body[name];
  return call.query.get(name) ?? (typeof inBody === 'string' ? inBody : undefined);
}
