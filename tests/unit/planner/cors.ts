import type { Cor } from '#shared/domain/cor.ts';
import { plainCor } from '../../records/plainCor.ts';

/** COR 12: issued, 1,000.00 requested, 950.00 approved. */
export function cor(change: Partial<Cor> = {}): Cor {
  return plainCor('cor-12', {
    uuid: '5d0c9f1e-8f0a-4c0e-9a53-0a1f3f1f7c12',
    number: '12',
    entryMethod: 'created',
    status: 'approved_co_issued',
    title: 'Relocate panel',
    description: 'Move panel LP-2 to the corridor.',
    projectId: 'p-1',
    projectName: 'Lincoln School',
    jobNumber: '2402',
    customerReferenceNumber: 'PCO-031',
    customerCoNumber: 'CO-7',
    customerName: 'Harbor GC',
    requestedAmount: '1000.00',
    inReviewAmount: '0.00',
    approvedCoIssuedAmount: '950.00',
    dateSubmitted: '2026-11-02T15:00:00.000Z',
    coIssueDate: '2026-11-18T15:00:00.000Z',
    daysInReview: 16,
    totalHours: '12.50',
    createdAt: '2026-11-01T15:00:00.000Z',
    updatedAt: '2026-11-18T15:00:00.000Z',
    ...change,
  });
}
