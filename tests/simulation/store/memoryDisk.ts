import type { Certificate } from '#shared/domain/certificate.ts';
import type { CloudProject } from '#shared/domain/cloudProject.ts';
import type { Cor } from '#shared/domain/cor.ts';
import type { Link, SageState } from '#shared/domain/link.ts';
import type { Mapping } from '#shared/domain/mapping.ts';
import type { Act } from '#shared/domain/procore/act.ts';
import type { Decision } from '#shared/domain/procore/decision.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { ProcoreRecordKind, ProcoreRecords } from '#shared/domain/procore/records.ts';
import type { HistoryEntry, ImportedJob, Run, Transfer, Unreadable } from '#shared/domain/records.ts';
import type { Inspection } from '#shared/domain/sage/catalog.ts';
import type { SageKind } from '#shared/domain/sage/facts.ts';
import { type Settings, standardSettings } from '#shared/domain/settings.ts';

/** What survives the death of a process: everything that a finished transaction has saved for one company. */
export type MemoryDisk = {
  readonly settings: Map<'settings', Settings>;
  readonly notes: Map<string, string>;
  readonly projects: Map<string, CloudProject>;
  readonly mappings: Map<string, Mapping>;
  readonly imported: Map<string, ImportedJob>;
  readonly sage: Readonly<Record<SageKind, Map<string, unknown>>>;
  readonly cors: Map<string, StoredCor>;
  readonly links: Map<string, Link>;
  readonly transfers: Map<string, StoredTransfer>;
  readonly inspection: Map<'inspection', Inspection>;
  readonly certificates: Map<string, { readonly certificate: Certificate; readonly revoked: boolean }>;
  readonly history: HistoryEntry[];
  readonly runs: Run[];
  readonly unreadable: Map<string, Unreadable>;
  readonly procore: {
    readonly records: Map<string, ProcoreRecords[ProcoreRecordKind]>;
    readonly links: Map<string, ProcoreLink>;
    readonly decisions: Map<string, Decision>;
    readonly acts: Map<string, { readonly number: number; readonly act: Act }>;
  };
};

export type StoredCor = {
  readonly cor: Cor;
  readonly inDetail: boolean;
  readonly state: SageState;
  readonly changeOrder: string | null;
};

/** `approval`: the place in the order of approval; null while it is a draft. */
export type StoredTransfer = { readonly transfer: Transfer; readonly approval: number | null };

export function createMemoryDisk(): MemoryDisk {
  return {
    settings: new Map([['settings', standardSettings]]),
    notes: new Map(),
    projects: new Map(),
    mappings: new Map(),
    imported: new Map(),
    sage: {
      job: new Map(),
      phase: new Map(),
      costCode: new Map(),
      costType: new Map(),
      changeOrderType: new Map(),
      vendor: new Map(),
      changeOrder: new Map(),
      vendorType: new Map(),
      ledgerAccount: new Map(),
      budget: new Map(),
      subcontract: new Map(),
      purchaseOrder: new Map(),
      payableInvoice: new Map(),
    },
    cors: new Map(),
    links: new Map(),
    transfers: new Map(),
    inspection: new Map(),
    certificates: new Map(),
    history: [],
    runs: [],
    unreadable: new Map(),
    procore: { records: new Map(), links: new Map(), decisions: new Map(), acts: new Map() },
  };
}
