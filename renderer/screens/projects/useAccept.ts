import { type FormEvent, useId, useState } from 'react';
import type { ResponseOf } from '#shared/contract/requests.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { useAct } from '../../api/useAct.ts';
import {
  draftOfProposal,
  type ProposalDraft,
  type ProposalProblems,
  proposalOf,
  proposalProblems,
} from './proposalDraft.ts';

type Outcome = { readonly ok: boolean; readonly sentence: string };

export type Accepting = {
  readonly formId: string;
  readonly drafts: readonly ProposalDraft[];
  /** What became of each job that was tried. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** By job; empty until a first try. */
  readonly problems: ReadonlyMap<string, ProposalProblems>;
  readonly attempts: number;
  readonly left: readonly ProposalDraft[];
  readonly busy: boolean;
  readonly failure: Failure | null;
  change(draft: ProposalDraft): void;
  submit(event: FormEvent): Promise<void>;
};

/** The state of accepting jobs, with nothing in it until the preview is there: one draft per job; those that failed keep theirs and can be tried again. */
export function useAccept(
  preview: ResponseOf<'imported.preview'> | null,
  onAllDone: (count: number) => void,
): Accepting {
  const formId = useId();
  const accept = useAct('imported.accept');
  const [edited, setEdited] = useState<readonly ProposalDraft[] | null>(null);
  const proposed = preview?.proposals.map((proposal) => draftOfProposal(proposal, preview.customers)) ?? [];
  const drafts = edited ?? proposed;
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [attempts, setAttempts] = useState(0);
  const left = drafts.filter(({ job }) => outcomes.get(job)?.ok !== true);
  const wrong = new Map(
    left
      .map((draft) => [draft.job, proposalProblems(draft)] as const)
      .filter(([, problems]) => Object.keys(problems).length > 0),
  );
  return {
    formId,
    drafts,
    outcomes,
    problems: attempts > 0 ? wrong : new Map(),
    attempts,
    left,
    busy: accept.busy,
    failure: accept.failure,
    change: (next) => setEdited(drafts.map((draft) => (draft.job === next.job ? next : draft))),
    submit: async (event) => {
      event.preventDefault();
      setAttempts((count) => count + 1);
      if (wrong.size > 0 || left.length === 0 || accept.busy) return;
      const answer = await accept.run({ proposals: left.map(proposalOf) });
      if (!answer.ok) return;
      const { results } = answer.value;
      setOutcomes((before) => new Map([...before, ...results.map((each) => [each.job, each] as const)]));
      const succeeded = new Set(results.filter(({ ok }) => ok).map(({ job }) => job));
      if (left.every(({ job }) => succeeded.has(job))) onAllDone(drafts.length);
    },
  };
}
