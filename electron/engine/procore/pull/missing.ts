import { z } from 'zod';
import type { Context } from '../../context.ts';

const note = 'procore.missing.vendor';
const idsSchema = z.array(z.string());

/**
 * Companies that Plumbline knew and that Procore did not list any more when all were read. Merging two companies in Procore removes one of
 * them without a trace, and so does taking them from the account's sight: what it was, a person says.
 */
export function missingCompanies({ store }: Pick<Context, 'store'>): ReadonlySet<string> {
  const kept = store.notes.read(note);
  return new Set(kept === null || kept === '' ? [] : idsSchema.parse(JSON.parse(kept)));
}

/** After all of them were read. In: the ids that Procore listed. */
export function noteMissingCompanies({ store }: Pick<Context, 'store'>, listed: ReadonlySet<string>): void {
  const missing = store.procore.records.ids('vendor').filter((id) => !listed.has(id));
  store.notes.write(note, JSON.stringify(missing));
}
