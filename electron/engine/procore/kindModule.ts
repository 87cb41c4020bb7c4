import type { BothSides, ChoiceField, Choices, ItemLine } from '#shared/contract/procore.ts';
import type { Result } from '#shared/domain/failure.ts';
import type { Plan, Receipt, Refusal } from '#shared/domain/plan.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import type { ItemKey, ItemKind, Unmet } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { Context } from '../context.ts';
import type { AppliedMarker } from '../ports/sageCompany.ts';

/**
 * What the board knows of one item before it works out its state. Made from the local store only, quickly: thousands are listed.
 */
export type ItemFacts = {
  readonly key: ItemKey;
  /** Where it would go next. */
  readonly direction: 'import' | 'export';
  readonly number: string;
  readonly title: string;
  readonly place: string;
  /** Procore's project, for the filter; null: company-wide. */
  readonly project: string | null;
  readonly amount: string | null;
  readonly updatedAt: string | null;
  /** Another connector owns it: why, in a sentence; null: nobody else does. */
  readonly external: string | null;
  /** Before it may be sent or brought in. Empty: ready. */
  readonly unmet: readonly Unmet[];
  readonly link: ProcoreLink | null;
  /** Linked, and the owning side has more than was sent: what, in words; null: nothing. */
  readonly update: string | null;
  /** Linked, and the sides no longer agree: each difference in a sentence. */
  readonly discrepancies: readonly string[];
  readonly suggestion: { readonly sageKey: string; readonly words: string } | null;
};

/** What accepting an item does: rows into Sage, or calls to Procore. `cautions` are confirmed by name. */
export type AcceptedAs =
  | { readonly into: 'sage'; readonly plan: Plan; readonly cautions: readonly Caution[] }
  | {
      readonly into: 'procore';
      readonly purpose: 'import' | 'link' | 'update';
      readonly title: string;
      readonly calls: readonly ProcoreCall[];
      readonly sums: readonly { readonly label: string; readonly amount: string }[];
      readonly warnings: readonly string[];
      readonly cautions: readonly Caution[];
      /** Given back to `settleAct` when the calls are done. */
      readonly settle: string;
    };
export type Caution = { readonly name: string; readonly sentence: string };
export type Accepting =
  | { readonly ok: true; readonly as: AcceptedAs }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export type Compared = {
  readonly fields: readonly BothSides[];
  readonly lines: readonly ItemLine[];
  readonly notes: readonly string[];
};

/** So many partners are shown at once: whose partner is not among them types a part of its name. */
export const mostPartners = 8;

/** `first`: the partner that is likely, by its key in Sage, or `p:` and its id in Procore. */
export type PartnerSearch = { readonly search: string; readonly first: string | null };

/** One kind of item: everything that the board needs to know of it. One module per kind in `kinds/`. */
export type ItemKindModule = {
  readonly kind: ItemKind;
  /** Every item of the kind, in the order in which it is listed. */
  readonly items: (context: Context) => readonly ItemFacts[];
  readonly item: (context: Context, key: ItemKey) => ItemFacts | null;
  /** Both sides next to each other. `sageKey`: with which record of Sage; null: its partner. */
  readonly compare: (context: Context, key: ItemKey, sageKey: string | null) => Compared;
  /** What accepting asks, with what is proposed. */
  readonly choices: (
    context: Context,
    key: ItemKey,
  ) => Promise<Result<readonly ChoiceField[]>> | Result<readonly ChoiceField[]>;
  /**
   * Everything of Procore that the plan is made of, as JSON: `plan.sources` names its hash (`itemSource`), and what was approved is not
   * written once it is another one. Without what changes by itself, such as times of reading. Null when the item is gone.
   */
  readonly source: (context: Context, key: ItemKey) => unknown;
  /** Pure work on facts of the store and, where they must be of this moment, of Sage. */
  readonly accept: (context: Context, key: ItemKey, choices: Choices) => Promise<Result<Accepting>>;
  /** The plan is in Sage and read back: saves the link and queues what Procore must be told. Inside the local transaction. */
  readonly settleTransfer: (
    context: Context,
    key: ItemKey,
    applied: {
      readonly transferId: string;
      readonly plan: Plan;
      readonly receipt: Receipt | null;
      readonly marker: AppliedMarker | null;
      readonly by: string;
      readonly choices: Choices;
      /** What `source` gave when it was approved: Procore may say something else by now, or have the item no longer. */
      readonly source: unknown;
    },
  ) => void;
  /** The calls are done; `given`: the Procore id of each. Saves the link. Inside the local transaction. */
  readonly settleAct: (
    context: Context,
    key: ItemKey,
    settled: { readonly settle: string; readonly given: readonly (string | null)[]; readonly by: string },
  ) => void;
  /**
   * The records of Sage that it may be linked with: of those of the whole company at most `mostPartners`, but `first` in any case, for the
   * likely one may be anywhere among them. Null: this kind is never linked by hand.
   */
  readonly partners:
    | ((
        context: Context,
        key: ItemKey,
        asked: PartnerSearch,
      ) => readonly { readonly sageKey: string; readonly title: string; readonly refusal: string | null }[])
    | null;
  readonly link: ((context: Context, key: ItemKey, sageKey: string, by: string) => Promise<Result<null>>) | null;
  /** Reads Sage again and refuses while the record is there, else removes the link and queues the clearing of the ids. */
  readonly unlink: (context: Context, key: ItemKey, by: string) => Promise<Result<null>>;
};
