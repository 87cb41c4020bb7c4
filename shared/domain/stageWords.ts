import { capital } from './text.ts';

/** Stages that are not simply the words with capitals. */
const stages: Readonly<Record<string, string>> = {
  rom: 'ROM',
  potential_co: 'Potential CO',
  approved_co_issued: 'Approved CO Issued',
};

/** A stage as Clearstory's screens write it: `owner_review` → `Owner Review`. */
export function stageWords(stage: string | null): string {
  if (stage === null) return '';
  return (
    stages[stage] ??
    stage
      .split('_')
      .map((word) => capital(word))
      .join(' ')
      .replace(/ (And|To|In|Of)\b/g, (word) => word.toLowerCase())
  );
}
