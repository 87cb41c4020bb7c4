import type { Plan } from '#shared/domain/plan.ts';

/** The literal texts that a step of a plan wrote, by column; empty where it wrote none. */
export function plannedText({ steps }: Plan, step: string): (column: string) => string {
  const columns = new Map(
    steps
      .find(({ id }) => id === step)
      ?.columns.map(({ column, cell }) => [column, cell.kind === 'text' ? (cell.text ?? '') : '']),
  );
  return (column) => columns.get(column) ?? '';
}
