import { fixedCostTypes, jobStatuses } from '#shared/domain/sage/enumerations.ts';
import { padded, type SampleRow, sampleRow } from './rows.ts';
import { envelopeAndFinishCodes } from './words/envelopeAndFinishCodes.ts';
import { siteAndStructureCodes } from './words/siteAndStructureCodes.ts';
import { systemsCodes } from './words/systemsCodes.ts';
import { vendorTypes } from './words/vendorNames.ts';

export type SampleCostCode = {
  readonly code: string;
  readonly unit: string;
  readonly name: string;
  readonly division: string;
  readonly inactive: boolean;
};

/** Reads the word lists: `# number name` opens a division, `[-]code unit description` is a cost code in it. */
function readCodes(text: string): readonly SampleCostCode[] {
  let division = '';
  const found: SampleCostCode[] = [];
  for (const line of text.trim().split('\n')) {
    const heading = /^# (\d+) (.+)$/.exec(line);
    const code = /^(-?)(\d+\.\d{3}) (\S+) (.+)$/.exec(line);
    if (heading) division = heading[1] ?? '';
    else if (code) {
      const [, dash = '', number = '', unit = '', name = ''] = code;
      found.push({ code: number, unit, name, division, inactive: dash !== '' });
    } else throw new Error(`Not a cost code: ${line}`);
  }
  return found;
}

const codeTexts = [siteAndStructureCodes, envelopeAndFinishCodes, systemsCodes];

export const costCodes: readonly SampleCostCode[] = codeTexts.flatMap(readCodes);

const divisions: readonly { readonly number: string; readonly name: string }[] = codeTexts.flatMap((text) =>
  [...text.matchAll(/^# (\d+) (.+)$/gm)].map(([, number = '', name = '']) => ({ number, name })),
);

const nameOfCode = new Map(costCodes.map(({ code, name }) => [code, name]));

/** The description of a cost code that the sample company has. */
export function costCodeName(code: string): string {
  const name = nameOfCode.get(code);
  if (name === undefined) throw new Error(`The sample company has no cost code ${code}`);
  return name;
}

/** 6–9 are the company's own. */
export const costTypes: Readonly<Record<string, string>> = {
  ...fixedCostTypes,
  '6': 'Small Tools',
  '7': 'Travel & Lodging',
  '8': 'Permits & Bonds',
  '9': 'Warranty',
};

export const changeOrderTypes: readonly { readonly number: string; readonly name: string }[] = [
  { number: '10', name: 'Field Engineering' },
  { number: '20', name: 'Architect Initiated' },
  { number: '30', name: 'Field Request' },
  { number: '70', name: 'Sub Backcharge' },
  { number: '80', name: 'Cross Charge' },
  { number: '90', name: 'Internal Request' },
];

const subcontractTypes: readonly { readonly number: string; readonly name: string }[] = [
  { number: '1', name: 'Lump sum' },
  { number: '2', name: 'Unit price' },
];

/** Lists that everything else points to: statuses, divisions, cost codes, and every list of types. */
export function* listRows(): Iterable<SampleRow> {
  for (const [recnum, stsnme] of Object.entries(jobStatuses)) yield sampleRow('jobsts', { recnum, stsnme });
  for (const { number, name } of divisions) yield sampleRow('cstdiv', { recnum: number, divnme: name });
  for (const { code, name, unit, division, inactive } of costCodes)
    yield sampleRow('cstcde', {
      recnum: code,
      // The old electrical division came over from the FoxPro edition.
      cdenme: division === '16' ? padded(name, 30) : name,
      untdsc: unit,
      divnum: division,
      inactv: inactive ? 'Y' : 'N',
    });
  for (const [recnum, typnme] of Object.entries(costTypes)) yield sampleRow('csttyp', { recnum, typnme });
  for (const { number, name } of vendorTypes) yield sampleRow('vndtyp', { recnum: number, typnme: name });
  for (const { number, name } of subcontractTypes) yield sampleRow('sbctyp', { recnum: number, dscrpt: name });
  for (const { number, name } of changeOrderTypes) yield sampleRow('chgtyp', { recnum: number, typnme: name });
}
