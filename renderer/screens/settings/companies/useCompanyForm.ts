import { useRef, useState } from 'react';
import type { CompanyView } from '#shared/contract/companies.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { useHostApi } from '../../../api/HostApiContext.tsx';
import { useHostAct } from '../../../api/useAct.ts';
import { connectionOfDraft, type EnteredConnection, serverOf } from '../../../components/connection/connectionDraft.ts';
import { useToast } from '../../../components/Toasts.tsx';
import { useReportDirty } from '../useReportDirty.ts';
import { type CompanyDraft, type CompanyProblems, draftOf, enteredOf, isFine, problemsOf } from './companyDraft.ts';

export type CompanyForm = {
  readonly draft: CompanyDraft;
  readonly problems: CompanyProblems;
  /** A password is stored for the very server and login that the form names. */
  readonly passwordStored: boolean;
  readonly dirty: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Data of an earlier company of this short name is there: somebody has to say whether it is this one. */
  readonly dataKept: boolean;
  readonly takeUp: boolean;
  setTakeUp(takeUp: boolean): void;
  change(change: Partial<CompanyDraft>): void;
  /** Another name; a new company's short name follows it until somebody types one. */
  rename(name: string): void;
  save(): void;
  discard(): void;
  /** The connection as it is to be tried; null, with its fields marked, while something is wrong with it. */
  connectionToTest(): { readonly connection: EnteredConnection; readonly password: string | null } | null;
};

/** The form of a company, new (`null`) or known. */
export function useCompanyForm(
  company: CompanyView | null,
  onDirty: (dirty: boolean) => void,
  onSaved: (saved: Pick<CompanyView, 'id'>) => void,
): CompanyForm {
  const host = useHostApi();
  const toast = useToast();
  const add = useHostAct('companies.add');
  const edit = useHostAct('companies.change');
  const [begun, setBegun] = useState(() => draftOf(company));
  const [draft, setDraft] = useState(begun);
  const [tried, setTried] = useState(false);
  const [takeUp, setTakeUp] = useState(false);
  const idTyped = useRef(company !== null);
  const dirty = JSON.stringify(draft) !== JSON.stringify(begun);
  useReportDirty(dirty, onDirty);

  const passwordStored = (company?.passwordStored ?? false) && sameLogin(draft, begun);
  const problems = problemsOf(draft, passwordStored);
  const act = company === null ? add : edit;
  const save = async () => {
    setTried(true);
    if (!isFine(problems) || act.busy) return;
    const entered = enteredOf(draft);
    const answer = company === null ? await add.run({ ...entered, takeUp }) : await edit.run(entered);
    if (!answer.ok) return;
    const saved = { ...draft, connection: { ...draft.connection, password: '' } };
    setBegun(saved);
    setDraft(saved);
    setTried(false);
    toast(company === null ? `${entered.name} was added.` : `${entered.name} was saved.`);
    onSaved(entered);
  };
  const rename = (name: string) => {
    setDraft((before) => ({ ...before, name }));
    if (idTyped.current) return;
    void host.request('companies.proposeId', { name }).then((answer) => {
      if (!answer.ok) return;
      setDraft((before) => (before.name === name && !idTyped.current ? { ...before, id: answer.value.id } : before));
    });
  };
  return {
    draft,
    problems: tried ? problems : { connection: {} },
    passwordStored,
    dirty,
    busy: act.busy,
    failure: act.failure,
    dataKept: act.failure?.code === 'company.dataKept',
    takeUp,
    setTakeUp,
    change: (change) => {
      if (change.id !== undefined) idTyped.current = true;
      setDraft((before) => ({ ...before, ...change }));
    },
    rename,
    save: () => void save(),
    discard: () => {
      setDraft(begun);
      setTried(false);
      act.clear();
    },
    connectionToTest: () => {
      setTried(true);
      if (Object.keys(problems.connection).length > 0) return null;
      const { password } = enteredOf({ ...draft, id: 'trial', name: 'trial' });
      return { connection: connectionOfDraft(draft.connection), password };
    },
  };
}

/** A stored password goes to the server and for the login that it was entered for, and nowhere else. */
function sameLogin(draft: CompanyDraft, begun: CompanyDraft): boolean {
  return serverOf(draft.connection) === serverOf(begun.connection) && draft.connection.user === begun.connection.user;
}
