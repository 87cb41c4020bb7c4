import type { Plan, Step } from '#shared/domain/plan.ts';
import type { Subcontract, SubcontractLine } from '#shared/domain/sage/facts.ts';

/**
 * A subcontract as a change that was just written left it. Sage keeps no change time for its totals, so that the next read would not notice
 * them. In: the line numbers that new lines got, by step.
 */
export function subcontractAfter(
  { steps }: Pick<Plan, 'steps'>,
  before: Subcontract,
  numbers: ReadonlyMap<string, string>,
): Subcontract {
  const own = steps.filter(({ table, key, op }) =>
    op === 'update' ? key.recnum === before.record && (table === 'subcon' || table === 'sbcnln') : table === 'sbcnln',
  );
  const header = own.find(({ table }) => table === 'subcon');
  const fresh = own
    .filter(({ op }) => op === 'insert')
    .map(
      (step): SubcontractLine => ({
        line: numbers.get(step.id) ?? '',
        description: text(step, 'dscrpt'),
        costCode: text(step, 'cstcde'),
        costType: text(step, 'csttyp'),
        amount: text(step, 'amount'),
        change: text(step, 'change'),
        contract: text(step, 'cntrct'),
        billed: text(step, 'billed'),
        remaining: text(step, 'remain'),
      }),
    );
  // After a doubt Sage may have been read with the new lines already.
  const lines = before.lines
    .filter(({ line }) => !fresh.some((one) => one.line === line))
    .map((line): SubcontractLine => {
      const step = own.find(({ op, table, key }) => op === 'update' && table === 'sbcnln' && key.linnum === line.line);
      if (step === undefined) return line;
      return { ...line, change: text(step, 'change'), contract: text(step, 'cntrct'), remaining: text(step, 'remain') };
    });
  const totals =
    header === undefined
      ? {}
      : { changes: text(header, 'chgttl'), total: text(header, 'ctcttl'), balance: text(header, 'balttl') };
  return { ...before, ...totals, lines: [...lines, ...fresh] };
}

function text({ columns }: Step, name: string): string {
  const cell = columns.find(({ column }) => column === name)?.cell;
  return cell?.kind === 'text' ? (cell.text ?? '') : '';
}
