import type { certificationChannels } from '#shared/contract/certification.ts';
import { caseProofs, caseTitles, certificationCases } from '#shared/domain/certification/cases.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import { jobRefusal } from '#shared/domain/plans/changeOrder/checkDraft.ts';
import { entrySheet } from '#shared/domain/plans/entrySheet.ts';
import { listWords } from '../handEntry/listWords.ts';
import { officeTime } from '../push/officeTime.ts';
import { type Handlers, refuse } from './handler.ts';

export const certificationHandlers: Handlers<keyof typeof certificationChannels> = {
  'certification.get': (_, _context, { certification }) =>
    succeed({
      state: certification.state(),
      cases: certificationCases.map((id) => ({ id, title: caseTitles[id], kind: caseProofs[id].kind })),
      uncompared: certification.uncompared(),
      numbers: certification.numbers(),
    }),

  'certification.example': async (_, context, { certification }) => {
    const plan = await certification.preview();
    if (!plan.ok) return plan;
    const subcontracts = await context.sage.subcontractsOf(plan.value.target.job);
    if (!subcontracts.ok) return subcontracts;
    // The plan goes on with Plumbline's own change order; the person goes on with theirs.
    const target = { ...plan.value.target, number: certification.numbers()?.typed ?? null };
    return succeed({ sheet: entrySheet({ ...plan.value, target }, listWords(context, subcontracts.value)) });
  },

  'certification.jobs': ({ search }, { store }) =>
    succeed({
      choices: store.sage.search('job', { search, limit: 50 }).map(({ number, name, clientName, status, inactive }) => {
        const words = jobRefusal(status, inactive);
        return { number, name, clientName, refusal: words === null ? null : `This job ${words}.` };
      }),
    }),

  'certification.begin': async ({ job, confirmed }, { clock, store, companyKind, companyName }, { certification }) => {
    if (companyKind === 'live' && confirmed.trim() !== companyName) {
      return refuse(
        'certification.confirm',
        `The examples are written into ${companyName}: type this name to confirm that these are not the books you work in.`,
      );
    }
    // `C11230900`: day and minute in the office, so that a second comparison never finds the first one's numbers.
    const [, month, day, hour, minute] = officeTime(clock.now(), store.settings.read().timeZone).split(/[-: ]/);
    return done(await certification.begin(job, `C${month}${day}${hour}${minute}`));
  },

  'certification.compare': async (_, context, { certification }) => done(await certification.compare(context)),

  'certification.accept': ({ table, column, reason }, context, { certification }) =>
    done(certification.act({ type: 'accept', table, column, reason }, context)),

  'certification.proceed': (_, context, { certification }) => done(certification.act({ type: 'proceed' }, context)),

  'certification.abandon': (_, context, { certification }) => done(certification.act({ type: 'abandon' }, context)),
};

function done(result: Result<null>) {
  return result.ok ? succeed({}) : result;
}
