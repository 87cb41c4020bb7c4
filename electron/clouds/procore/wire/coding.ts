import { z } from 'zod';
import type { Coding } from '#shared/domain/procore/records.ts';
import { type Mapped, readRow } from '../../mapped.ts';
import { id, idOrNull, textOrNull } from './values.ts';

export const noCoding: Coding = {
  wbsCode: null,
  costCode: null,
  fullCode: null,
  costType: null,
  costTypeCode: null,
  subJob: null,
};

const segmentItemSchema = z.object({
  id: idOrNull,
  code: textOrNull,
  path_code: textOrNull,
  segment: z
    .object({ type: textOrNull })
    .nullish()
    .catch(null)
    .transform((segment) => segment?.type ?? null),
});

const wbsCodeSchema = z.object({ id, segment_items: z.array(segmentItemSchema).nullish().catch([]) });

/** A budget code of a project, which combines a cost code, a cost type and perhaps a sub job; other segments are not ours. */
export function wbsCodeFromWire(row: unknown): Mapped<Coding> {
  return readRow(wbsCodeSchema, row, (wire) => {
    const item = (type: string) => (wire.segment_items ?? []).find((one) => one.segment === type);
    const costCode = item('cost_code');
    const costType = item('line_item_type');
    return {
      wbsCode: wire.id,
      costCode: costCode?.id ?? null,
      fullCode: costCode?.path_code ?? costCode?.code ?? null,
      costType: costType?.id ?? null,
      costTypeCode: costType?.code ?? null,
      subJob: item('sub_job')?.id ?? null,
    };
  });
}

const object = <T extends z.ZodRawShape>(shape: T) => z.object(shape).nullish().catch(null);

/** How a line says what it costs: v1 whole, v2 and budgets by the budget code alone. */
export const codingFields = {
  wbs_code_id: idOrNull,
  wbs_code: object({ id: idOrNull }),
  cost_code_id: idOrNull,
  cost_code: object({ id: idOrNull, full_code: textOrNull, biller_type: textOrNull, biller_id: idOrNull }),
  line_item_type: object({ id: idOrNull, code: textOrNull }),
};
type CodedLine = z.output<z.ZodObject<typeof codingFields>>;

/** Budget codes of a project by their id. */
export type WbsCodes = ReadonlyMap<string, Coding>;

/** The id of the budget code of a line; null when it names none. */
export function wbsIdOf(line: Pick<CodedLine, 'wbs_code_id' | 'wbs_code'>): string | null {
  return line.wbs_code_id ?? line.wbs_code?.id ?? null;
}

/** What the project's budget code says, and the line's own words where it is not known. */
export function codingOf(line: CodedLine, codes: WbsCodes): Coding {
  const wbsCode = wbsIdOf(line);
  const known = wbsCode === null ? undefined : codes.get(wbsCode);
  if (known !== undefined) return known;
  const { cost_code: costCode, line_item_type: costType } = line;
  return {
    wbsCode,
    costCode: costCode?.id ?? line.cost_code_id,
    fullCode: costCode?.full_code ?? null,
    costType: costType?.id ?? null,
    costTypeCode: costType?.code ?? null,
    subJob: costCode?.biller_type === 'SubJob' ? costCode.biller_id : null,
  };
}
