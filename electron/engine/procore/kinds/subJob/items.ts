import { sumMoney } from '#shared/domain/money.ts';
import { sageCells } from '#shared/domain/procore/budgetCells.ts';
import { type ItemKey, procoreIdOf, procoreItem, sageItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { foreignOwner } from '#shared/domain/procore/origin.ts';
import type { ProcoreSubJob } from '#shared/domain/procore/records.ts';
import { phaseEstimate, phaseImportUnmet, subJobExportUnmet } from '#shared/domain/procore/rules/subJob.ts';
import type { Phase } from '#shared/domain/sage/facts.ts';
import type { Context } from '../../../context.ts';
import type { ItemFacts } from '../../kindModule.ts';
import { bareFacts, beingPaired } from '../shared/bareFacts.ts';
import { allOfSage, knownBudget, sageReadSince } from '../shared/sageFacts.ts';
import { phaseKey, phaseKeyOf, settleOf } from './links.ts';

/** the phases of jobs that are projects, and the sub jobs of those projects. Phases of other jobs are not listed. */
export function subJobItems(context: Context): readonly ItemFacts[] {
  const { links } = context.store.procore;
  const paired = new Set(links.all('subJob').map(({ sageKey }) => sageKey));
  const busy = pairingPhases(context);
  return links.all('project').flatMap((project) => [
    ...subJobsOf(context, project).map((subJob) => subJobFacts(context, project, subJob)),
    ...phasesOf(context, project)
      .filter(({ job, number }) => !paired.has(phaseKey(job, number)))
      .map((phase) => phaseFacts(context, project, phase, busy)),
  ]);
}

export function subJobItem(context: Context, key: ItemKey): ItemFacts | null {
  const { links, records } = context.store.procore;
  const id = procoreIdOf(key);
  if (id === null) {
    const phase = context.store.sage.get('phase', phaseKeyOf(key) ?? '');
    const project = phase === null ? null : links.ofSage('project', phase.job);
    if (phase === null || project === null) return null;
    if (links.ofSage('subJob', phaseKey(phase.job, phase.number)) !== null) return null;
    return phaseFacts(context, project, phase, pairingPhases(context));
  }
  const subJob = records.get('subJob', id);
  const project = subJob === null ? null : links.get(procoreItem('project', subJob.project));
  return subJob === null || project === null ? null : subJobFacts(context, project, subJob);
}

export function phasesOf(context: Context, { sageKey }: ProcoreLink): readonly Phase[] {
  return allOfSage(context, 'phase', sageKey).filter(({ number }) => number !== '0');
}

export function subJobsOf({ store }: Context, { procoreId }: ProcoreLink): readonly ProcoreSubJob[] {
  return store.procore.records.all('subJob', procoreId);
}

function phaseFacts(context: Context, project: ProcoreLink, phase: Phase, busy: ReadonlySet<string>): ItemFacts {
  const key = phaseKey(phase.job, phase.number);
  return {
    ...bareFacts(sageItem('subJob', key), phase.name),
    direction: 'import',
    number: phase.number,
    place: `Job ${phase.job}`,
    project: project.procoreId,
    amount: estimateOf(context, project, phase),
    unmet: [...phaseImportUnmet(phase, true), ...beingPaired(busy.has(key), 'R-024')],
  };
}

/** shown only while the budget could still be imported. */
function estimateOf(context: Context, project: ProcoreLink, { job, number }: Phase): string | null {
  const rows = knownBudget(context, job)?.rows.filter(({ phase }) => phase === number) ?? [];
  const locked = context.store.procore.records.get('budget', project.procoreId)?.locked ?? true;
  return phaseEstimate(sumMoney([...sageCells(rows).values()]), locked);
}

function subJobFacts(context: Context, project: ProcoreLink, subJob: ProcoreSubJob): ItemFacts {
  const key = procoreItem('subJob', subJob.id);
  const link = context.store.procore.links.get(key);
  const phase = link === null ? null : context.store.sage.get('phase', link.sageKey);
  const renamed = link !== null && phase !== null && phase.name !== link.agreed.name;
  return {
    ...bareFacts(key, subJob.name),
    direction: link === null ? 'export' : 'import',
    number: subJob.code,
    place: `Job ${project.sageNumber}`,
    project: project.procoreId,
    external: foreignOwner(`Sub job ${subJob.code}`, subJob.origin, context.company),
    link,
    unmet: link === null ? subJobExportUnmet(subJob) : [],
    update: renamed ? `Called ${phase.name} in Sage now` : null,
    discrepancies:
      link !== null && phase === null && sageReadSince(context, link.at)
        ? [`Phase ${link.sageNumber} of job ${project.sageNumber} is not in Sage (3-5) any more.`]
        : [],
  };
}

/** Phases that are being brought in or linked just now. */
function pairingPhases({ store }: Context): ReadonlySet<string> {
  const phases = store.procore.acts.open().flatMap(({ item, settle }) => {
    const left = item.kind === 'subJob' ? settleOf(settle) : null;
    return left?.what === 'linked' ? [phaseKey(left.job, left.phase)] : [];
  });
  return new Set(phases);
}
