import type { ChangeOrderStatus } from '#shared/domain/sage/enumerations.ts';
import { at } from './chance.ts';
import type { SubcontractChange } from './changeOrders.ts';
import type { Subcontract } from './subcontracts.ts';
import type { TradeName } from './words/trades.ts';

/** One change to a subcontract, with the cost code of the line that it names; null where the change brings its own code. */
export type Changed = { readonly sub: SubcontractChange; readonly code: string | null };

/** The changes of one change order. Null when no subcontract of the trade can be changed: our own crews do the work. */
export type ChangesOfOne = (trade: TradeName, status: ChangeOrderStatus) => Changed | null;

/** Each third change of a subcontract is work that none of its lines covers. */
const newLineEvery = 3;

/**
 * Keeps the subcontracts' own change number series and line numbers while the change orders of a job are written one by one.
 * A change order changes each subcontract line at most once.
 */
export function subcontractChanges(subcontracts: readonly Subcontract[]): () => ChangesOfOne {
  const changesMade = new Map<string, number>();
  const linesMade = new Map<string, number>();

  function newLine({ record, lines }: Subcontract, status: ChangeOrderStatus): string {
    // Only an approved change has made its line; until then the column is empty.
    if (status !== '1') return '';
    const made = (linesMade.get(record) ?? lines.length) + 1;
    linesMade.set(record, made);
    return String(made);
  }

  return () => {
    const numberHere = new Map<string, string>();
    const used = new Set<string>();

    function numberFor({ record, number }: Subcontract): string {
      const known = numberHere.get(record);
      if (known !== undefined) return known;
      const next = (changesMade.get(record) ?? 0) + 1;
      changesMade.set(record, next);
      numberHere.set(record, `${number.slice(-3)}-${next}`);
      return `${number.slice(-3)}-${next}`;
    }

    return (trade, status) => {
      const found = subcontracts.find((subcontract) => subcontract.trade === trade && subcontract.status !== '1');
      if (found === undefined) return null;
      const free = found.lines.filter(({ line }) => !used.has(`${found.record}/${line}`));
      const made = changesMade.get(found.record) ?? 0;
      const opensLine = made % newLineEvery === newLineEvery - 1;
      if (free.length === 0 && !opensLine) return null;
      const target = opensLine ? null : at(free, made);
      if (target !== null) used.add(`${found.record}/${target.line}`);
      const line = target?.line ?? newLine(found, status);
      const sub = { vendor: found.vendor, record: found.record, line, changeNumber: numberFor(found), status };
      return { sub, code: target?.code ?? null };
    };
  };
}
