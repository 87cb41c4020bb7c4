import type { SqlSageCompany } from '../company.ts';
import { createAssembler, framesOf, longestAnswer, longestRequest } from './frames.ts';
import { type CompanySetup, problemOf, readRequest, type WorkerNotice, type WorkerRequest } from './messages.ts';
import { type Method, methods, type SageMachine } from './methods.ts';
import { createPages, type Pages } from './pages.ts';
import type { WorkerPort } from './process.ts';
import { createSigns } from './signs.ts';

/** `sign` is to be called before each thing that is asked of the driver. */
export type WorkerServices = {
  readonly openCompany: (setup: CompanySetup, sign: () => void) => SqlSageCompany;
  readonly machine: (sign: () => void) => SageMachine;
  /** A monotonic clock. */
  readonly nowMs: () => number;
  /** Ends this process after the last message has left. */
  readonly end: () => void;
};

type Call = Extract<WorkerRequest, { readonly type: 'call' }>;
type Served = { readonly company: SqlSageCompany; readonly pages: Pages };

/** Inside the worker: answers calls until the process ends. What throws in between is a bug and ends the process; the engine sees that. */
export function serveWorker(port: WorkerPort, services: WorkerServices): void {
  const assemble = createAssembler(longestRequest);
  let served: Served | null = null;

  const post = (text: string): void => {
    for (const frame of framesOf(text)) port.send(frame);
  };
  const tell = (notice: WorkerNotice): void => post(JSON.stringify(notice));
  const garbled = (problem: string): void => {
    tell({ type: 'garbled', problem });
    services.end();
  };
  const sign = createSigns(() => tell({ type: 'progress' }), services.nowMs);
  const machine = services.machine(sign);

  port.onFrame((frame) => {
    const assembled = assemble(frame);
    if (assembled.kind === 'incomplete') return;
    if (assembled.kind === 'garbled') return garbled(assembled.problem);
    const request = readRequest(assembled.text);
    if (!request.ok) return garbled(request.problem);
    if (request.value.type === 'call') return void answer(request.value);
    const { company: setup } = request.value;
    if (setup === null) return;
    const company = services.openCompany(setup, sign);
    served = { company, pages: createPages(company.readKeyed, services.nowMs) };
  });

  async function answer(call: Call): Promise<void> {
    const { id, method } = call;
    const args = methods[method].args.safeParse(call.args);
    if (!args.success) return tell({ type: 'refused', id, problem: `${method}: ${problemOf(args.error)}` });
    const encode = (value: unknown) => JSON.stringify({ type: 'answer', id, answer: value } satisfies WorkerNotice);
    const text = await answerText(method, args.data, encode);
    if (text === null) return tell({ type: 'refused', id, problem: `${method}: no company is connected` });
    if (text.length > longestAnswer) return tell({ type: 'tooLong', id, length: text.length });
    post(text);
  }

  /** Null: the method needs a company and there is none. */
  async function answerText(
    method: Method,
    args: readonly unknown[],
    encode: (value: unknown) => string,
  ): Promise<string | null> {
    if (method === 'odbcInstalled' || method === 'createSample') {
      return encode(await carryOut(machine[method], args));
    }
    if (served === null) return null;
    const { company, pages } = served;
    if (method !== 'read') return encode(await carryOut(company[method], args));
    const [kind, query] = methods.read.args.parse(args);
    return pages.read(kind, query, encode);
  }

  tell({ type: 'ready' });
}

/** The arguments were checked against the method's own entry in the table. */
function carryOut(method: unknown, args: readonly unknown[]): Promise<unknown> {
  return (method as (...args: readonly unknown[]) => Promise<unknown>)(...args);
}
