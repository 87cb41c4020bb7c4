import type { EntryField } from '#shared/domain/plans/entrySheet.ts';

/** What is typed into a field of Sage's screen: `old → new` where something is typed over. */
export function TypedValue({ field: { value, was } }: { readonly field: EntryField }) {
  if (was === undefined || was === value) return value;
  return (
    <>
      <del>{was === '' ? 'empty' : was}</del> <span aria-hidden>→</span> {value === '' ? 'empty' : value}
    </>
  );
}
