import type { SandboxContract, SandboxCor, SandboxProject, SandboxTag } from '../state.ts';
import { daysLater, officeInstant, pick, uuidOf } from './chance.ts';
import type { StoryCor } from './corTable.ts';
import { descriptionOf, labelNames, labelsOf, manualTags, pushedElsewhere } from './details.ts';

/** Nothing in the story happens later than this day. */
const lastDay = '2026-11-20';

/** The record of one request of the story. In: its place in the story, its project, contract and tags. */
export function corOf(
  cor: StoryCor,
  index: number,
  project: SandboxProject,
  contract: SandboxContract | undefined,
  tags: readonly SandboxTag[],
): SandboxCor {
  const key = `${cor.job}/${cor.number}`;
  const dates = datesOf(cor, key);
  const pushed = pushedElsewhere[key];
  return {
    id: 900_001 + index,
    uuid: uuidOf(`cor:${key}`),
    inbox: cor.inbox,
    corNumber: cor.number,
    version: 1 + Number(/\.(\d+)$/.exec(cor.number)?.[1] ?? '0'),
    entryMethod: cor.inbox === 'received' || pick(`${key}:entry`, 3) === 0 ? 'uploaded' : 'created',
    status: cor.status,
    stage: cor.stage,
    title: cor.title,
    description: descriptionOf(cor),
    projectId: project.id,
    contractId: contract?.id ?? null,
    contractorName: cor.contractor,
    customerReferenceNumber: cor.reference,
    customerCoNumber: cor.customerCo,
    requestedAmount: cor.requested,
    ...bucketsOf(cor.status, cor.effective),
    ...dates,
    tagIds: tags.map((tag) => tag.id),
    manualTmTag: manualTags[key] ?? null,
    labelIds: labelsOf(cor).map((name) => 501 + labelNames.indexOf(name)),
    integrationMetadata:
      pushed === undefined
        ? []
        : [
            {
              id: 9501,
              provider: 'sage100',
              name: 'Sage 100 Contractor',
              value: { jobNumber: cor.job, changeOrderNumber: pushed },
              createdAt: dates.updatedAt,
              updatedAt: dates.updatedAt,
            },
          ],
  };
}

/** The bucket of the status holds the amount; the others are empty. A placeholder has no bucket. */
export function bucketsOf(status: StoryCor['status'], amount: string) {
  return {
    inReviewAmount: status === 'in_review' || status === 'draft' ? amount : '0.00',
    approvedToProceedAmount: status === 'approved_to_proceed' ? amount : '0.00',
    approvedCoIssuedAmount: status === 'approved_co_issued' ? amount : '0.00',
    voidAmount: status === 'rejected' ? amount : '0.00',
  };
}

function datesOf(cor: StoryCor, key: string) {
  const draftDay = daysLater('2026-09-01', pick(`${key}:draft`, 70));
  const written = cor.submitted === null ? draftDay : daysLater(cor.submitted, -1 - pick(`${key}:written`, 4));
  const createdAt = officeInstant(written < '2026-01-02' ? '2026-01-02' : written, `${key}:created`);
  const submitted = cor.submitted === null ? null : officeInstant(cor.submitted, `${key}:submitted`);
  const decided = cor.decided === null ? null : officeInstant(cor.decided, `${key}:decided`);
  const lastTouched = daysLater(cor.decided ?? cor.submitted ?? draftDay, pick(`${key}:touched`, 6));
  const touched = officeInstant(lastTouched > lastDay ? lastDay : lastTouched, `${key}:updated`);
  return {
    dateSubmitted: submitted,
    coIssueDate: cor.status === 'approved_co_issued' ? decided : null,
    // Approval is recorded when the owner says go ahead: here the day it also ends as a change order, or before.
    approvedToProceedDate: cor.status === 'approved_to_proceed' ? decided : null,
    voidDate: cor.status === 'rejected' ? decided : null,
    createdAt,
    updatedAt: [createdAt, submitted, decided, touched].reduce<string>(
      (latest, one) => (one !== null && one > latest ? one : latest),
      createdAt,
    ),
  };
}
