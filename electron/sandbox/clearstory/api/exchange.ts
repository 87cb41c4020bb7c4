import type { z } from 'zod';
import type { Clock } from '../../../engine/ports/runtime.ts';
import type { StateStore } from '../stateStore.ts';

/** One request after authentication, and what answers it. */
export type ApiRequest = {
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The path's variable parts, in order. */
  readonly parts: readonly string[];
};

export type ApiContext = { readonly store: StateStore; readonly clock: Clock };

/** Without a body the reply is empty, as Clearstory's 404 is. */
export type Reply = { readonly status: number; readonly body?: unknown };

export type Handler = (request: ApiRequest, context: ApiContext) => Reply;

export type Route = { readonly method: string; readonly path: RegExp; readonly handle: Handler };

export const notFound: Reply = { status: 404 };

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

export function conflict(message: string): Reply {
  return { status: 409, body: { message } };
}

type Location = 'query' | 'body';
export type FieldError = { readonly param: string; readonly msg: string; readonly value?: unknown };

/** The 422 of express-validator. */
export function invalid(location: Location, errors: readonly FieldError[]): Reply {
  return { status: 422, body: { success: false, errors: errors.map((error) => ({ ...error, location })) } };
}

type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reply: Reply };

/** Checks what was sent against a schema; what fails becomes one 422 that names every field. */
export function check<T>(schema: z.ZodType<T>, sent: unknown, location: Location): Checked<T> {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return { ok: true, value: parsed.data };
  const values = typeof sent === 'object' && sent !== null ? new Map(Object.entries(sent)) : new Map();
  const errors = parsed.error.issues.map((issue) => {
    const param = issue.path.map(String).join('.');
    return { param, msg: issue.message, value: values.get(String(issue.path[0] ?? '')) };
  });
  return { ok: false, reply: invalid(location, errors) };
}

export function checkQuery<T>(schema: z.ZodType<T>, request: ApiRequest): Checked<T> {
  return check(schema, Object.fromEntries(request.query), 'query');
}
