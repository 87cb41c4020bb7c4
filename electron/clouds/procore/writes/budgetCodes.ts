import { z } from 'zod';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Coding } from '#shared/domain/procore/records.ts';
import { readRow } from '../../mapped.ts';
import { errorTexts } from '../errorTexts.ts';
import { rejected } from '../failures.ts';
import { readList } from '../paging.ts';
import { allRecords, type Reader } from '../reading.ts';
import { wireId } from '../sync.ts';
import type { WbsCodes } from '../wire/coding.ts';
import { id, textOrNull } from '../wire/values.ts';

/** A cost code with a cost type, and perhaps in a sub job, by their ids. */
export type CodePair = { readonly costCode: string; readonly costType: string; readonly subJob: string | null };

export function pairKey({ costCode, costType, subJob }: Pick<Coding, 'costCode' | 'costType' | 'subJob'>): string {
  return `${subJob ?? ''}/${costCode ?? ''}/${costType ?? ''}`;
}

const segmentSchema = z.object({ id, type: textOrNull });
type SegmentType = 'cost_code' | 'line_item_type' | 'sub_job';

async function readSegments(reader: Reader): Promise<Result<ReadonlyMap<string, string>>> {
  const subject = 'the segments of budget codes';
  const company = encodeURIComponent(reader.companyId());
  const path = `/rest/v1.0/companies/${company}/work_breakdown_structure/segments`;
  const rows = await readList(reader.transport, { path, query: {}, subject, perPage: null });
  if (!rows.ok) return rows;
  const segments = allRecords(rows.value, subject, (row) => readRow(segmentSchema, row, (wire) => wire));
  return segments.ok ? succeed(new Map(segments.value.map((segment) => [segment.type ?? '', segment.id]))) : segments;
}

const bulkSchema = z.object({ errors: z.array(z.unknown()).nullish() });
const batchSize = 500;

/**
 * The budget codes of these pairs, made where the project has none; Procore finds a combination that is there. Gives all budget codes
 * of the project by `pairKey`.
 */
export async function ensureBudgetCodes(
  reader: Reader,
  project: string,
  pairs: readonly CodePair[],
): Promise<Result<ReadonlyMap<string, string>>> {
  const before = await reader.wbs.fresh(project);
  if (!before.ok) return before;
  const known = idsByPair(before.value);
  const missing = [...new Map(pairs.map((pair) => [pairKey(pair), pair])).entries()]
    .filter(([key]) => !known.has(key))
    .map(([, pair]) => pair);
  if (missing.length === 0) return succeed(known);
  const segments = await readSegments(reader);
  if (!segments.ok) return segments;
  const item = (type: SegmentType, itemId: string) => ({
    segment_id: wireId(segments.value.get(type) ?? ''),
    segment_item_id: wireId(itemId),
  });
  const what = `the budget codes of project ${project}`;
  const path = `/rest/v1.0/projects/${encodeURIComponent(project)}/work_breakdown_structure/wbs_codes/bulk_create`;
  for (let from = 0; from < missing.length; from += batchSize) {
    const bulk = missing.slice(from, from + batchSize).map(({ costCode, costType, subJob }) => ({
      segment_items: [
        ...(subJob === null ? [] : [item('sub_job', subJob)]),
        item('cost_code', costCode),
        item('line_item_type', costType),
      ],
    }));
    const reply = await reader.transport.send('PATCH', path, {}, { bulk }, what);
    if (!reply.ok) return reply;
    const errors = bulkSchema.safeParse(reply.value.body).data?.errors ?? [];
    if (errors.length > 0)
      return fail(rejected(what, errors.flatMap(errorTexts), `${errors.length} of ${bulk.length}`));
  }
  const after = await reader.wbs.fresh(project);
  if (!after.ok) return after;
  const made = idsByPair(after.value);
  const absent = missing.filter((pair) => !made.has(pairKey(pair)));
  return absent.length === 0 ? succeed(made) : fail(rejected(what, [], `${absent.length} not made`));
}

function idsByPair(codes: WbsCodes): Map<string, string> {
  return new Map([...codes].map(([wbsCode, coding]) => [pairKey(coding), wbsCode]));
}
