import { type Cor, corStatuses } from '#shared/domain/cor.ts';
import { sageStates } from '#shared/domain/link.ts';
import { standardDefaults } from '#shared/domain/mapping.ts';
import type { Job } from '#shared/domain/sage/facts.ts';
import type { Store } from '../../electron/engine/ports/store.ts';
import { plainCor } from '../records/plainCor.ts';

export const corCount = 100_000;
const projectCount = 40;
/** So many in one transaction, as a pull of pages would save them. */
const batch = 20_000;
const at = '2026-11-20T17:00:00.000Z';

const works = 'Concrete,Slab,Électricité,Door hardware,Steel beam,HVAC duct,Relocate panel,Owner request'.split(',');
const pick = <T>(list: readonly T[], n: number): T => {
  const found = list[n % list.length];
  if (found === undefined) throw new Error('Nothing to pick from');
  return found;
};

/** Fills a store with mapped projects and 100,000 of their CORs; one in ten stands in some Sage state. Always the same ones. */
export function fillWithCors(store: Store): void {
  const jobs = Array.from({ length: projectCount }, (_, n) => jobNumbered(n));
  store.sage.upsert('job', jobs);
  store.transaction(() => {
    for (const [n, { number }] of jobs.entries()) {
      const projectId = `p${n}`;
      store.mappings.save({ projectId, job: number, defaults: standardDefaults, mappedAt: at, mappedBy: 'Dana Reyes' });
      store.projects.upsert({
        id: projectId,
        title: `Project ${n}`,
        jobNumber: number,
        customerJobNumber: null,
        customerName: 'Harbor District',
        customerInternalId: null,
        officeId: '11',
        officeName: 'Seattle',
        contractValue: null,
        archived: false,
        updatedAt: at,
      });
    }
  });
  for (let from = 0; from < corCount; from += batch) {
    store.transaction(() => {
      const cors = Array.from({ length: batch }, (_, n) => corNumbered(from + n));
      store.cors.upsert(cors, false);
      for (const [n, { id }] of cors.entries()) {
        const state = sageStates[n % (sageStates.length * 2)];
        if (state !== undefined && state !== 'notInSage') store.cors.setSageState(id, state, String(n % 50));
      }
    });
  }
}

function jobNumbered(n: number): Job {
  return {
    number: String(2_500 + n),
    name: `Pier ${n}`,
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
  };
}

/** Spread by multiplication with odd numbers: no two columns in the same order. */
function corNumbered(n: number): Cor {
  const spread = (factor: number, size: number) => (Math.imul(n + 1, factor) & 0x7fffffff) % size;
  const requestedAmount = `${spread(69_621, 65_536)}.50`;
  return plainCor(String(1_000_000 + n), {
    uuid: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    number: `COR ${spread(40_503, 4_096)}`,
    entryMethod: 'created',
    status: pick(corStatuses, n),
    stage: `Stage ${n % 5}`,
    title: `${pick(works, n)} at level ${n % 30}, ${pick(works, n >> 3)}`,
    description: 'As discussed on site with the owner’s representative. '.repeat(5),
    projectId: `p${n % projectCount}`,
    projectName: `Project ${n % projectCount}`,
    jobNumber: String(2_500 + (n % projectCount)),
    customerReferenceNumber: `REF-${spread(48_271, 1_024)}`,
    customerCoNumber: n % 3 === 0 ? `CO-${spread(7_919, 512)}` : null,
    customerName: 'Harbor District',
    requestedAmount,
    inReviewAmount: requestedAmount,
    dateSubmitted: new Date(Date.UTC(2026, n % 12, 1 + (n % 28))).toISOString(),
    daysInReview: n % 90,
    createdAt: at,
    updatedAt: new Date(Date.UTC(2026, 0, 1) + spread(104_729, 65_536) * 60_000).toISOString(),
  });
}
