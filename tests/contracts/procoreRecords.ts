import type { Act } from '#shared/domain/procore/act.ts';
import { type ItemKey, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { noOrigin, type ProcoreCommitment, type ProcoreVendor } from '#shared/domain/procore/records.ts';
import { at } from './storeRig.ts';

/** Records of Procore with the few fields that a test is about. */

export function vendorOf(id: string, name: string, fields: Partial<ProcoreVendor> = {}): ProcoreVendor {
  return {
    id,
    name,
    abbreviation: '',
    address: { street: '', city: '', state: '', zip: '' },
    phone: '',
    email: '',
    active: true,
    origin: noOrigin,
    syncedToErp: false,
    updatedAt: at(0),
    ...fields,
  };
}

export function commitmentOf(
  id: string,
  project: string,
  title: string,
  fields: Partial<ProcoreCommitment> = {},
): ProcoreCommitment {
  return {
    id,
    project,
    type: 'subcontract',
    number: `SC-${id}`,
    title,
    description: '',
    status: 'Approved',
    vendor: '1',
    vendorName: '',
    byUnits: false,
    retainagePercent: '10.0',
    contractDate: null,
    startDate: null,
    completionDate: null,
    deliveryDate: null,
    grandTotal: '0.00',
    approvedChanges: '0.00',
    currency: 'USD',
    deleted: false,
    lines: [],
    origin: noOrigin,
    createdAt: at(0),
    updatedAt: at(0),
    ...fields,
  };
}

export function procoreLinkOf(id: string, project: string, fields: Partial<ProcoreLink> = {}): ProcoreLink {
  return {
    item: procoreItem('commitment', id),
    procoreId: id,
    project,
    sageKey: id,
    sageNumber: `SC-${id}`,
    job: '200',
    originId: `plumbline:${id}`,
    owner: 'procore',
    lines: [],
    agreed: {},
    transferId: null,
    at: at(0),
    by: 'Ana',
    ...fields,
  };
}

export function actOf(id: string, item: ItemKey, isDone: boolean, createdAt: string): Act {
  return {
    id,
    item,
    purpose: 'acknowledge',
    title: 'Tell Procore',
    calls: [{ op: 'vendor.origin', vendor: '1', origin: { id: null, code: null } }],
    given: [],
    state: isDone ? { name: 'done', at: at(1) } : { name: 'queued', since: at(0), attempt: 0 },
    settle: '',
    attempts: [],
    createdAt,
    by: 'Ana',
  };
}
