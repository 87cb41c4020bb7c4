import type { ListWords } from '#shared/domain/plans/entrySheet.ts';
import type { Transfer } from '#shared/domain/records.ts';
import type { Subcontract } from '#shared/domain/sage/facts.ts';
import type { Context } from '../context.ts';

/** How Sage's screen shows the numbers of its lists, by what was last read, and by the job's subcontracts. */
export function listWords({ store }: Pick<Context, 'store'>, subcontracts: readonly Subcontract[]): ListWords {
  const lists: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    // The Subcontract# is what people type.
    vndctc: new Map(subcontracts.map(({ record, number }) => [record, number])),
    csttyp: numbered(store.sage.search('costType', { limit: store.sage.count('costType') })),
    chgtyp: numbered(store.sage.search('changeOrderType', { limit: store.sage.count('changeOrderType') })),
  };
  return (column, value) => lists[column]?.get(value) ?? value;
}

function numbered(items: readonly { readonly number: string; readonly name: string }[]): ReadonlyMap<string, string> {
  return new Map(items.map(({ number, name }) => [number, name === '' ? number : `${number}-${name}`]));
}

/** The same for a plan, with the subcontracts that it names read now; without contact their record number has to do. */
export async function listWordsFor(
  context: Pick<Context, 'store' | 'sage'>,
  { plan, job }: Pick<Transfer, 'plan' | 'job'>,
): Promise<ListWords> {
  const named = plan?.steps.some(({ columns }) => columns.some(({ column }) => column === 'vndctc')) ?? false;
  const subcontracts = named ? await context.sage.subcontractsOf(job) : null;
  return listWords(context, subcontracts?.ok ? subcontracts.value : []);
}
