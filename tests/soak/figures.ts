import { appendFileSync } from 'node:fs';

/** One line of the table that `npm run soak` prints at its end. */
export function figure(what: string, value: string): void {
  const file = process.env.PLUMBLINE_SOAK_FIGURES;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, value })}\n`);
}
