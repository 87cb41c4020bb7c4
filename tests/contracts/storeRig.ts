import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Certificate } from '#shared/domain/certificate.ts';
import { type CompanyId, companyIdOf } from '#shared/domain/company.ts';
import { type CorLogQuery, everyCor } from '#shared/domain/corLog.ts';
import { type Mapping, standardDefaults } from '#shared/domain/mapping.ts';
import { type CorTransfer, everyEntry, type HistoryQuery, type ItemTransfer } from '#shared/domain/records.ts';
import type { Job } from '#shared/domain/sage/facts.ts';
import type { TransferState } from '#shared/domain/transfer.ts';
import type { Store } from '../../electron/engine/ports/store.ts';
import { openStore } from '../../electron/store/store.ts';
import { plainCor } from '../records/plainCor.ts';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type Open = (file: string, company: CompanyId) => Store;

let open: Open = (file, company) => {
  const result = openStore({ file, company });
  if (!result.ok) throw new Error(result.failure.sentence);
  return result.value;
};

/** From now on the tests of this process hold another store to the same contract. */
export function holdToContract(other: Open): void {
  open = other;
}

/** An open store in a file, or the reason why not as an error. The caller closes it. */
export function opened(file: string, company = companyIdOf('acme')): Store {
  return open(file, company);
}

/** A store in a new file, closed and removed when the test is over. */
export function freshStore(): Store {
  const store = opened(path.join(temporaryFolder(), 'plumbline.db'));
  onTestFinished(store.close);
  return store;
}

export const at = (minute: number): string => new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString();

export const cor = plainCor;

export function mapping(projectId: string, job: string): Mapping {
  return { projectId, job, defaults: standardDefaults, mappedAt: at(0), mappedBy: 'Ana' };
}

export function job(number: string, fields: Partial<Job> = {}): Job {
  return {
    number,
    name: `Job ${number}`,
    shortName: '',
    status: '4',
    inactive: false,
    clientNumber: null,
    clientName: '',
    contract: '0.00',
    address: { street: '', city: '', state: '', zip: '' },
    phone: '',
    startDate: null,
    completionDate: null,
    updated: '',
    ...fields,
  };
}

export function transfer(id: string, state: TransferState, fields: Partial<CorTransfer> = {}): CorTransfer {
  const corIds = fields.corIds ?? [`cor-${id}`];
  return {
    cloud: 'clearstory',
    id,
    businessKey: `acme/200/${id}`,
    title: `COR ${id} into job 200`,
    corIds,
    job: '200',
    draft: {
      job: '200',
      corIds: [...corIds],
      target: { mode: 'new' },
      header: {
        numbering: 'next',
        number: '',
        date: '2026-03-02',
        description: 'Relocate panel',
        status: '2',
        type: '',
        phase: '0',
        clientPo: '',
        reason: '',
        delayRequested: '0',
        delayApproved: '0',
        submitted: '',
        approvedOn: '',
        notes: '',
      },
      prime: [],
      budget: [],
    },
    plan: null,
    planHash: null,
    state,
    attempts: [],
    receipt: null,
    createdAt: at(0),
    createdBy: 'Ana',
    approvedAt: null,
    approvedBy: null,
    updatedAt: at(0),
    ...fields,
  };
}

/** A vendor of Procore on its way into Sage. */
export function itemTransfer(id: string, state: TransferState, fields: Partial<ItemTransfer> = {}): ItemTransfer {
  const { cloud: _cloud, corIds: _corIds, draft: _draft, approvedCors: _approved, ...shared } = transfer(id, state);
  return {
    ...shared,
    cloud: 'procore',
    businessKey: 'vendors',
    title: `New vendor ${id}`,
    job: '',
    item: { kind: 'vendor', id: `p:${id}` },
    projectId: null,
    choices: { type: '2' },
    source: { snapshot: '{}', hash: 'hash' },
    ...fields,
  };
}

export function certificate(fields: Partial<Certificate> = {}): Certificate {
  return {
    format: 1,
    id: '3f0c5a7e-0000-4000-8000-000000000001',
    fingerprint: 'as it was',
    kinds: ['changeOrder.create'],
    parts: [],
    accepted: [],
    uncompared: [],
    database: 'Sample Company',
    serverVersion: '16.0.1000.6',
    by: 'Ana',
    at: at(0),
    ...fields,
  };
}

export const queued: TransferState = { name: 'queued', since: at(0), attempt: 0 };

export function logQuery(fields: Partial<CorLogQuery> = {}): CorLogQuery {
  return { ...everyCor, ...fields };
}

export function historyQuery(fields: Partial<HistoryQuery> = {}): HistoryQuery {
  return { ...everyEntry, ...fields };
}
