import { z } from 'zod';
import { companyIdSchema } from '#shared/domain/company.ts';
import { type Method, methodNames } from './methods.ts';

/** The company that a worker serves. Sent after its start, never as argument or environment: it holds the login. */
export const companySetupSchema = z.strictObject({
  connectionString: z.string(),
  database: z.discriminatedUnion('dialect', [
    z.strictObject({ dialect: z.literal('mssql'), companionDatabase: z.string() }),
    z.strictObject({ dialect: z.literal('sqlite') }),
  ]),
  companyId: companyIdSchema,
  companyName: z.string(),
  server: z.string(),
});
export type CompanySetup = z.infer<typeof companySetupSchema>;

const callId = z.number().int().positive();

/** Engine to worker. */
const requestSchema = z.discriminatedUnion('type', [
  /** Once, first: null where only the driver itself is asked about. */
  z.strictObject({ type: z.literal('company'), company: companySetupSchema.nullable() }),
  z.strictObject({ type: z.literal('call'), id: callId, method: z.enum(methodNames), args: z.array(z.unknown()) }),
]);
export type WorkerRequest =
  | { readonly type: 'company'; readonly company: CompanySetup | null }
  | { readonly type: 'call'; readonly id: number; readonly method: Method; readonly args: readonly unknown[] };

/** Worker to engine. */
const noticeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  /** A statement has ended and the next one begins: the driver lives. At most one each second. */
  z.strictObject({ type: z.literal('progress') }),
  z.strictObject({ type: z.literal('answer'), id: callId, answer: z.unknown() }),
  /** The call was not understood; nothing was done. */
  z.strictObject({ type: z.literal('refused'), id: callId, problem: z.string() }),
  /** The call was carried out, but its answer is longer than may be sent. */
  z.strictObject({ type: z.literal('tooLong'), id: callId, length: z.number() }),
  /** What came was no message at all; the worker ends. */
  z.strictObject({ type: z.literal('garbled'), problem: z.string() }),
]);
export type WorkerNotice = z.infer<typeof noticeSchema>;

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

export function readRequest(text: string): Read<WorkerRequest> {
  return read(requestSchema, text);
}

export function readNotice(text: string): Read<WorkerNotice> {
  return read(noticeSchema, text);
}

/** The words name the place in the message, never what stood there: that may be a secret. */
export function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'not as agreed' : `${issue.path.join('.') || 'message'}: ${issue.code}`;
}

function read<T>(schema: z.ZodType<T>, text: string): Read<T> {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'no JSON' };
  }
  const parsed = schema.safeParse(message);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, problem: problemOf(parsed.error) };
}
