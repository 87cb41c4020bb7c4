import { z } from 'zod';
import { agreedCode } from '#shared/domain/procore/codes.ts';
import { procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import type { Typed } from '#shared/domain/procore/rules/costCodes.ts';
import type { Context } from '../../../context.ts';
import type { ProjectCodes } from '../shared/codes.ts';

/** What an act of cost codes leaves behind when it is done. `company`: the call that gave the list's id, and what was sent. */
export const settleSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('company'), list: z.number().int(), agreed: z.record(z.string(), z.string()) }),
  /** `agreed`: what was sent, which is known before it is read. */
  z.object({ what: z.literal('project'), agreed: z.record(z.string(), z.string()) }),
]);
export type Settle = z.infer<typeof settleSchema>;

const pairPrefix = 'pair:';
const pairName = (code: string, type: string) => `${pairPrefix}${code}/${type}`;

/** What of a project's codes is agreed: which code of Sage each is, and the types that it was used with. */
export function agreedOf({
  mapping,
  typed,
}: Pick<ProjectCodes, 'mapping' | 'typed'>): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries([...mapping.pairs].map(([fullCode, code]) => [agreedCode(fullCode), code])),
    ...Object.fromEntries([...typed].flatMap(([code, types]) => [...types].map((type) => [pairName(code, type), '1']))),
  };
}

/** The codes of Sage that were agreed. */
export function agreedSageCodes(agreed: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.entries(agreed).flatMap(([name, code]) => (name.startsWith(agreedCode('')) ? [code] : [])));
}

/** The pairs that were agreed, by code of Sage. */
export function agreedPairs(agreed: Readonly<Record<string, string>>): Typed {
  const pairs = new Map<string, Set<string>>();
  for (const name of Object.keys(agreed)) {
    if (!name.startsWith(pairPrefix)) continue;
    const [code = '', type = ''] = name.slice(pairPrefix.length).split('/');
    pairs.set(code, (pairs.get(code) ?? new Set()).add(type));
  }
  return pairs;
}

/** The lasting pair of a project's codes and its job's. */
export function saveCodesLink(
  context: Context,
  pair: {
    readonly project: string;
    readonly job: string;
    readonly owner: ProcoreLink['owner'];
    readonly agreed: Readonly<Record<string, string>>;
    readonly transferId: string | null;
    readonly by: string;
  },
): void {
  const { project, job, owner, agreed, transferId, by } = pair;
  const item = procoreItem('costCodes', project);
  const before = context.store.procore.links.get(item)?.agreed ?? {};
  context.store.procore.links.save({
    item,
    procoreId: project,
    project,
    sageKey: job,
    sageNumber: job,
    job,
    originId: originIdOf(context.company, 'job', job),
    owner,
    lines: [],
    agreed: { ...before, ...agreed },
    transferId,
    at: context.clock.now(),
    by,
  });
}
