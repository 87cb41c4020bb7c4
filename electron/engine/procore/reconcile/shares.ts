import { parseMoney, zero } from '#shared/domain/money.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { Measure, Share } from '#shared/domain/procore/reconcile.ts';
import type { Coding } from '#shared/domain/procore/records.ts';
import type { Context } from '../../context.ts';
import { type ProjectCodes, projectCodes } from '../kinds/shared/codes.ts';

/** What both sides of a document of one kind say, without names and reasons. */
export type Sides = {
  readonly procore: readonly Share[];
  readonly sage: readonly Share[];
  readonly reasons: readonly string[];
};

/** What is asked again and again while everything is added up. */
export type Lookups = {
  /** A company of Procore by its vendor number in Sage, else by its name. */
  readonly vendorOf: (company: string | null, name: string) => string;
  readonly codesOf: (project: string) => ProjectCodes;
};

export function shareLookups(context: Context): Lookups {
  const vendors = new Map(context.store.procore.links.all('vendor').map((link) => [link.procoreId, link.sageKey]));
  const codes = new Map<string, ProjectCodes>();
  return {
    vendorOf: (company, name) => vendors.get(company ?? '') ?? (name === '' ? 'No company' : name),
    codesOf: (project) => {
      const known = codes.get(project) ?? projectCodes(context, project);
      codes.set(project, known);
      return known;
    },
  };
}

/** A line of Procore, in Sage's words where Sage has them. */
export function procoreShare(
  measure: Measure,
  line: { readonly coding: Coding; readonly amount: string },
  { mapping, types }: ProjectCodes,
  vendor: string | null,
): Share {
  const { fullCode, costType, costTypeCode } = line.coding;
  const code = mapping.pairs.get(fullCode ?? '') ?? fullCode ?? 'none';
  const type = types.get(costType ?? '') ?? costTypeCode ?? 'none';
  return { measure, coding: { code, type }, vendor, amount: parseMoney(line.amount) ?? zero };
}

export function sageShare(
  measure: Measure,
  line: { readonly costCode: string | null; readonly costType: string | null; readonly amount: string },
  vendor: string | null,
): Share {
  const coding = { code: line.costCode ?? 'none', type: line.costType ?? 'none' };
  return { measure, coding, vendor: vendor ?? 'No vendor', amount: parseMoney(line.amount) ?? zero };
}

/** Nothing of it is known on Sage's side, and it may only not have been read yet. */
export const notReadYet = (link: ProcoreLink): string =>
  `Sage was not read since ${link.sageNumber} was written: read both sides again.`;
