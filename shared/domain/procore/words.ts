import { displayCostCode } from '../costCode.ts';
import { fixedCostTypes, statusWords } from '../sage/enumerations.ts';
import { type CellKey, cellOf } from './budgetCells.ts';

/** `Cost code 12.100, cost type 2-Labor`, as sentences begin. */
export function cellWords(key: CellKey): string {
  const { code, type, phase } = cellOf(key);
  const where = phase === '0' ? '' : `, phase ${phase}`;
  return `Cost code ${displayCostCode(code)}, cost type ${statusWords(fixedCostTypes, type)}${where}`;
}

/** `a, b and 3 others`: enough to find them, never a page of them. */
export function someOf(words: readonly string[], most = 8): string {
  if (words.length <= most) return words.join(', ');
  const rest = words.length - most;
  return `${words.slice(0, most).join(', ')} and ${rest} ${rest === 1 ? 'other' : 'others'}`;
}
