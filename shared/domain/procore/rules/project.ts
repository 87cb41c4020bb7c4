import type { CompanyId } from '../../company.ts';
import { displayCostCode } from '../../costCode.ts';
import type { Unmet } from '../item.ts';
import { foreignOwner } from '../origin.ts';
import type { ProcoreCostCode, ProcoreProject } from '../records.ts';
import { someOf } from '../words.ts';
import { leafCodes } from './costCodes.ts';

/** Conditions of projects and jobs (3-5). */

/** Why a project is not ours, in a sentence; null when it is. */
export function externalProject(project: ProcoreProject, company: CompanyId): string | null {
  const foreign = foreignOwner(`Project ${project.name}`, project.origin, company);
  if (foreign !== null || !project.erpIntegrated || project.origin.id !== null) return foreign;
  return `Procore says that another connector integrates project ${project.name}: it owns it, Plumbline only reads it.`;
}

export type ProjectFacts = {
  readonly codes: readonly ProcoreCostCode[];
  /** Procore's list that holds Sage's cost codes; null: it is not there yet. */
  readonly sageList: string | null;
  /** Whether the project itself was read since: only then is it known which list it is on. */
  readonly listKnown: boolean;
};

/** before a project is sent to Sage, in the order in which they are mended. */
export function projectExportUnmet(project: ProcoreProject, facts: ProjectFacts): readonly Unmet[] {
  const { name } = project;
  const unmet: Unmet[] = [];
  const add = (field: string, value: string, sentence: string) => unmet.push({ rule: 'R-013', field, value, sentence });
  if (!project.active) {
    add('active', 'inactive', `Project ${name} is inactive in Procore: make it active in its Admin tool, General.`);
  }
  if (facts.sageList === null) {
    const sentence =
      'Procore does not have the list of Sage’s cost codes yet, which the project needs: bring it in first, under Cost codes.';
    add('costCodeList', '', sentence);
  } else if (!facts.listKnown) {
    add('costCodeList', '', `Which cost code list project ${name} is on has not been read yet: read Procore again.`);
  } else if (project.costCodeList !== facts.sageList) {
    add(
      'costCodeList',
      project.costCodeList ?? '',
      `Project ${name} is not on the list of Sage's cost codes: choose that list in its Admin tool, Work Breakdown Structure.`,
    );
  }
  const untyped = leafCodes(facts.codes).filter(({ costTypes }) => costTypes.length === 0);
  if (untyped.length > 0) {
    const codes = someOf(untyped.map(({ fullCode }) => fullCode));
    add(
      'costTypes',
      codes,
      `These cost codes of project ${name} have no cost type: ${codes}. Give each one in Procore.`,
    );
  }
  return unmet;
}

/** A cost code of a job in Sage, with the cost types that it has money in. */
export type JobCode = { readonly code: string; readonly types: readonly string[] };

/** before a job is brought in. `given`: the types that a person says the codes without one have. */
export function jobImportUnmet(
  job: { readonly number: string; readonly name: string; readonly inactive: boolean },
  codes: readonly JobCode[],
  facts: { readonly sageList: string | null; readonly given: readonly string[] },
): readonly Unmet[] {
  const unmet: Unmet[] = [];
  if (job.inactive) {
    unmet.push({
      rule: 'R-017',
      field: 'inactive',
      value: job.number,
      sentence: `Job ${job.number} ${job.name} is marked inactive in Sage: clear the mark in 3-5, or archive it here.`,
    });
  }
  if (facts.sageList === null) {
    unmet.push({
      rule: 'R-017',
      field: 'costCodeList',
      value: '',
      sentence: 'Procore does not have the list of Sage’s cost codes yet: bring it in first, under Cost codes.',
    });
  }
  const untyped = facts.given.length > 0 ? [] : codes.filter(({ types }) => types.length === 0);
  if (untyped.length > 0) {
    const named = someOf(untyped.map(({ code }) => displayCostCode(code)));
    unmet.push({
      rule: 'R-017',
      field: 'costTypes',
      value: named,
      sentence: `These cost codes of job ${job.number} have no category, because nothing is budgeted on them: ${named}. Budget them in Sage 6-2, or choose here which cost types they get.`,
    });
  }
  return unmet;
}

/** why a project and a job cannot be linked; null when they can. */
export function projectLinkRefusal(
  project: ProcoreProject | null,
  job: { readonly number: string; readonly name: string } | null,
  links: { readonly ofProject: string | null; readonly ofJob: string | null },
): string | null {
  if (job === null) return 'This job is not in Sage any more: read Sage again, then choose another one.';
  if (project === null) return 'This project is not in Procore any more: read Procore again.';
  if (links.ofJob !== null && links.ofJob !== project.id) {
    return `Job ${job.number} ${job.name} is linked with another project already: unlink that first, or choose another job.`;
  }
  if (links.ofProject !== null && links.ofProject !== job.number) {
    return `Project ${project.name} is job ${links.ofProject} in Sage already: unlink that first.`;
  }
  return null;
}

/** how a project's number and a job's compare: no character is ignored, and what differs is said. Null: they are the same. */
export function numberDifference(projectNumber: string, job: string): string | null {
  if (projectNumber === job) return null;
  if (projectNumber === '') return `The project has no number; the job is ${job}.`;
  const bare = (text: string) => text.replace(/^0+/, '');
  const zeros =
    bare(projectNumber) === bare(job) ? ' They differ in leading zeros only, which Sage does not keep.' : '';
  return `The project is ${projectNumber}, the job is ${job}.${zeros}`;
}
