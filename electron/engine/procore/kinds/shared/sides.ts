import type { BothSides } from '#shared/contract/procore.ts';

/** One fact on both sides. What only one side can know does not differ. */
export function sides(label: string, procore: string | null, sage: string | null): BothSides {
  const differs = procore !== null && sage !== null && procore.trim() !== sage.trim();
  return { label, procore, sage, form: 'text', differs };
}

/** The same, for a fact that may be different without anything being wrong. */
export function apart(label: string, procore: string | null, sage: string | null): BothSides {
  return { ...sides(label, procore, sage), differs: false };
}

/** A date (YYYY-MM-DD) on both sides. */
export function dates(label: string, procore: string | null, sage: string | null): BothSides {
  return { ...sides(label, procore, sage), form: 'date' };
}
