import { useEffect, useRef, useState } from 'react';
import type { CodeChoice } from '#shared/contract/wizard.ts';
import { canonicalCostCode, sameCostCode } from '#shared/domain/costCode.ts';
import { useApi } from '../../../api/ApiContext.tsx';

/** By canonical code; null = Sage has no such code. Codes not in it have not been looked up yet. */
export type CodeNames = ReadonlyMap<string, CodeChoice | null>;

/** A code that is being typed is not looked up at every key. */
const pauseMs = 300;

/** What Sage says about the codes that the draft names, each asked for once per phase, one after the other. */
export function useCodeNames(job: string, phase: string, codes: readonly string[]): CodeNames {
  const api = useApi();
  const [names, setNames] = useState<CodeNames>(new Map());
  const known = useRef<Map<string, CodeChoice | null>>(new Map());
  const place = `${job}/${phase}`;
  const asked = useRef(place);
  const wanted = [...new Set(codes.map(canonicalCostCode).filter((code) => code !== null))].sort().join(' ');

  useEffect(() => {
    if (asked.current !== place) {
      asked.current = place;
      known.current = new Map();
    }
    let superseded = false;
    const timer = setTimeout(async () => {
      for (const code of wanted.split(' ')) {
        if (code === '' || known.current.has(code)) continue;
        const answer = await api.request('lookups.costCodes', { job, phase, search: code });
        if (superseded) return;
        if (!answer.ok) break;
        known.current.set(code, answer.value.codes.find((choice) => sameCostCode(choice.code, code)) ?? null);
        setNames(new Map(known.current));
      }
    }, pauseMs);
    return () => {
      superseded = true;
      clearTimeout(timer);
    };
  }, [api, job, phase, place, wanted]);
  return names;
}

/** The name below a cost code, or why there is none; undefined while it is not known. */
export function codeNote(names: CodeNames, code: string): { readonly name?: string; readonly unknown?: true } {
  const canonical = canonicalCostCode(code);
  const found = canonical === null ? undefined : names.get(canonical);
  if (found === undefined) return {};
  if (found === null) return { unknown: true };
  return { name: found.inactive ? `${found.name} (inactive)` : found.name };
}
