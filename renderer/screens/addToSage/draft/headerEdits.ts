import type { TargetChoice, WizardContext } from '#shared/contract/wizard.ts';
import type { Draft, HeaderDraft } from '#shared/domain/draft.ts';

/** One change to a draft, as a value: screens pass it to `edit`, which saves what comes out. */
export type Edit = (draft: Draft) => Draft;

/** Changes fields of the change order's header. */
export function setHeader(patch: Partial<HeaderDraft>): Edit {
  return (draft) => ({ ...draft, header: { ...draft.header, ...patch } });
}

type NextNumbers = WizardContext['nextNumbers'];

/** The next number of a phase as it would be now; empty where Sage has none to propose. */
export function nextNumber(numbers: NextNumbers, phase: string): string {
  return numbers[phase === '' ? '0' : phase] ?? '';
}

/** Takes the next number, shown meanwhile as it would be now, or lets a person type one, starting from that. */
export function setNumbering(numbering: HeaderDraft['numbering'], numbers: NextNumbers): Edit {
  return (draft) => {
    const number = nextNumber(numbers, draft.header.phase);
    return setHeader({ numbering, number: numbering === 'next' ? number : draft.header.number || number })(draft);
  };
}

/** Every phase has its own series of numbers. */
export function setPhase(phase: string, numbers: NextNumbers): Edit {
  return (draft) => {
    const next = draft.header.numbering === 'next' ? { number: nextNumber(numbers, phase) } : {};
    return setHeader({ phase, ...next })(draft);
  };
}

/** Creates a change order. `header` brings back what was entered before an existing change order was chosen. */
export function createNew(header: HeaderDraft | null): Edit {
  return (draft) => ({ ...draft, target: { mode: 'new' }, header: header ?? draft.header });
}

/** Adds to an existing change order: its status decides whether approved or requested amounts are the price, its phase the codes. */
export function addTo(choice: TargetChoice): Edit {
  return (draft) => ({
    ...draft,
    target: { mode: 'existing', record: choice.record },
    header: { ...draft.header, status: choice.status, phase: choice.phase },
  });
}

/** Leaves a COR, with its lines, to another change order. The last one stays: a draft is of something. */
export function takeOut(corId: string): Edit {
  return (draft) => {
    const corIds = draft.corIds.filter((id) => id !== corId);
    if (corIds.length === 0) return draft;
    const others = (line: { readonly corId: string }) => line.corId !== corId;
    return { ...draft, corIds, prime: draft.prime.filter(others), budget: draft.budget.filter(others) };
  };
}

/** Chooses between 5-Void and 6-Rejected for a change order that is to be voided. */
export function voidAs(status: '5' | '6'): Edit {
  return (draft) => (draft.target.mode === 'void' ? { ...draft, target: { ...draft.target, status } } : draft);
}

/** Choosing a status other than 1-Approved clears the approval date, which goes with that status only. */
export function setStatus(status: string): Edit {
  return setHeader(status === '1' ? { status } : { status, approvedOn: '' });
}
