import {
  type CaseFacts,
  type CertificationCase,
  caseTargets,
  certificationCases,
} from '#shared/domain/certification/cases.ts';
import { compareEntries } from '#shared/domain/certification/compareChanges.ts';
import { type Names, namesOf, toldValue } from '#shared/domain/certification/names.ts';
import { type CertificationEvent, type CertificationState, certify } from '#shared/domain/certification/session.ts';
import { type RowChange, uncomparedColumns } from '#shared/domain/certification/snapshot.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { Inspection } from '#shared/domain/sage/catalog.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import type { Context } from '../context.ts';
import { certifyCase, inspectForComparison } from './certifyCase.ts';
import { exampleFacts, examplePlan } from './example.ts';
import { changesSince, type Snapshot, takeSnapshot } from './takeSnapshot.ts';
import { writeExample } from './writeExample.ts';

/**
 * Compares Plumbline with hand entry, case by case: snapshot, a person types the example in Sage, snapshot, Plumbline writes the
 * same, snapshot. Lives in memory only: after a restart the comparison begins anew, and nothing that counts is lost. `actor`: the
 * context of whoever asks.
 */
export type Certification = {
  readonly state: () => CertificationState;
  /** The change order numbers of the running case: for the person, and for Plumbline's own. */
  readonly numbers: () => { readonly typed: string; readonly written: string } | null;
  /** Columns of the database that the running comparison leaves out. */
  readonly uncompared: () => readonly string[];
  /** What Plumbline would write for the case, under the number that the person types. */
  readonly preview: () => Promise<Result<Plan>>;
  readonly begin: (job: string, run: string) => Promise<Result<null>>;
  /** To be called when the person has saved the example in Sage: finds it, writes the same, and tells the differences. */
  readonly compare: (actor: Context) => Promise<Result<null>>;
  /** `accept`, `proceed` and `abandon`; refused where the state does not allow it. The certificate bears the name of `actor`. */
  readonly act: (event: Exclude<CertificationEvent, { type: 'begin' | 'compared' }>, actor: Context) => Result<null>;
};

/** What the snapshots of the cases so far have shown; gone with the comparison. */
type Work = {
  readonly facts: CaseFacts;
  /** What the database was found to be when the comparison began: what the certificates will be for. */
  readonly inspection: Inspection;
  readonly baseline: Snapshot;
  readonly typedNames: Names;
  readonly writtenNames: Names;
  /** Plumbline's change order of each case that created one. */
  readonly own: Readonly<Partial<Record<CertificationCase, string>>>;
};

