import { displayCostCode } from '#shared/domain/costCode.ts';
import { procoreCodes } from '#shared/domain/procore/codes.ts';
import type { Context } from '../../../context.ts';
import type { Compared } from '../../kindModule.ts';
import { projectCodes } from './codes.ts';
import { jobCodes } from './jobCodes.ts';
import { codeList } from './sageFacts.ts';

/** Each cost code of a project and of a job with who has it. Null: that side is not there. */
export function codeLines(context: Context, project: string | null, job: string | null): Compared['lines'] {
  const codes = project === null ? null : projectCodes(context, project);
  const theirs = codes === null ? new Map<string, string>() : procoreCodes(codes.mapping.pairs);
  const ours = new Set(job === null ? [] : jobCodes(context, job).map(({ code }) => code));
  const names = codeList(context);
  const used = new Map(codes?.used.map(({ code, name }) => [code, name]));
  const both = project !== null && job !== null;
  const mapped = [...new Set([...theirs.keys(), ...ours])].sort().map((code) => {
    const inProcore = theirs.get(code) ?? null;
    const inSage = ours.has(code) ? displayCostCode(code) : null;
    return {
      id: code,
      title: names.get(code)?.name ?? used.get(code) ?? '',
      code: displayCostCode(code),
      type: [...(codes?.typed.get(code) ?? [])].sort().join(', '),
      procore: inProcore,
      sage: inSage,
      differs: both && (inProcore === null || inSage === null),
    };
  });
  const open = (codes?.mapping.open ?? []).map(({ fullCode, why }) => ({
    id: `open ${fullCode}`,
    title: `Cost code ${fullCode} ${why}`,
    code: fullCode,
    type: '',
    procore: fullCode,
    sage: null,
    differs: true,
  }));
  return [...open, ...mapped];
}
