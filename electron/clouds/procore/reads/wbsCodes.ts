import { type Result, succeed } from '#shared/domain/failure.ts';
import type { Coding } from '#shared/domain/procore/records.ts';
import { readList } from '../paging.ts';
import { allRecords } from '../reading.ts';
import type { Transport } from '../transport.ts';
import { type WbsCodes, wbsCodeFromWire } from '../wire/coding.ts';

/** The budget codes of projects, remembered while the program runs: a line names its code by an id alone. */
export type WbsBook = {
  /** The codes of a project, read again when one of these ids is not known. */
  readonly codes: (project: string, needed: readonly (string | null)[]) => Promise<Result<WbsCodes>>;
  /** Read anew whatever is remembered. */
  readonly fresh: (project: string) => Promise<Result<WbsCodes>>;
};

const perPage = 1000;

export function createWbsBook(transport: Transport): WbsBook {
  const known = new Map<string, ReadonlyMap<string, Coding>>();
  /** Ids that a whole reading did not list: asking again would not find them either, until the codes are read anew. */
  const missing = new Map<string, ReadonlySet<string>>();

  async function fresh(project: string): Promise<Result<WbsCodes>> {
    const subject = `the budget codes of project ${project}`;
    const path = `/rest/v1.0/projects/${encodeURIComponent(project)}/work_breakdown_structure/wbs_codes`;
    const rows = await readList(transport, { path, query: {}, subject, perPage });
    if (!rows.ok) return rows;
    const codings = allRecords(rows.value, subject, wbsCodeFromWire);
    if (!codings.ok) return codings;
    const codes = new Map(codings.value.map((coding) => [coding.wbsCode ?? '', coding]));
    known.set(project, codes);
    missing.delete(project);
    return succeed(codes);
  }

  return {
    fresh,
    codes: async (project, needed) => {
      const remembered = known.get(project);
      const unknown = (codes: WbsCodes | undefined) =>
        needed.filter((id) => id !== null && codes?.has(id) !== true && missing.get(project)?.has(id) !== true);
      if (unknown(remembered).length === 0) return succeed(remembered ?? new Map());
      const codes = await fresh(project);
      if (codes.ok) missing.set(project, new Set(unknown(codes.value).filter((id) => id !== null)));
      return codes;
    },
  };
}
