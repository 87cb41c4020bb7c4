import { fieldProblem } from '../fieldProblem.ts';
import type { ConnectionDraft, ConnectionField, ConnectionProblems } from './connectionDraft.ts';

export type ConnectionFormProps = {
  readonly draft: ConnectionDraft;
  /** What to show as wrong; empty while nobody has tried to save. */
  readonly problems: ConnectionProblems;
  /** A password is stored for this very server and user. */
  readonly passwordStored: boolean;
  readonly onChange: (draft: ConnectionDraft) => void;
};

/** What a Field needs to show a problem. */
export function problemOf(problems: ConnectionProblems, field: ConnectionField) {
  return fieldProblem(problems[field]);
}
