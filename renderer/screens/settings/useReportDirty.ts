import { useEffect } from 'react';

/** Tells the screen around a form whether something in it is unsaved; nothing is, once the form is gone. */
export function useReportDirty(dirty: boolean, onDirty: (dirty: boolean) => void): void {
  useEffect(() => {
    onDirty(dirty);
    return () => onDirty(false);
  }, [dirty, onDirty]);
}
