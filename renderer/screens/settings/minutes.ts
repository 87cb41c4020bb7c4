/** An interval as typed, in minutes: a whole number from 1 to 1440 (a day); null for anything else. */
export function minutesOf(text: string): number | null {
  if (!/^\d{1,4}$/.test(text.trim())) return null;
  const minutes = Number.parseInt(text.trim(), 10);
  return minutes >= 1 && minutes <= 1440 ? minutes : null;
}
