import { z } from 'zod';
import { type CompanyId, companyIdSchema } from './company.ts';
import type { CorLogRow } from './corLog.ts';
import type { SageState } from './link.ts';
import type { Act } from './procore/act.ts';
import type { ItemKey } from './procore/item.ts';
import type { Transfer } from './records.ts';
import { truncateAt } from './text.ts';
import { mayBeInSage } from './transfer.ts';

/**
 * The one list of what needs a person. Home's number, the tray, notifications, the event log and webhooks all read it, so that none of
 * them tells another story.
 */
export const attentionItemSchema = z.object({
  /** Unique within the company. Stays the same as long as the matter is the same; a new failure of the same transfer is another one. */
  id: z.string(),
  company: companyIdSchema,
  companyName: z.string(),
  tone: z.enum(['needsYou', 'noContact']),
  /** Names the thing, the value and, where there is one, the way out. */
  sentence: z.string(),
  /** The screen where something can be done about it, within the company: `#/queue?id=7f3a`. */
  goTo: z.string(),
  /** Since when, an instant (ISO UTC). */
  since: z.string(),
});
export type AttentionItem = z.infer<typeof attentionItemSchema>;

/** The states of CORs that nothing but a person settles, besides those of their transfers. */
export const personalCorStates = [
  'changedSincePush',
  'changedInSage',
  'conflict',
  'voidPending',
  'orphaned',
] as const satisfies readonly SageState[];

/** The states of transfers that Home counts as waiting for a person. */
export const personalTransferStates = ['needsAttention', 'inDoubt', 'awaitingEntry'] as const;

export type AttentionFacts = {
  readonly company: CompanyId;
  readonly companyName: string;
  readonly transfers: readonly Pick<Transfer, 'id' | 'title' | 'state'>[];
  /** What Procore refused to be told. */
  readonly acts: readonly Pick<Act, 'id' | 'title' | 'item' | 'state'>[];
  readonly cors: readonly Pick<CorLogRow, 'id' | 'number' | 'title' | 'sage' | 'changeOrder' | 'updatedAt'>[];
  /** Done here, and the proof is no longer in Sage. */
  readonly unproved: readonly Pick<Transfer, 'id' | 'title' | 'updatedAt'>[];
  /** Sage holds the proofs of pushes that are not known here. */
  readonly unknown: readonly { readonly key: string; readonly title: string; readonly since: string }[];
  /** Why the last backup of Plumbline's data could not be made. */
  readonly backup: { readonly at: string; readonly sentence: string } | null;
  /** Kinds of records, `payableInvoice`, that the last pull could not read while it read all others. */
  readonly unread: readonly { readonly kind: string; readonly sentence: string; readonly since: string }[];
  /** What is wrong with this computer's Plumbline as a whole, in sentences with their ways out. */
  readonly installation: readonly { readonly id: string; readonly sentence: string; readonly since: string }[];
  /** Plumbline does not write although somebody chose that it does. */
  readonly hindered: { readonly sentence: string; readonly remedy: string; readonly since: string } | null;
  /** Sides that do not answer, with Home's sentence about them and since when that has been so. */
  readonly silent: readonly {
    readonly side: string;
    readonly lastHeard: string | null;
    readonly sentence: string;
    readonly since: string;
  }[];
};

/** Every matter once, the loudest first. */
export function attentionItems(facts: AttentionFacts): readonly AttentionItem[] {
  const { company, companyName } = facts;
  const items = [
    ...facts.silent.map(ofSide),
    ...(facts.hindered === null ? [] : [ofHindrance(facts.hindered)]),
    ...facts.installation.map(ofInstallation),
    ...facts.unread.map(ofUnread),
    ...facts.unproved.map(ofProof),
    ...facts.unknown.map(ofUnknown),
    ...(facts.backup === null ? [] : [ofBackup(facts.backup)]),
    ...facts.transfers.flatMap(ofTransfer),
    ...facts.acts.flatMap(ofAct),
    ...facts.cors.flatMap(ofCor),
  ];
  return items.map((item) => ({ ...item, company, companyName, sentence: truncateAt(item.sentence, longestSentence) }));
}

const longestSentence = 400;

type Matter = Omit<AttentionItem, 'company' | 'companyName'>;

function ofSide({ side, lastHeard, sentence, since }: AttentionFacts['silent'][number]): Matter {
  return { id: `silent:${side}:${lastHeard ?? 'ever'}`, tone: 'noContact', sentence, goTo: '#/home', since };
}

