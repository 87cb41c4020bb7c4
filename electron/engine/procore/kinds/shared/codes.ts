import { displayCostCode } from '#shared/domain/costCode.ts';
import { agreedCode, type CodeMapping, mapCodes, readProcoreCode } from '#shared/domain/procore/codes.ts';
import { procoreItem } from '#shared/domain/procore/item.ts';
import { originKey } from '#shared/domain/procore/origin.ts';
import type { ProcoreCostCode, ProcoreCostType } from '#shared/domain/procore/records.ts';
import { leafCodes, type Typed } from '#shared/domain/procore/rules/costCodes.ts';
import { type CostTypeNumber, costTypeNumbers } from '#shared/domain/sage/enumerations.ts';
import type { Context } from '../../../context.ts';
import { allOfSage } from './sageFacts.ts';

/** The item of the company's own list of cost codes. */
export const companyCodes = procoreItem('costCodes', 'company');

/** Procore's list that holds Sage's cost codes; null: it was not brought in yet. */
export function sageCodeList({ store }: Context): string | null {
  return store.procore.links.get(companyCodes)?.procoreId ?? null;
}

/** How a list of Procore writes codes of Sage, by Sage's code: what is there keeps its spelling, what is new is written as Sage shows it. */
export function spellings({ store, company }: Context, list: string | null): (code: string) => string {
  const written = new Map<string, string>();
  for (const { fullCode, list: own, origin } of list === null ? [] : store.procore.records.all('costCode', '')) {
    const reading = readProcoreCode(fullCode);
    const code =
      originKey(origin.id, company, 'costCode')?.at(-1) ?? (reading.ok && reading.exact ? reading.code : null);
    if (own === list && code !== null && !written.has(code)) written.set(code, fullCode);
  }
  return (code) => written.get(code) ?? displayCostCode(code);
}

/** What a person said a cost type of Procore is, on the link of the company's list. */
export const agreedType = (procoreId: string) => `type:${procoreId}`;

/**
 * Cost types 1–9 by the id of Procore's: by the origin id that Plumbline wrote, else by what was agreed, else by exactly the same name but
 * for the case of letters. No two of Procore's are ever one of Sage's.
 */
export function typePairs(context: Context): ReadonlyMap<string, CostTypeNumber> {
  const { store, company } = context;
  const agreed = store.procore.links.get(companyCodes)?.agreed ?? {};
  const names = new Map(allOfSage(context, 'costType').map(({ number, name }) => [name.trim().toLowerCase(), number]));
  const ways: readonly ((type: ProcoreCostType) => string | undefined)[] = [
    ({ origin }) => originKey(origin.id, company, 'costType')?.[0],
    ({ id }) => agreed[agreedType(id)],
    ({ name }) => names.get(name.trim().toLowerCase()),
  ];
  const types = store.procore.records.all('costType');
  const pairs = new Map<string, CostTypeNumber>();
  const taken = new Set<string>();
  for (const way of ways) {
    for (const type of types) {
      const number = costTypeNumbers.find((one) => one === way(type));
      if (number === undefined || pairs.has(type.id) || taken.has(number)) continue;
      pairs.set(type.id, number);
      taken.add(number);
    }
  }
  return pairs;
}

/** Codes of Procore's cost types by Sage's number: what Procore's calls are made with. */
export function typeCodes(context: Context): ReadonlyMap<string, string> {
  const pairs = typePairs(context);
  return new Map(
    context.store.procore.records.all('costType').flatMap(({ id, code }) => {
      const number = pairs.get(id);
      return number === undefined ? [] : [[number, code] as const];
    }),
  );
}

export type ProjectCodes = {
  /** Codes that stand on lines, without those of sub jobs. */
  readonly leaf: readonly ProcoreCostCode[];
  readonly mapping: CodeMapping;
  readonly types: ReadonlyMap<string, CostTypeNumber>;
  /** Whole codes without a cost type. */
  readonly untyped: readonly string[];
  /** Sage's codes with the types that they are used with. */
  readonly typed: Typed;
  /** Sage's codes with their names in Procore, by code. */
  readonly used: readonly { readonly code: string; readonly name: string }[];
};

/**
 * The cost codes of a project as Sage reads them. `typed`: what a person says now a code is (`agreedCode`). `types`: cost types that were
 * paired before, for whoever asks for many projects.
 */
export function projectCodes(
  context: Context,
  project: string,
  typed: Readonly<Record<string, string>> = {},
  types = typePairs(context),
): ProjectCodes {
  const { records, links } = context.store.procore;
  const all = leafCodes(records.all('costCode', project));
  const leaf = all.filter(({ subJob }) => subJob === null);
  const agreed = [
    links.get(procoreItem('costCodes', project))?.agreed ?? {},
    Object.fromEntries(all.flatMap((code) => byOrigin(context, code))),
  ];
  // Sub jobs have the same codes again: they read the same way.
  const mapping = mapCodes(
    all.map(({ fullCode }) => fullCode),
    agreed,
    typed,
  );
  const known = leaf.flatMap((one) => {
    const code = mapping.pairs.get(one.fullCode);
    return code === undefined ? [] : [{ code, name: one.name, costTypes: one.costTypes }];
  });
  return {
    leaf,
    mapping,
    types,
    untyped: leaf.filter(({ costTypes }) => costTypes.length === 0).map(({ fullCode }) => fullCode),
    typed: new Map(
      known.map(({ code, costTypes }) => [code, new Set(costTypes.flatMap((type) => types.get(type) ?? []))]),
    ),
    used: known.map(({ code, name }) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

/** A code that carries our origin id is the code of Sage that the id says, whatever it looks like. */
function byOrigin({ company }: Context, { fullCode, origin }: ProcoreCostCode): readonly (readonly [string, string])[] {
  const code = originKey(origin.id, company, 'costCode')?.at(-1);
  return code === undefined ? [] : [[agreedCode(fullCode), code]];
}
