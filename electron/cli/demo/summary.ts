import { formatMoney } from '#shared/domain/money.ts';
import type { Way } from './allocations.ts';
import type { MainJob } from './mainJob.ts';

/** The object that `demo --json` prints: amounts as exact text. */
export function summaryObject({ counts, pushed }: MainJob, elapsedMs: number): object {
  return { pulled: counts, imported: 1, mapped: 1, pushed: pushed.map((one) => one.pushed), elapsedMs };
}

const wayWords: Readonly<Record<Way, (changeOrder: string) => string>> = {
  new: (changeOrder) => `created change order ${changeOrder}`,
  appended: (changeOrder) => `added to change order ${changeOrder}, which was there`,
  split: (changeOrder) => `created change order ${changeOrder}, split over three cost codes at a multiplier of 0.85`,
};

/** The same in words for a person. */
export function summaryWords(companyName: string, { counts, imported, mapped, pushed }: MainJob, elapsedMs: number) {
  const seconds = (elapsedMs / 1000).toFixed(1);
  return [
    '',
    `Plumbline did the main job once, on the sample company ${companyName} and a practice Clearstory, in ${seconds} seconds:`,
    '',
    `  Read      Sage: ${counts.jobs} jobs, ${counts.costCodes} cost codes, ${counts.changeOrders} change orders.`,
    `            Clearstory: ${counts.cors} change order requests (CORs) of mapped projects.`,
    `  Imported  ${imported}`,
    `  Mapped    Project ${mapped.title} to Sage job ${mapped.job}.`,
    ...pushed.map(({ way, pushed: one }, index) => {
      const head = index === 0 ? '  Pushed    ' : '            ';
      const lines = one.lines === 1 ? '1 line' : `${one.lines} lines`;
      return `${head}COR ${one.cor}, ${formatMoney(one.total)}: ${wayWords[way](one.changeOrder)} (${lines}, read back with ${one.differences} differences).`;
    }),
    '  Checked   Both sides read again: nothing drifted.',
    '',
  ];
}
