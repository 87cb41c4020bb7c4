import { useEffect, useState } from 'react';
import type { ResponseOf } from '#shared/contract/requests.ts';
import { type Failure, type Result, succeed } from '#shared/domain/failure.ts';
import { printedSheet } from '#shared/domain/handEntry/printedSheet.ts';
import type { Step } from '#shared/domain/plan.ts';
import type { EntrySheet } from '#shared/domain/plans/entrySheet.ts';
import { useApi } from '../../api/ApiContext.tsx';
import type { Api } from '../../api/api.ts';

export type EntryPage = { readonly facts: ResponseOf<'entry.page'>; readonly sheet: EntrySheet };

export type ReadPage =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly page: EntryPage }
  | { readonly status: 'failed'; readonly failure: Failure };

/** Row writes come in windows of at most 50. */
const windowSize = 50;

/** Everything that stands on the page of one transfer. Another `version` reads it anew. */
export function useEntryPage(id: string, version: number): ReadPage {
  const api = useApi();
  const [read, setRead] = useState<ReadPage>({ status: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is read anew
  useEffect(() => {
    let gone = false;
    void readPage(api, id).then((page) => {
      if (gone) return;
      setRead(page.ok ? { status: 'ready', page: page.value } : { status: 'failed', failure: page.failure });
    });
    return () => {
      gone = true;
    };
  }, [api, id, version]);
  return read;
}

async function readPage(api: Api, id: string): Promise<Result<EntryPage>> {
  const facts = await api.request('entry.page', { id });
  if (!facts.ok) return facts;
  const steps: Step[] = [];
  while (steps.length < facts.value.steps) {
    const answer = await api.request('plans.steps', { id, offset: steps.length, limit: windowSize });
    if (!answer.ok) return answer;
    if (answer.value.steps.length === 0) break;
    steps.push(...answer.value.steps);
  }
  const { title, target, lists } = facts.value;
  const sheet = printedSheet({ title, target, steps }, (column, value) => lists[column]?.[value] ?? value);
  return succeed({ facts: facts.value, sheet });
}
