import type { MarkerStore } from '#shared/domain/sage/catalog.ts';
import type { WriteMode } from '#shared/domain/writeMode.ts';

type Choice<Id extends string> = { readonly id: Id; readonly label: string; readonly words: string };

export const modeChoices: readonly Choice<WriteMode>[] = [
  {
    id: 'readOnly',
    label: 'Read-only',
    words: 'Change orders can be prepared and reviewed row by row. Nothing gets into Sage.',
  },
  {
    id: 'handEntry',
    label: 'Hand entry',
    words:
      'A person types: each approved change order is printed or saved as a workbook, laid out like Sage 6-4-1. The next reading of Sage finds what was typed, compares every field, and links it.',
  },
  {
    id: 'direct',
    label: 'Plumbline writes',
    words:
      'Approved change orders are written at once, read back and compared. Into a real company only while nothing stands in the way.',
  },
];

/** Where the proof of each push is kept, which makes sure that nothing is ever written twice. */
export function markerChoices(table: MarkerStore): readonly Choice<'table' | 'recordFields'>[] {
  return [
    table === 'companionDatabase'
      ? {
          id: 'table',
          label: 'In the companion database',
          words: 'A small database of Plumbline’s own on the same server. Sage’s records stay free of it.',
        }
      : { id: 'table', label: 'In the sample company’s file', words: 'A table of Plumbline’s own beside Sage’s.' },
    {
      id: 'recordFields',
      label: 'In User Def2 of each change order',
      words:
        'Needs no second database. Plumbline’s key stands in that field for ever: nobody should clear it or type over it, and change orders in which people use the field take no more pushes.',
    },
  ];
}

/** Who made the choice; the time stands behind it. */
export function chosenWords(by: string | null): string {
  return by === null ? 'Nobody has chosen yet: this is what is usual for the company.' : `Chosen by ${by}`;
}
