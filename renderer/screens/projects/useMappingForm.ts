import { type FormEvent, useId, useState } from 'react';
import type { ProjectRow } from '#shared/contract/projects.ts';
import type { ResponseOf } from '#shared/contract/requests.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { useAct } from '../../api/useAct.ts';
import { type Requested, useRequest } from '../../api/useRequest.ts';
import {
  countDefaultsProblems,
  type DefaultsDraft,
  type DefaultsProblems,
  defaultsOfDraft,
  defaultsProblems,
  draftOfDefaults,
} from '../../components/mappingDefaults/defaultsDraft.ts';
import type { ChosenJob } from './JobPicker.tsx';

export type MappingFormState = {
  readonly formId: string;
  readonly job: ChosenJob | null;
  /** Null until a job is chosen and its lists have been read. */
  readonly draft: DefaultsDraft | null;
  readonly lists: Requested<'projects.mappingLists'>;
  /** What has to be corrected; null until a first try to save. */
  readonly problems: DefaultsProblems | null;
  /** How often saving was tried. */
  readonly attempts: number;
  /** Why it cannot be saved now; null when it can. */
  readonly refusal: string | null;
  readonly failure: Failure | null;
  readonly dirty: boolean;
  change(draft: DefaultsDraft): void;
  choose(job: ChosenJob): void;
  submit(event: FormEvent): Promise<void>;
};

type Work = {
  readonly job: ChosenJob | null;
  /** Null: nothing typed yet, so the company's defaults stand. */
  readonly edited: DefaultsDraft | null;
  readonly dirty: boolean;
  readonly attempts: number;
};

function startOf({ mapping, job }: ProjectRow): Work {
  const untouched = { dirty: false, attempts: 0 };
  if (mapping === null) return { job: null, edited: null, ...untouched };
  const chosen = { number: mapping.job, name: job?.name ?? '' };
  return { job: chosen, edited: draftOfDefaults(mapping.defaults), ...untouched };
}

function refusalOf(work: Work, draft: DefaultsDraft | null, wrong: number, busy: boolean): string | null {
  if (work.job === null) return 'Choose the Sage job first.';
  if (draft === null) return 'The lists of this job are being read.';
  if (work.attempts > 0 && wrong > 0)
    return `${wrong === 1 ? 'One field needs' : `${wrong} fields need`} correcting first.`;
  return busy ? 'The mapping is being saved.' : null;
}

/**
 * The mapping form's own state: what was chosen and typed, what is wrong with it, and saving it. Every time `editing` begins, it starts
 * anew from the project's mapping.
 */
export function useMappingForm(row: ProjectRow, editing: boolean, onSaved: (job: string) => void): MappingFormState {
  const formId = useId();
  const save = useAct('projects.map');
  const [work, setWork] = useState(() => startOf(row));
  const [wasEditing, setWasEditing] = useState(editing);
  if (editing !== wasEditing) {
    setWasEditing(editing);
    setWork(startOf(row));
    save.clear();
  }
  const { job, edited } = work;
  const lists = useRequest('projects.mappingLists', editing && job !== null ? { job: job.number } : null, []);
  const defaults: ResponseOf<'projects.mappingLists'>['defaults'] | null = lists.value?.defaults ?? null;
  const base = edited ?? (defaults === null ? null : draftOfDefaults(defaults));
  const draft = job === null ? null : base;
  const problems = draft === null ? null : defaultsProblems(draft);
  const wrong = problems === null ? 0 : countDefaultsProblems(problems);
  return {
    formId,
    job,
    draft,
    lists,
    problems: work.attempts > 0 ? problems : null,
    attempts: work.attempts,
    refusal: refusalOf(work, draft, wrong, save.busy),
    failure: save.failure,
    dirty: work.dirty,
    change: (next) => setWork((before) => ({ ...before, edited: next, dirty: true })),
    choose: (chosen) => {
      // Another job has other phases.
      const kept = draft === null ? null : { ...draft, defaults: { ...draft.defaults, phase: '0' } };
      const other = chosen.number !== job?.number;
      setWork((before) => ({ ...before, job: chosen, edited: other ? kept : before.edited, dirty: true }));
    },
    submit: async (event) => {
      event.preventDefault();
      setWork((before) => ({ ...before, attempts: before.attempts + 1 }));
      if (draft === null || job === null || wrong > 0 || save.busy) return;
      const answer = await save.run({ projectId: row.project.id, job: job.number, defaults: defaultsOfDraft(draft) });
      if (answer.ok) onSaved(job.number);
    },
  };
}
