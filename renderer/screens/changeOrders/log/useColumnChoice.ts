import type { ColumnVisibilityState } from '@tanstack/react-table';
import { useCallback, useState } from 'react';
import { z } from 'zod';
import { useAppStore } from '../../../store/StoreContext.tsx';
import { logColumns } from './logColumns.tsx';

const choiceSchema = z.record(z.string(), z.boolean());
/** From this width on every column has room. */
const roomyPixels = 1800;

/** Which columns are shown: what this person chose last on this computer, else what the window has room for. */
export function useColumnChoice(): readonly [ColumnVisibilityState, (choice: ColumnVisibilityState) => void] {
  const person = useAppStore((state) => state.info?.person ?? '');
  const key = `plumbline.changeOrders.columns.${person}`;
  const [chosen, setChosen] = useState<{ readonly key: string; readonly choice: ColumnVisibilityState } | null>(null);
  const choice = chosen?.key === key ? chosen.choice : remembered(key);
  const choose = useCallback(
    (next: ColumnVisibilityState) => {
      setChosen({ key, choice: next });
      localStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return [choice, choose];
}

function remembered(key: string): ColumnVisibilityState {
  const fitting = Object.fromEntries(
    logColumns.map(({ id, roomy }) => [id, roomy === undefined || window.innerWidth >= roomyPixels]),
  );
  try {
    const stored = choiceSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? ''));
    return stored.success ? { ...fitting, ...stored.data } : fitting;
  } catch {
    return fitting;
  }
}
