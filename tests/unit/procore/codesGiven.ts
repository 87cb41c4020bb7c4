import { noOrigin, type ProcoreCostCode } from '#shared/domain/procore/records.ts';

export function procoreCode(fullCode: string, change: Partial<ProcoreCostCode> = {}): ProcoreCostCode {
  return {
    id: fullCode,
    project: '900',
    list: null,
    fullCode,
    code: fullCode.split('-').at(-1) ?? '',
    name: `Code ${fullCode}`,
    parent: null,
    subJob: null,
    costTypes: [],
    origin: noOrigin,
    ...change,
  };
}
