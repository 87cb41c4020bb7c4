import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import { agreedCode } from '#shared/domain/procore/codes.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import type { Context } from '../../../context.ts';
import { projectCodes } from '../shared/codes.ts';

/**
 * Tells Procore which code of the job each code of a project is; names and types stay what they are there. No call where there is none.
 * `agreed`: as the link keeps it.
 */
export function codeOrigins(
  context: Context,
  project: string,
  job: string,
  agreed: Readonly<Record<string, string>>,
): readonly ProcoreCall[] {
  const types = new Map(context.store.procore.records.all('costType').map(({ id, code }) => [id, code]));
  const codes = projectCodes(context, project).leaf.flatMap(({ fullCode, name, costTypes, origin }) => {
    const code = agreed[agreedCode(fullCode)];
    if (code === undefined) return [];
    const originId = originIdOf(context.company, 'costCode', job, code);
    if (origin.id === originId) return [];
    return [{ originId, code: fullCode, name, types: costTypes.flatMap((id) => types.get(id) ?? []) }];
  });
  return codes.length === 0 ? [] : [{ op: 'costCodes.project', project, list: null, codes }];
}
