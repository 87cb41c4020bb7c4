/** A day `YYYY-MM-DD` as Sage prints it: `11/22/2026`. A dash for null and empty. */
export function DateText({ date }: { readonly date: string | null }) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '');
  if (date === null || match === null) return <span>{date === null || date === '' ? '–' : date}</span>;
  return <time dateTime={date}>{`${match[2]}/${match[3]}/${match[1]}`}</time>;
}