function ofHindrance({ sentence, remedy, since }: NonNullable<AttentionFacts['hindered']>): Matter {
  const words = `${sentence} ${remedy}`.trim();
  return { id: 'hindered', tone: 'needsYou', sentence: words, goTo: '#/settings/writing', since };
}

function ofInstallation(matter: AttentionFacts['installation'][number]): Matter {
  return { ...matter, tone: 'needsYou', goTo: '#/home' };
}

function ofUnread({ kind, sentence, since }: AttentionFacts['unread'][number]): Matter {
  return { id: `unread:${kind}:${since}`, tone: 'needsYou', sentence, goTo: '#/home', since };
}

function ofProof({ id, title, updatedAt }: AttentionFacts['unproved'][number]): Matter {
  return {
    id: `proof:${id}`,
    tone: 'needsYou',
    sentence: `The proof that '${title}' was written is no longer in Sage. Compare it with its receipt.`,
    goTo: '#/settings/backup',
    since: updatedAt,
  };
}

function ofUnknown({ key, title, since }: AttentionFacts['unknown'][number]): Matter {
  return {
    id: `unknown:${key}`,
    tone: 'needsYou',
    sentence: `In Sage already, but not known here: ${title}. It is not pushed again before somebody has looked at it.`,
    goTo: '#/settings/backup',
    since,
  };
}

function ofBackup({ at, sentence }: NonNullable<AttentionFacts['backup']>): Matter {
  return { id: 'backup', tone: 'needsYou', sentence, goTo: '#/settings/backup', since: at };
}

function ofTransfer({ id, title, state }: AttentionFacts['transfers'][number]): readonly Matter[] {
  const matter = (name: string, sentence: string, since: string): readonly Matter[] => [
    { id: name, tone: 'needsYou', sentence, goTo: `#/queue?id=${encodeURIComponent(id)}`, since },
  ];
  switch (state.name) {
    case 'needsAttention': {
      const what = mayBeInSage(state) ? 'may be in Sage' : 'was not written into Sage';
      return matter(`failed:${id}:${state.attempt}`, `'${title}' ${what}: ${state.failure.sentence}`, state.since);
    }
    case 'inDoubt':
      // Looked up again and again: its time changes, its attempt does not.
      return matter(`doubt:${id}:${state.attempt}`, `It is not known yet whether '${title}' is in Sage.`, state.since);
    case 'awaitingEntry': {
      const [found] = state.found;
      if (found === undefined) return matter(`entry:${id}`, `'${title}' is to be typed into Sage.`, state.since);
      const sentence = `Change order ${found.number} in Sage may be '${title}', and differs from it: compare them.`;
      return matter(`found:${id}:${found.record}`, sentence, state.since);
    }
    default:
      return [];
  }
}

function ofAct({ id, title, item, state }: AttentionFacts['acts'][number]): readonly Matter[] {
  if (state.name !== 'needsAttention') return [];
  return [
    {
      id: `procore:${id}:${state.attempt}`,
      tone: 'needsYou',
      sentence: `Procore did not take '${title}': ${state.failure.sentence}`,
      goTo: boardRoute(item),
      since: state.since,
    },
  ];
}

function ofCor({ id, number, title, sage, changeOrder, updatedAt }: AttentionFacts['cors'][number]): readonly Matter[] {
  const words = corWords[sage];
  if (words === undefined) return [];
  return [
    {
      id: `cor:${id}:${sage}`,
      tone: 'needsYou',
      sentence: `COR ${number} '${title}' ${words}${changeOrder === null ? '' : ` (change order ${changeOrder})`}.`,
      goTo: `#/change-orders?cor=${encodeURIComponent(id)}`,
      since: updatedAt,
    },
  ];
}

const corWords: Readonly<Partial<Record<SageState, string>>> = {
  changedSincePush: 'has changed in Clearstory since it was pushed to Sage',
  changedInSage: 'was changed in Sage after it was pushed',
  conflict: 'was changed in Clearstory and in Sage',
  voidPending: 'was voided in Clearstory and still counts in Sage',
  orphaned: 'is no longer in Sage',
} satisfies Record<(typeof personalCorStates)[number], string>;

/** The item on its board: `#/procore/commitment?item=p%3A41`. */
function boardRoute({ kind, id }: ItemKey): string {
  return `#/procore/${kind}?item=${encodeURIComponent(id)}`;
}
