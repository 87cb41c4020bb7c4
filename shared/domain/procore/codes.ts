import { canonicalCostCode, displayCostCode } from '../costCode.ts';

/**
 * Cost codes on both sides. Procore's are text in segments, joined by `-`, `/` or `.`; Sage's are decimal(15,3). The
 * delimiter stands for the point: `12-100` is Sage's `12.100`. Nothing is ever compared as a number: `01-100` and `1-100` are two codes in
 * Procore and would be one in Sage, so a code that Sage would write otherwise than Procore does (without its leading zero, with more
 * zeros behind) is explained, confirmed by a person, and the pair is kept with the link.
 */

/** `exact`: both write it alike but for the delimiter. `code`: Sage's, as a key with three decimals. */
export type CodeReading =
  | { readonly ok: true; readonly code: string; readonly exact: boolean }
  /** `why` completes *Cost code X …*. */
  | { readonly ok: false; readonly why: string };

/** Reads the whole code of Procore, e.g. `01-100`, as a cost code of Sage. */
export function readProcoreCode(fullCode: string): CodeReading {
  const segments = fullCode.split(/[-/.]/);
  if (!segments.every((segment) => /^\d+$/.test(segment))) {
    return { ok: false, why: 'has something else than digits and one delimiter, and Sage keeps cost codes as numbers' };
  }
  if (segments.length > 2) {
    return { ok: false, why: `has ${segments.length} segments, and a cost code in Sage has one point at most` };
  }
  const text = segments.join('.');
  const code = canonicalCostCode(text);
  if (code === null) {
    return { ok: false, why: 'has more digits than Sage keeps, which is twelve before the point and three behind it' };
  }
  return { ok: true, code, exact: text === code || text === displayCostCode(code) };
}

/** What was agreed with a person stands on the link under this name: Sage's code as a key. */
export const agreedCode = (fullCode: string) => `code:${fullCode}`;

/** Pairs of Procore's codes with Sage's, one to one. */
export type CodePairs = ReadonlyMap<string, string>;

export type CodeMapping = {
  /** By Procore's whole code. */
  readonly pairs: CodePairs;
  /** Sage would write these otherwise, or they cannot be codes of Sage, and nobody has said yet what they are there. */
  readonly open: readonly { readonly fullCode: string; readonly proposed: string | null; readonly why: string }[];
  /** Codes that would be the same one in Sage, in a sentence each: never written. */
  readonly doubled: readonly string[];
};

/**
 * Maps codes of Procore to codes of Sage, so that the way back is unique. `agreed`: of the links (`agreedCode`), the first that knows a
 * code decides; `typed`: what a person says now, by the same names.
 */
export function mapCodes(
  fullCodes: readonly string[],
  agreed: readonly Readonly<Record<string, string>>[],
  typed: Readonly<Record<string, string>> = {},
): CodeMapping {
  const pairs = new Map<string, string>();
  const open: CodeMapping['open'][number][] = [];
  for (const fullCode of new Set(fullCodes)) {
    const name = agreedCode(fullCode);
    const said = canonicalCostCode((typed[name] ?? '').trim());
    const known = said ?? agreed.map((names) => names[name]).find((code) => code !== undefined);
    const reading = readProcoreCode(fullCode);
    if (known !== undefined) pairs.set(fullCode, known);
    else if (reading.ok && reading.exact) pairs.set(fullCode, reading.code);
    else if (reading.ok) {
      const why = `is ${displayCostCode(reading.code)} in Sage, which keeps it as a number and writes no other zeros`;
      open.push({ fullCode, proposed: reading.code, why });
    } else open.push({ fullCode, proposed: null, why: reading.why });
  }
  return { pairs, open, doubled: doubledIn(pairs) };
}

function doubledIn(pairs: CodePairs): readonly string[] {
  const first = new Map<string, string>();
  const doubled: string[] = [];
  for (const [fullCode, code] of pairs) {
    const other = first.get(code);
    if (other === undefined) first.set(code, fullCode);
    else {
      doubled.push(
        `Cost codes ${other} and ${fullCode} are two in Procore and would both be ${displayCostCode(code)} in Sage: rename one of them in Procore, or say which other code of Sage it is.`,
      );
    }
  }
  return doubled;
}

/** Sage's codes by which of Procore's they are: the way back. */
export function procoreCodes(pairs: CodePairs): ReadonlyMap<string, string> {
  return new Map([...pairs].map(([fullCode, code]) => [code, fullCode]));
}
