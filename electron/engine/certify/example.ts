import { type CaseFacts, type CertificationCase, caseDraft, exampleCorId } from '#shared/domain/certification/cases.ts';
import type { Cor } from '#shared/domain/cor.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Link } from '#shared/domain/link.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import type { Context } from '../context.ts';
import { planningFacts, planWith } from '../drafts/planning.ts';

/** What the example needs in the job chosen for it, or what the job lacks. */
export async function exampleFacts(context: Context, job: string): Promise<Result<CaseFacts>> {
  const { store, sage } = context;
  if (store.sage.get('job', job) === null) {
    return fail(unfit(`There is no job ${job} in what was last read of Sage: choose another, or sync first.`));
  }
  const codes = store.sage
    .search('costCode', { limit: 500 })
    .filter(({ inactive }) => !inactive)
    .map(({ code }) => code);
  const [first, second] = codes;
  if (first === undefined || second === undefined) {
    return fail(unfit('Sage has fewer than two active cost codes (6-5): add some, then sync.'));
  }
  const read = await sage.subcontractsOf(job);
  if (!read.ok) return read;
  const subcontract = read.value
    .filter(({ locked, status }) => !locked && ['3', '4'].includes(status))
    .flatMap(({ vendor, record, lines }) => lines.map((line) => ({ vendor, record, ...line })))
    .find(({ costCode, costType }) => costCode !== null && costType !== null);
  if (subcontract === undefined) {
    const words = `Job ${job} has no subcontract (6-7-1) in 3-Contract or 4-Current that is not locked and has a line with a cost code: choose another job.`;
    return fail(unfit(words));
  }
  const { vendor, record, line, costCode, costType } = subcontract;
  return succeed({
    job,
    codes: [first, second],
    subcontract: { vendor, record, line, costCode: costCode ?? '', costType: costType ?? '' },
    today: context.today(),
  });
}

/** The plan of one case against Sage as it is now. `target`: the change order that the case goes on with. */
export async function examplePlan(
  context: Context,
  one: CertificationCase,
  facts: CaseFacts,
  number: string,
  target: ChangeOrder | null,
): Promise<Result<Plan>> {
  const draft = caseDraft(one, facts, number, target);
  const read = await planningFacts(context, draft);
  if (!read.ok) return read;
  const links = target === null || one === 'append' ? [] : [exampleLink(target)];
  const planned = planWith(context, draft, [exampleCor], { ...read.value, links });
  if (planned.ok) return succeed(planned.plan);
  return fail(unfit(`The example does not fit this company: ${planned.refusals[0]?.sentence ?? ''}`));
}

function unfit(sentence: string): Failure {
  return { next: 'needsPerson', code: 'certification.unfit', sentence };
}

/** The COR that the example would come from. */
const exampleCor: Cor = {
  id: exampleCorId,
  uuid: '',
  number: 'CERT',
  version: '1',
  inbox: 'sent',
  entryMethod: null,
  status: 'approved_co_issued',
  stage: null,
  title: 'Certification',
  description: '',
  projectId: exampleCorId,
  projectName: '',
  jobNumber: null,
  customerJobNumber: null,
  customerReferenceNumber: null,
  customerCoNumber: null,
  contractId: null,
  customerName: null,
  contractorName: null,
  requestedAmount: '0.00',
  inReviewAmount: '0.00',
  approvedToProceedAmount: '0.00',
  approvedCoIssuedAmount: '0.00',
  voidAmount: '0.00',
  dateSubmitted: null,
  coIssueDate: null,
  approvedToProceedDate: null,
  voidDate: null,
  daysInReview: null,
  totalHours: null,
  tagNumbers: [],
  labels: [],
  integrations: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

/** All lines of the example's change order are the example's own. */
function exampleLink(target: ChangeOrder): Link {
  const { prime, budget, updated: _, ...header } = target;
  return {
    corId: exampleCorId,
    job: target.job,
    phase: target.phase,
    record: target.record,
    number: target.number,
    pushed: { cor: exampleCor, header, prime, budget },
    allocation: { prime: [], budget: [] },
    label: null,
    transferId: exampleCorId,
    pushedAt: exampleCor.createdAt,
    pushedBy: '',
  };
}
