import type { Clock } from '../../engine/ports/runtime.ts';
import type { FaultSwitch, Faults } from './faults.ts';
import type { Memory } from './memory.ts';
import type { Login } from './oauth.ts';
import {
  addBudgetChange,
  addInvoice,
  addOrder,
  addProjectCode,
  type NewBudgetChange,
  type NewChangeOrder,
  type NewInvoice,
} from './people.ts';
import type { Limits, RateLimiter } from './rateLimit.ts';
import type {
  BudgetChange,
  ChangeOrder,
  Commitment,
  Company,
  CostCode,
  Drafts,
  Requisition,
  SandboxState,
  TableName,
  Tables,
  Vendor,
} from './records/tables.ts';
import type { ReceivedRequest, RequestLog } from './requestLog.ts';

/** A draft without what the server gives every record itself. */
export type NewRecord<T extends TableName> = Omit<Drafts[T], 'id' | 'created_at' | 'updated_at'>;

/** The other side of the sandbox: what people in Procore's browser would do, and Procore's weather. No lock stands in the way. */
export type ProcoreControl = {
  readonly faults: () => Faults;
  readonly setFaults: (change: Partial<Faults>) => void;
  readonly limits: () => Limits;
  readonly setLimits: (limits: Partial<Limits>) => void;
  readonly company: () => Company;
  /** Disconnects the app, or limits the projects that the service account may see. */
  readonly setCompany: (change: Partial<Omit<Company, 'id'>>) => void;
  readonly endTokens: () => void;

  readonly records: <T extends TableName>(table: T) => readonly Tables[T][];
  readonly one: <T extends TableName>(table: T, id: string) => Tables[T];
  readonly add: <T extends TableName>(table: T, record: NewRecord<T>) => Tables[T];
  readonly change: <T extends TableName>(table: T, id: string, change: Partial<Tables[T]>) => Tables[T];
  /** Gone without a trace, or marked where Procore marks deletions. */
  readonly remove: (table: TableName, id: string) => void;

  readonly approve: (contractId: string) => Commitment;
  readonly unapprove: (contractId: string) => Commitment;
  readonly addChangeOrder: (order: NewChangeOrder) => ChangeOrder;
  readonly addInvoice: (invoice: NewInvoice) => Requisition;
  readonly addBudgetChange: (change: NewBudgetChange) => BudgetChange;
  /** In: a code of the company's list, and the letter of a cost type. */
  readonly addProjectCode: (projectId: string, code: string, typeCode: string) => CostCode;
  readonly renameVendor: (id: string, name: string) => Vendor;
  /** The Vendor Merge tool: contracts move over, the loser just disappears. */
  readonly mergeVendors: (loser: string, winner: string) => void;
  /** The first record of a list goes to its end, so that the rows behind it move up by one page position. */
  readonly drift: (path: string) => void;

  readonly requests: () => readonly ReceivedRequest[];
  /** Those of them that were not GET; logins are not among them. */
  readonly writes: () => readonly ReceivedRequest[];
  /** How often each route was called since the last reset. */
  readonly calls: () => Readonly<Record<string, number>>;
  readonly resetCalls: () => void;
  /** Faults of the sandbox itself: always empty, or a test should say so. */
  readonly failures: () => readonly string[];
  readonly snapshot: () => SandboxState;
  readonly restore: (state: SandboxState) => void;
};

type Parts = {
  readonly memory: Memory;
  readonly faults: FaultSwitch;
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  readonly login: Login;
  readonly log: RequestLog;
};

/** Which records a list shows, by the last word of its path. */
const tableOfList: Readonly<Record<string, TableName>> = {
  projects: 'projects',
  vendors: 'vendors',
  cost_codes: 'costCodes',
  standard_cost_codes: 'standardCodes',
  wbs_codes: 'wbsCodes',
  work_order_contracts: 'commitments',
  purchase_order_contracts: 'commitments',
  requisitions: 'requisitions',
};

/** Unknown records throw: control is for tests and demos. */
export function createControl({ memory, faults, clock, limiter, login, log }: Parts): ProcoreControl {
  const now = () => memory.stamp(clock.now());
  const one = <T extends TableName>(table: T, id: string): Tables[T] => {
    const found = memory.get(table, id);
    if (found === undefined) throw new Error(`The sandbox has no record ${id} in ${table}`);
    return found;
  };
  const change = <T extends TableName>(table: T, id: string, changed: Partial<Tables[T]>): Tables[T] => {
    const stamped = { ...one(table, id), ...changed, id, ...('updated_at' in changed ? {} : { updated_at: now() }) };
    return memory.put(table, stamped as unknown as Drafts[T]); // a whole record with some fields replaced
  };
  const approve = (id: string, status: Commitment['status']) =>
    change('commitments', id, { status, executed: status === 'Approved' });

  return {
    faults: faults.current,
    setFaults: faults.set,
    limits: limiter.limits,
    setLimits: limiter.setLimits,
    company: memory.company,
    setCompany: (changed) => memory.setCompany({ ...memory.company(), ...changed }),
    endTokens: login.endAll,
    records: memory.all,
    one,
    add: <T extends TableName>(table: T, record: NewRecord<T>) => {
      const at = now();
      return memory.put(table, {
        created_at: at,
        updated_at: at,
        ...record,
        id: memory.nextId(),
      } as unknown as Drafts[T]);
    },
    change,
    remove: (table, id) => {
      const found = one(table, id);
      if ('deleted_at' in found) change(table, id, { deleted_at: now() } as Partial<Tables[typeof table]>);
      else memory.remove(table, id);
    },
    approve: (id) => approve(id, 'Approved'),
    unapprove: (id) => approve(id, 'Draft'),
    addChangeOrder: (order) => addOrder(memory, now(), one('commitments', order.contractId), order),
    addInvoice: (invoice) => addInvoice(memory, now(), one('commitments', invoice.contractId), invoice),
    addBudgetChange: (change) => addBudgetChange(memory, now(), change),
    addProjectCode: (projectId, code, typeCode) =>
      addProjectCode(memory, now(), one('projects', projectId), code, typeCode),
    renameVendor: (id, name) => change('vendors', id, { name }),
    mergeVendors: (loser, winner) => {
      one('vendors', winner);
      for (const contract of memory.where('commitments', 'vendor_id', one('vendors', loser).id))
        change('commitments', contract.id, { vendor_id: winner });
      memory.remove('vendors', loser);
    },
    drift: (path) => {
      const table = tableOfList[path.split('/').at(-1) ?? ''];
      const first = table === undefined ? undefined : memory.all(table)[0];
      if (table === undefined || first === undefined) return;
      memory.remove(table, first.id);
      memory.put(table, first as unknown as Drafts[typeof table]);
    },
    requests: log.requests,
    writes: () => log.requests().filter(({ method, path }) => method !== 'GET' && !path.startsWith('/oauth/')),
    calls: log.calls,
    resetCalls: log.resetCalls,
    failures: log.failures,
    snapshot: memory.snapshot,
    restore: memory.restore,
  };
}
