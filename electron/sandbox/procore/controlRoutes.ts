import { z } from 'zod';
import { controlAsk, dropAbsent, sameText } from '../controlAccess.ts';
import type { Reply } from './api/answers.ts';
import type { ProcoreControl } from './control.ts';
import { failingStatuses, faultsSchema } from './faults.ts';
import { stateSchema, type TableName, tables } from './records/tables.ts';

type Request = { readonly method: string; readonly path: string; readonly token: string; readonly body: unknown };

/**
 * The control over HTTP, for a demo's buttons and tests in another process. Header `x-sandbox-token` must carry the token; the
 * paths do not exist when the sandbox was started without one. Numbers in the body arrive as text.
 */
export function answerControl(control: ProcoreControl, expected: string, request: Request): Reply {
  if (!sameText(request.token, expected)) return { status: 401, body: { message: 'Unauthorized' } };
  const { ask, id } = controlAsk(request.method, request.path);
  try {
    const value = answer(control, ask, id, request.body);
    return value === undefined ? { status: 404 } : { status: 200, body: value };
  } catch (error) {
    return { status: 422, body: { message: error instanceof Error ? error.message : 'Not understood' } };
  }
}

const count = z.coerce.number().int().min(0);
const faults = faultsSchema
  .extend({
    latencyMs: count,
    dropWrites: count,
    dropReads: count,
    dropTokens: count,
    truncateBodies: count,
    driftPages: count,
    failNext: z
      .object({
        status: z.coerce.number().pipe(z.union(failingStatuses.map((status) => z.literal(status)))),
        count: z.coerce.number().int().min(1),
        retryAfterSeconds: count.nullable(),
        path: z.string().optional(),
      })
      .nullable(),
  })
  .partial();
const limits = z.object({ spike: count, hourly: count }).partial();
const company = z.object({ connected: z.boolean(), permitted_projects: z.array(z.string()).nullable() }).partial();
const record = z.record(z.string(), z.unknown());

function answer(control: ProcoreControl, ask: string, id: string, body: unknown): unknown {
  switch (ask) {
    case 'GET faults':
      return control.faults();
    case 'POST faults':
      control.setFaults(dropAbsent(faults.parse(body)));
      return control.faults();
    case 'POST limits':
      control.setLimits(dropAbsent(limits.parse(body)));
      return control.limits();
    case 'POST company':
      control.setCompany(dropAbsent(company.parse(body)));
      return control.company();
    case 'GET requests':
      return control.requests();
    case 'GET writes':
      return control.writes();
    case 'GET calls':
      return control.calls();
    case 'POST snapshot':
      control.restore(stateSchema.parse(numbersBack(body)));
      return { restored: true };
    case 'GET snapshot':
      return control.snapshot();
    case 'POST commitments/:id/approve':
      return control.approve(id);
    case 'POST commitments/:id/unapprove':
      return control.unapprove(id);
    default:
      return answerRecords(control, ask, id, body);
  }
}

/** `nextId` is a number in a snapshot. */
function numbersBack(body: unknown): unknown {
  const state = record.parse(body);
  return { ...state, format: Number(state.format), nextId: Number(state.nextId) };
}

const isTable = (name: string): name is TableName => Object.hasOwn(tables, name);

/** `GET vendors`, `POST vendors`, `POST vendors/:id`, `POST vendors/:id/remove`, and the same for every kind of record. */
function answerRecords(control: ProcoreControl, ask: string, id: string, body: unknown): unknown {
  const [method, rest = ''] = ask.split(' ');
  const [table = '', , verb] = rest.split('/');
  if (!isTable(table)) return undefined;
  if (method === 'GET') return id === '' ? control.records(table) : control.one(table, id);
  if (method !== 'POST') return undefined;
  if (id === '') return control.add(table, record.parse(body) as Parameters<typeof control.add<typeof table>>[1]); // its schema checks
  if (verb === undefined) return control.change(table, id, record.parse(body));
  if (verb !== 'remove') return undefined;
  control.remove(table, id);
  return { removed: true };
}
