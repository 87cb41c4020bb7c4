import { type Figure, keepsTarget, type Unit } from './figure.ts';

const decimals: Readonly<Record<Unit, number>> = {
  ms: 1,
  MB: 1,
  kB: 0,
  ratio: 2,
  rows: 0,
  'rows/s': 0,
  calls: 0,
  minutes: 0,
};

function shown(value: number, unit: Unit): string {
  const number = value.toLocaleString('en-US', {
    minimumFractionDigits: decimals[unit],
    maximumFractionDigits: decimals[unit],
  });
  return unit === 'ratio' ? number : `${number} ${unit}`;
}

function targetWords({ target, unit }: Figure): string {
  if (target === null) return '';
  return 'atMost' in target ? `≤ ${shown(target.atMost, unit)}` : `≥ ${shown(target.atLeast, unit)}`;
}

function verdict(figure: Figure): string {
  const kept = keepsTarget(figure);
  if (kept === null || figure.target === null) return '';
  return kept ? 'ok' : 'atMost' in figure.target ? 'over' : 'under';
}

/** The figures of one bench under its title, one a line, in columns. */
export function table(title: string, figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    shown(figure.value, figure.unit),
    targetWords(figure),
    verdict(figure),
    figure.note,
  ]);
  const head = ['', 'measured', 'target', '', ''];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [`── ${title}`, line(head), ...rows.map(line), ''].join('\n');
}