export function createCertification(context: Context): Certification {
  let state: CertificationState = { name: 'idle' };
  let work: Work | null = null;

  const step = (event: CertificationEvent): Result<null> => {
    const next = certify(state, event);
    if (next === null) return fail(notNow(state.name));
    state = next;
    if (state.name === 'idle' || state.name === 'finished') work = null;
    context.notify(['settings']);
    return succeed(null);
  };

  const running = (): { one: CertificationCase; work: Work; run: string } | null => {
    if (state.name !== 'typing' || work === null) return null;
    const one = certificationCases[state.caseIndex];
    return one === undefined ? null : { one, work, run: state.run };
  };

  /** Plumbline's own change order that the case goes on with, as it is in Sage now; null for cases that create one. */
  const ownTarget = async (one: CertificationCase, { own }: Work): Promise<Result<ChangeOrder | null>> => {
    const target = caseTargets[one];
    const record = target === null ? undefined : own[target];
    return record === undefined ? succeed(null) : context.sage.changeOrder(record);
  };

  const planFor = async (number: string): Promise<Result<Plan>> => {
    const now = running();
    if (now === null) return fail(notNow(state.name));
    const target = await ownTarget(now.one, now.work);
    if (!target.ok) return target;
    return examplePlan(context, now.one, now.work.facts, number, target.value);
  };

  return {
    state: () => state,
    numbers: () => (state.name === 'idle' ? null : numbersOf(state)),
    uncompared: () => uncomparedColumns(work?.baseline.tables ?? []),
    preview: () => planFor(state.name === 'idle' ? '' : numbersOf(state).typed),

    begin: async (job, run) => {
      const inspection = await inspectForComparison(context);
      if (!inspection.ok) return inspection;
      const facts = await exampleFacts(context, job);
      if (!facts.ok) return facts;
      const baseline = await takeSnapshot(context.sage);
      if (!baseline.ok) return baseline;
      const begun = step({ type: 'begin', job, run });
      if (begun.ok) {
        work = {
          facts: facts.value,
          inspection: inspection.value,
          baseline: baseline.value,
          typedNames: new Map(),
          writtenNames: new Map(),
          own: {},
        };
      }
      return begun;
    },

    compare: async (actor) => {
      const now = running();
      if (now === null || state.name !== 'typing') return fail(notNow(state.name));
      const { typed, written } = numbersOf(state);
      const afterTyping = await takeSnapshot(context.sage);
      if (!afterTyping.ok) return afterTyping;
      const typedChanges = changesSince(now.work.baseline, afterTyping.value);
      const missing = whatIsMissing(now.one, typed, typedChanges);
      if (missing !== null) return fail(missing);
      const plan = await planFor(written);
      if (!plan.ok) return plan;
      if (plan.value.fingerprint !== now.work.inspection.catalog.fingerprint) return fail(schemaChanged);
      const record = await writeExample(actor, plan.value);
      if (!record.ok) return record;
      const afterWriting = await takeSnapshot(context.sage);
      if (!afterWriting.ok) return afterWriting;
      const writtenChanges = changesSince(afterTyping.value, afterWriting.value);
      const { tables } = afterWriting.value;
      const typedNames = namesOf(typedChanges, tables, toldValue(now.work.typedNames, typed, numberName(now.one)));
      const writtenNames = namesOf(
        writtenChanges,
        tables,
        toldValue(now.work.writtenNames, written, numberName(now.one)),
      );
      const differences = compareEntries(
        { changes: typedChanges, names: typedNames },
        { changes: writtenChanges, names: writtenNames },
        tables,
      );
      work = {
        ...now.work,
        baseline: afterWriting.value,
        typedNames,
        writtenNames,
        own: { ...now.work.own, [now.one]: record.value },
      };
      return step({ type: 'compared', differences });
    },

    act: (event, actor) => {
      // The certificate is on disk before the comparison goes on.
      if (event.type === 'proceed' && state.name === 'judging' && work !== null && certify(state, event) !== null) {
        const [judged, { inspection, baseline }] = [state, work];
        const uncompared = uncomparedColumns(baseline.tables);
        context.store.transaction(() => certifyCase(actor, judged, inspection, uncompared));
      }
      return step(event);
    },
  };
}

/** Numbers that nobody uses: `C1130A-T` for the person, `C1130A-P` for Plumbline. Cases that go on keep those of their change order. */
function numbersOf(state: { readonly run: string; readonly caseIndex: number }) {
  const one = certificationCases[state.caseIndex] ?? 'open';
  const created = caseTargets[one] ?? one;
  const base = `${state.run}-${created === 'open' ? 1 : 2}`;
  return { typed: `${base}T`, written: `${base}P` };
}

function numberName(one: CertificationCase): string {
  return `change number of ${caseTargets[one] ?? one}`;
}

function whatIsMissing(one: CertificationCase, typed: string, changes: readonly RowChange[]): Failure | null {
  if (changes.length === 0) {
    return missing(`Nothing has changed in Sage yet: save change order ${typed} there, then compare again.`);
  }
  if (caseTargets[one] !== null) return null;
  const found = changes.some(
    ({ table, before, after }) => table === 'prmchg' && before === null && after?.chgnum?.trim() === typed,
  );
  if (found) return null;
  return missing(
    `Something was saved in Sage, but no new change order ${typed}: type exactly this number, save it, then compare again.`,
  );
}

function missing(sentence: string): Failure {
  return { next: 'needsPerson', code: 'certification.notTyped', sentence };
}

/** Certificates are for the schema that was found at the beginning. */
const schemaChanged: Failure = {
  next: 'needsPerson',
  code: 'certification.schemaChanged',
  sentence:
    'The tables of this database changed since the comparison began: Sage was updated, or somebody changed them.',
  remedy: 'End this comparison and begin another one; what is certified until now is for the tables as they were.',
};

function notNow(state: CertificationState['name']): Failure {
  const words = {
    idle: 'No comparison is under way: begin one under Settings, Sage 100 Contractor.',
    typing: 'First type the example in Sage, then press Compare.',
    judging: 'First accept the differences that are left by name, or end the comparison.',
    finished: 'This comparison is finished: begin another one.',
  };
  return { next: 'needsPerson', code: 'certification.notNow', sentence: words[state] };
}
