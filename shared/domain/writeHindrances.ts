import { isChangeOrderKind, type PlanKind } from './plan.ts';
import type { Inspection, Right } from './sage/catalog.ts';
import { isNeededFor } from './sage/rights.ts';
import type { Hindrance, WriteCircumstances } from './writeMode.ts';

/** What a plan of each kind does, in words. */
export const kindWords: Readonly<Record<PlanKind, string>> = {
  'changeOrder.create': 'New change orders',
  'changeOrder.append': 'Lines added to change orders',
  'changeOrder.update': 'Updates of change orders',
  'changeOrder.void': 'Voids of change orders',
  'vendor.create': 'New vendors',
  'job.create': 'New jobs',
  'costCodes.update': 'Changes of cost codes',
  'budget.export': 'Budgets',
  'subcontract.create': 'New subcontracts',
  'purchaseOrder.create': 'New purchase orders',
  'subcontractChange.create': 'Changes of subcontracts',
  'purchaseOrderChange.append': 'Changes of purchase orders',
  'payableInvoice.create': 'New payable invoices',
};

/**
 * Everything that keeps plans of this kind from being written directly, each with its way out. A sample company, which Plumbline
 * itself made, needs neither rights nor certificate; but one whose tables were changed is not written to either.
 */
export function hindrancesOf(kind: PlanKind, circumstances: WriteCircumstances): readonly Hindrance[] {
  const { companyKind, inspection } = circumstances;
  const unmarked = unmarkedHindrances(kind, circumstances);
  if (companyKind === 'sample')
    return inspection === null ? unmarked : [...catalogHindrances(kind, inspection), ...unmarked];
  if (inspection === null) return [notInspected];
  return [
    ...unmarked,
    ...catalogHindrances(kind, inspection),
    ...rightHindrances(kind, inspection, circumstances),
    ...markerHindrances(inspection, circumstances),
    ...certificateHindrances(kind, inspection, circumstances),
  ];
}

const notInspected: Hindrance = {
  code: 'write.notInspected',
  sentence: 'The company database has not been inspected yet, so it is not known whether it is what Plumbline expects.',
  remedy: 'Read Sage once (Sync now on Home), then look here again.',
};

function catalogHindrances(kind: PlanKind, { catalog }: Inspection): readonly Hindrance[] {
  return catalog.differences
    .filter(({ effect, kinds }) => effect === 'blocks' && kinds.includes(kind))
    .map(({ sentence }) => ({
      code: 'write.catalog',
      sentence,
      remedy: 'Send the inspection to support: Plumbline has to learn this version of Sage before it writes into it.',
    }));
}

function rightHindrances(
  kind: PlanKind,
  { rights }: Inspection,
  { markerStore }: WriteCircumstances,
): readonly Hindrance[] {
  const needed = (right: Right) =>
    isNeededFor(kind, right) && (right.purpose !== 'marker' || markerStore === 'companionDatabase');
  const missing = rights.filter((right) => right.purpose !== 'excess' && !right.held && needed(right));
  const excess = rights.filter((right) => right.purpose === 'excess' && right.held);
  return [
    ...missing.map(({ on, right }) => ({
      code: 'write.rights',
      sentence: `The login lacks the right ${right} on ${on}.`,
      remedy: 'Ask the administrator of the SQL Server to run the script of rights from resources/sql.',
    })),
    ...excess.map((right) => ({
      code: 'write.excess',
      sentence: excessWords(right),
      remedy: 'Give Plumbline a login of its own with the rights from resources/sql and no others.',
    })),
  ];
}

/** A role is what the login is; any other right is one that it holds. */
function excessWords({ on, right }: Right): string {
  if (on !== 'login') return `The login holds the right ${right} on ${on}, which Plumbline never uses.`;
  const what = right === 'CONTROL' ? 'controls the whole database' : `is ${right}`;
  return `The login ${what}, which may do far more than Plumbline needs.`;
}

/** Only change orders have a field for the proof; without a proof nothing is ever written. */
function unmarkedHindrances(kind: PlanKind, { markerStore }: WriteCircumstances): readonly Hindrance[] {
  if (markerStore !== 'recordFields' || isChangeOrderKind(kind) || kind === 'subcontractChange.create') return [];
  return [
    {
      code: 'write.unmarked',
      sentence: `${kindWords[kind]} cannot carry the proof that they were written: Sage has no free field for it there.`,
      remedy: 'Keep the proofs in the companion database (Settings, Writing into Sage), or enter this in Sage by hand.',
    },
  ];
}

function markerHindrances({ marker }: Inspection, { markerStore }: WriteCircumstances): readonly Hindrance[] {
  const hindrance = (sentence: string, remedy: string) => [{ code: 'write.marker', sentence, remedy }];
  if (marker.store !== markerStore) {
    return hindrance(
      'Where the proofs of what was written are kept was changed, and the new place has not been inspected yet.',
      'Read Sage once (Sync now on Home), then look here again.',
    );
  }
  if (marker.problem === null) return [];
  return hindrance(
    `The proofs of what was written cannot be kept: ${marker.problem}`,
    'Ask the administrator to create the companion database with the script from resources/sql, or keep the proofs in the records.',
  );
}

function certificateHindrances(
  kind: PlanKind,
  { catalog }: Inspection,
  { certificates }: WriteCircumstances,
): readonly Hindrance[] {
  const ofKind = certificates.filter(({ kinds }) => kinds.includes(kind));
  if (ofKind.some(({ fingerprint }) => fingerprint === catalog.fingerprint)) return [];
  const what = kindWords[kind];
  const last = ofKind.at(-1);
  if (last === undefined) {
    return [
      {
        code: 'write.certificate',
        sentence: `${what} have not been compared with hand entry on this version of Sage: there is no certificate.`,
        remedy: "Certify this kind on Sage's Sample Company, or choose hand entry.",
      },
    ];
  }
  return [
    {
      code: 'write.certificateVoid',
      sentence: `The certificate of ${last.at.slice(0, 10)} by ${last.by} for this kind (${what.toLowerCase()}) is void: the company database is no longer what it was made on.`,
      remedy: "Certify this kind anew on Sage's Sample Company of the same version, or choose hand entry.",
    },
  ];
}
