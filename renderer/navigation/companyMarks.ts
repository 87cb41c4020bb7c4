import type { HomeStatus } from '#shared/contract/home.ts';
import type { WriteMode } from '#shared/domain/writeMode.ts';

/** What the name of a company wears, and why where that is not what somebody chose. */
export type CompanyMark = { readonly words: string; readonly why: string | null };

/** In: what happens with approved change orders, and why Plumbline does not write them although it should; null while unknown. */
export function companyMarks(
  kind: 'sample' | 'live',
  writes: WriteMode | null,
  hindered: HomeStatus['hindered'],
): readonly CompanyMark[] {
  return [...(kind === 'sample' ? [{ words: 'Sample company', why: null }] : []), ...writing(writes, hindered)];
}

function writing(writes: WriteMode | null, hindered: HomeStatus['hindered']): readonly CompanyMark[] {
  if (hindered !== null) {
    const words = writes === 'direct' ? 'Some writes held back' : 'Writes held back';
    return [{ words, why: `${hindered.sentence} ${hindered.remedy}`.trim() }];
  }
  if (writes === 'readOnly') return [{ words: 'Read-only', why: null }];
  return writes === 'handEntry' ? [{ words: 'Hand entry', why: null }] : [];
}
