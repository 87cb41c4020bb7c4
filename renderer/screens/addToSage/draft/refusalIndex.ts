import type { Draft } from '#shared/domain/draft.ts';
import type { Refusal } from '#shared/domain/plan.ts';
import { valueAt } from './fieldPath.ts';

/** The engine's last refusals, found by field. */
export type RefusalIndex = {
  /** What was refused about a field of the header or the target; null once its value has changed. */
  readonly ofField: (field: string, draft: Draft) => string | null;
  /** Field name within the line → sentence, as long as the line is the one that was refused. The same object each time. */
  readonly ofLine: (list: 'prime' | 'budget', index: number, draft: Draft) => Readonly<Record<string, string>> | null;
};

/** `judged`: the draft that the engine refused. Whatever has been edited since is no longer what the refusals speak of. */
export function indexRefusals(refusals: readonly Refusal[], judged: Draft | null): RefusalIndex {
  const fields = new Map<string, Refusal>();
  const lines = new Map<string, Record<string, string>>();
  for (const refusal of refusals) {
    if (!fields.has(refusal.field)) fields.set(refusal.field, refusal);
    const [, line, field] = /^((?:prime|budget)\.\d+)\.(.+)$/.exec(refusal.field) ?? [];
    if (line === undefined || field === undefined) continue;
    const ofLine = lines.get(line) ?? {};
    ofLine[field] ??= refusal.sentence;
    lines.set(line, ofLine);
  }
  return {
    ofField: (field, draft) => {
      const refusal = fields.get(field);
      if (refusal === undefined || judged === null) return null;
      return valueAt(judged, field) === valueAt(draft, field) ? refusal.sentence : null;
    },
    ofLine: (list, index, draft) => {
      const found = lines.get(`${list}.${index}`);
      return found !== undefined && judged?.[list][index] === draft[list][index] ? found : null;
    },
  };
}

export const noRefusals: RefusalIndex = indexRefusals([], null);
