/**
 * The proof of a push inside the record that it wrote: Plumbline's key in User Def2 of the change order, where markers are kept in
 * record fields.
 *
 *   PL:<key>            the push that created this change order
 *   PL:<key>/<key>      … and the last push that changed it since
 *   PL:/<key>           a change order that people made, and the last push that changed it
 *
 * The key of the creation stays for ever. The key of the last change is replaced by the next one, which is safe because the plan of
 * each change names the text that must still stand there: a push that is followed by another one finds another text and is refused.
 * At most 48 of the field's 50 characters.
 */
export const markerColumn = 'usrdf2';

/** What one with two keys takes. */
export const longestMarker = 48;

/** Letters of one key: 128 bits in base64url. */
export const markerKeyLength = 22;

const pattern = /^PL:([\w-]{22})?(?:\/([\w-]{22}))?$/;

/** The keys in a field by their places; empty where there is none. Null when it holds anything else, also what a person typed. */
export function markerPairOf(field: string): { readonly created: string; readonly changed: string } | null {
  const found = pattern.exec(field.trim());
  return found === null ? null : { created: found[1] ?? '', changed: found[2] ?? '' };
}

/** The same as a list. */
export function markerKeys(field: string): readonly string[] {
  const pair = markerPairOf(field);
  return pair === null ? [] : [pair.created, pair.changed].filter((key) => key !== '');
}

/** What the field of a new change order holds. */
export function createdBy(key: string): string {
  return `PL:${key}`;
}

/** What the field holds after a change. `before`: its text until then; anything but keys of ours is replaced. */
export function changedBy(before: string, key: string): string {
  return `PL:${markerPairOf(before)?.created ?? ''}/${key}`;
}
