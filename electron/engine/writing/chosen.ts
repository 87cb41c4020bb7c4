import type { Settings } from '#shared/domain/settings.ts';
import type { Context, Told } from '../context.ts';
import { modeWords } from './inspectCompany.ts';

type Writing = Settings['writing'];

/** The same settings, with who changed the way of writing and when: nobody may say that of somebody else. */
export function withChooser({ host, clock }: Context, before: Settings, after: Settings): Settings {
  const same = before.writing.mode === after.writing.mode && before.writing.markers === after.writing.markers;
  const { by, at } = same ? before.writing : { by: host.person, at: clock.now() };
  return { ...after, writing: { ...after.writing, by, at } };
}

/** The line of History that tells it; null when it did not change. */
export function writingTold(person: string, before: Writing, after: Writing): Told | null {
  const parts = [
    ...(before.mode === after.mode ? [] : [`chose ${modeName(after.mode)} for writing into Sage`]),
    ...(before.markers === after.markers ? [] : [`keeps the proofs of what was written ${markerWords[after.markers]}`]),
  ];
  if (parts.length === 0) return null;
  return {
    kind: 'writing',
    sentence: `${person} ${parts.join(' and ')}.`,
    detail: { mode: `${modeName(before.mode)} → ${modeName(after.mode)}` },
  };
}

function modeName(mode: Writing['mode']): string {
  return mode === null ? 'what is usual for the company' : modeWords[mode];
}

const markerWords = { table: 'in a table beside Sage’s own', recordFields: 'in the records themselves' } as const;
