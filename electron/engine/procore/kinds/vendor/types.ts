import { untick } from '#shared/domain/procore/rules/vendor.ts';
import type { Context } from '../../../context.ts';
import { allOfSage } from '../shared/sageFacts.ts';

/** why these vendor types cannot be the only ones that are offered; null when they can. `ticked`: null takes all of them. */
export function vendorTypesRefusal(context: Context, ticked: readonly string[] | null): string | null {
  if (ticked === null) return null;
  const { links, decisions } = context.store.procore;
  const linked = new Set(links.all('vendor').map(({ sageKey }) => sageKey));
  const archived = decisions
    .all('vendor')
    .flatMap(({ item, decision }) => (decision === 'archived' && item.id.startsWith('s:') ? [item.id.slice(2)] : []));
  const { refused } = untick(ticked, allOfSage(context, 'vendor'), linked, new Set(archived));
  return refused[0]?.sentence ?? null;
}
