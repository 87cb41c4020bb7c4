import { displayCostCode } from '../../costCode.ts';
import { isDate } from '../../dates.ts';
import { formatMoney, isZero, type Money, parseMoney } from '../../money.ts';
import type { Check, Refusal } from '../../plan.ts';
import { commitmentScreens, commitmentWords } from '../../procore/commitmentKey.ts';
import { commitmentUnmet } from '../../procore/rules/commitment.ts';
import { lengthLimits, numberRefusals, shortened } from '../../procore/rules/numbers.ts';
import { collapseSpaces } from '../../text.ts';
import { jobRefusal } from '../changeOrder/checkDraft.ts';
import { costCodeCheck, jobCheck, vendorCheck } from '../sageChecks.ts';
import type { Caution, CommitmentInput, SageFacts } from './input.ts';

/** Refusals that subcontracts and purchase orders share, job, vendor and date. */
export function commitmentRefusals(input: CommitmentInput): readonly Refusal[] {
  const { commitment, choices, numbers } = input;
  const own = `${commitmentWords[commitment.type]} ${commitment.number}`;
  return [
    ...commitmentUnmet(commitment, input.sending).map(({ field, value, sentence }) => ({ field, value, sentence })),
    ...partnerRefusals(input.facts, input.sending.job, input.sending.vendor),
    ...numberRefusals({
      field: 'number',
      label: 'Commitment ID',
      typed: choices.number,
      limit: lengthLimits.commitmentNumber,
      inSage: numbers.inSage,
      own: commitment.number,
      waiting: numbers.waiting,
    }),
    ...titleRefusals(choices.title, lengthLimits.commitmentTitle),
    ...dateRefusals(choices.date, commitment.type === 'subcontract' ? 'Contract Date' : 'Order Date', own),
  ];
}

export function titleRefusals(title: string, limit: number): readonly Refusal[] {
  const length = collapseSpaces(title).length;
  if (length === 0) {
    return [{ field: 'title', value: title, sentence: 'Title is empty: Sage needs a description, so type one.' }];
  }
  if (length <= limit) return [];
  const sentence = `Title '${title}' has ${length} characters, and ${limit} is the most: shorten it by ${length - limit}.`;
  return [{ field: 'title', value: title, sentence }];
}

export function dateRefusals(date: string, label: string, of: string): readonly Refusal[] {
  if (isDate(date)) return [];
  const what = date === '' ? `${label} is empty` : `${label} '${date}' is not a date`;
  const sentence = `${what}: Sage does not save without it, so choose the date of ${of}, like 2026-03-31.`;
  return [{ field: 'date', value: date, sentence }];
}

/** Job and vendor as Sage has them now. What is not linked at all is said by the rules already. */
export function partnerRefusals(facts: SageFacts, job: string | null, vendor: string | null): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const closed = facts.job === null ? 'is no longer in Sage' : jobRefusal(facts.job.status, facts.job.inactive);
  if (job !== null && closed !== null) {
    refusals.push({ field: 'project', value: job, sentence: `Job ${job} ${closed}: look at it in Sage 3-5 first.` });
  }
  if (vendor !== null && facts.vendor === null) {
    const sentence = `Vendor ${vendor} is no longer in Sage (4-4): link the company with another one.`;
    refusals.push({ field: 'vendor', value: vendor, sentence });
  }
  return refusals;
}

/** what is not what Procore says, because it is too long there. */
export function shorteningCautions(
  own: { readonly number: string; readonly title: string },
  typed: { readonly number: string; readonly title: string },
  limits: { readonly number: number; readonly title: number },
): readonly Caution[] {
  const cautions: Caution[] = [];
  const note = (name: string, label: string, whole: string, used: string, limit: number) => {
    const text = collapseSpaces(whole);
    if (text.length <= limit || used !== shortened(text, limit)) return;
    const sentence = `${label} '${text}' has ${text.length} characters and is shortened to '${used}' (at most ${limit}).`;
    cautions.push({ name, sentence });
  };
  note('shortenedNumber', 'Number', own.number, typed.number.trim(), limits.number);
  note('shortenedTitle', 'Title', own.title, collapseSpaces(typed.title), limits.title);
  return cautions;
}

/** Job, vendor and codes are still there, and nobody has taken the number meanwhile. */
export function commitmentChecks(input: CommitmentInput, codes: readonly string[]): readonly Check[] {
  const { facts, choices, commitment } = input;
  const number = choices.number.trim();
  const [table, column] = commitment.type === 'subcontract' ? ['subcon', 'ctcnum'] : ['pchord', 'ordnum'];
  const word = commitmentWords[commitment.type];
  return [
    jobCheck(input.sending.job ?? '', facts.job),
    vendorCheck(input.sending.vendor ?? ''),
    ...[...new Set(codes)].sort().map(costCodeCheck),
    {
      table,
      where: { [column]: number },
      expect: 'none',
      columns: {},
      sentence: `A ${word} with the number ${number} was entered in Sage ${commitmentScreens[commitment.type]} meanwhile: look whether it is this one, else type another number.`,
    },
  ];
}

/** One over the same amount is in Sage already: whoever accepts says that it is another one, and nothing crosses by itself. */
export function likenessCautions({ commitment, facts, unlinked }: CommitmentInput, total: Money): readonly Caution[] {
  const word = commitmentWords[commitment.type];
  return unlinked
    .filter((other) => parseMoney(other.total) === total && !isZero(total))
    .map((other) => ({
      name: `alike.${other.number}`,
      sentence: `Vendor ${vendorName(facts)} has ${word} ${other.number} over the same ${formatMoney(total)} on this job, and it is linked with nothing: check that it is not entered twice.`,
    }));
}

/** Number and name, as people know a vendor; empty where there is none. */
export function vendorName({ vendor }: Pick<SageFacts, 'vendor'>): string {
  return vendor === null ? '' : `${vendor.number} (${vendor.name})`;
}

/** What is allowed but worth a second look. */
export function commitmentWarnings(input: CommitmentInput, total: Money): readonly string[] {
  const { commitment, facts, accounts } = input;
  const word = commitmentWords[commitment.type];
  const name = vendorName(facts);
  return [
    ...(facts.vendor?.inactive === true ? [`Vendor ${name} is inactive in Sage.`] : []),
    ...inactiveCodes(facts),
    ...(isZero(total) ? [`This ${word} comes to 0.00.`] : []),
    ...new Set(
      accounts.flatMap((answer) =>
        answer.ok ? [] : [`An invoice on it could not be booked: ${answer.refusal.sentence}`],
      ),
    ),
  ];
}

export function inactiveCodes({ costCodes }: SageFacts): readonly string[] {
  return [...costCodes.values()]
    .filter(({ inactive }) => inactive)
    .map(({ code, name }) => `Cost code ${displayCostCode(code)} (${name}) is inactive in Sage.`);
}
