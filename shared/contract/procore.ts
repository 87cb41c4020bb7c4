import { z } from 'zod';
import { failureSchema } from '#shared/domain/failureSchema.ts';
import { refusalSchema } from '#shared/domain/plan.ts';
import { itemKeySchema, itemKinds, itemLists, itemStateSchema, unmetSchema } from '#shared/domain/procore/item.ts';
import { historyEntrySchema } from '#shared/domain/records.ts';
import { nothing } from './channel.ts';

const kind = z.enum(itemKinds);
const reason = z.string().max(200);

/** What a person may do with an item now; a sentence says why not, null: it may be done. */
export const itemActs = [
  'accept',
  'reject',
  'retrieve',
  'send',
  'archive',
  'restore',
  'post',
  'takeBack',
  'link',
  'unlink',
  'reset',
  'retry',
  'check',
] as const;
export type ItemAct = (typeof itemActs)[number];
const refusals = z.partialRecord(z.enum(itemActs), z.string().nullable());

export const itemRowSchema = z.object({
  key: itemKeySchema,
  state: itemStateSchema,
  /** What it is, e.g. the name and number in Procore, or in Sage when it exists there only. */
  number: z.string(),
  title: z.string(),
  /** Project or job that it belongs to; empty for companies and vendors. */
  place: z.string(),
  /** Null where an item has no amount. */
  amount: z.string().nullable(),
  /** Its partner in Sage as people say it; empty when there is none. */
  sage: z.string(),
  /** Something like it on the other side, shown and never taken. */
  suggestion: z.object({ sageKey: z.string(), words: z.string() }).nullable(),
  /** How many fields are no longer what both sides agreed on. */
  differences: z.number().int(),
  updatedAt: z.string().nullable(),
  refusals,
});
export type ItemRow = z.infer<typeof itemRowSchema>;

/** One question that accepting asks: only what the other side needs and nobody else knows. */
export const choiceFieldSchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(['text', 'date', 'money', 'choice', 'yes', 'costCode']),
  value: z.string(),
  required: z.boolean(),
  /** Greatest length of a text; null: none. */
  limit: z.number().int().nullable(),
  options: z
    .array(z.object({ value: z.string(), label: z.string(), refusal: z.string().nullable() }))
    .max(500)
    .readonly(),
  /** What to know before answering; empty: nothing. */
  hint: z.string(),
});
export type ChoiceField = z.infer<typeof choiceFieldSchema>;

/** The same fact on both sides. Null: that side has no such field or no record. */
export const bothSidesSchema = z.object({
  label: z.string(),
  procore: z.string().nullable(),
  sage: z.string().nullable(),
  /** Money and dates as they are stored: the screen writes them as Sage prints them. */
  form: z.enum(['text', 'money', 'date']),
  differs: z.boolean(),
});
export type BothSides = z.infer<typeof bothSidesSchema>;

export const itemLineSchema = z.object({
  id: z.string(),
  title: z.string(),
  code: z.string(),
  type: z.string(),
  procore: z.string().nullable(),
  sage: z.string().nullable(),
  differs: z.boolean(),
});
export type ItemLine = z.infer<typeof itemLineSchema>;

/** What accepting would write, in words: one entry per row in Sage or per call to Procore. */
export const previewStepSchema = z.object({
  /** `Sage 6-7-1, Subcontract Details` or `Procore, company directory`. */
  place: z.string(),
  title: z.string(),
  columns: z
    .array(
      z.object({
        label: z.string(),
        /** Null: it is new. */
        was: z.string().nullable(),
        value: z.string().nullable(),
        why: z.string(),
      }),
    )
    .readonly(),
});
export type PreviewStep = z.infer<typeof previewStepSchema>;

export const itemPreviewSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** What an approval is of. */
    hash: z.string(),
    into: z.enum(['sage', 'procore']),
    title: z.string(),
    steps: z.array(previewStepSchema).readonly(),
    /** How many steps there are: very long plans are cut here and shown whole when written. */
    stepCount: z.number().int(),
    sums: z.array(z.object({ label: z.string(), amount: z.string() })).readonly(),
    warnings: z.array(z.string()).readonly(),
    /** What to confirm before accepting; empty: nothing. */
    cautions: z.array(z.object({ name: z.string(), sentence: z.string() })).readonly(),
    undo: z.array(z.string()).readonly(),
    /** It will be typed into Sage by a person, and why; null: Plumbline writes it. */
    byHand: z.string().nullable(),
  }),
  z.object({ ok: z.literal(false), refusals: z.array(refusalSchema).readonly() }),
]);
export type ItemPreview = z.infer<typeof itemPreviewSchema>;

const choices = z.record(z.string(), z.string().max(2000));
export type Choices = Readonly<Record<string, string>>;

const accepted = z.object({ key: itemKeySchema, failure: failureSchema.nullable() });

export const procoreChannels = {
  'procore.overview': {
    request: nothing,
    response: z.object({
      configured: z.boolean(),
      /** Of the last read; null: never. */
      lastRead: z.object({ at: z.string(), ok: z.boolean(), sentence: z.string() }).nullable(),
      requestsSent: z.number().int(),
      kinds: z
        .array(
          z.object({ kind, counts: z.record(z.enum(itemLists), z.number().int()), discrepancies: z.number().int() }),
        )
        .readonly(),
      projects: z
        .array(z.object({ id: z.string(), title: z.string() }))
        .max(2000)
        .readonly(),
    }),
  },
  'procore.list': {
    request: z.object({
      kind,
      list: z.enum([...itemLists, 'discrepancies', 'all']),
      search: z.string().max(200),
      /** A Procore project's id; empty: all. */
      project: z.string(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    response: z.object({ rows: z.array(itemRowSchema).max(200).readonly(), total: z.number().int() }),
  },
  'procore.item': {
    request: z.object({ key: itemKeySchema }),
    response: z.object({
      row: itemRowSchema,
      fields: z.array(bothSidesSchema).readonly(),
      /** Cut at 200; `lineCount` counts all. */
      lines: z.array(itemLineSchema).max(200).readonly(),
      lineCount: z.number().int(),
      choices: z.array(choiceFieldSchema).readonly(),
      /** Said above everything else, e.g. who owns the budget and what follows from that. */
      notes: z.array(z.string()).readonly(),
      unmet: z.array(unmetSchema).readonly(),
      /** The transfer into Sage that is under way or failed, for the queue. */
      transferId: z.string().nullable(),
      webAddress: z.string().nullable(),
      history: z.array(historyEntrySchema).max(100).readonly(),
    }),
  },
  /** What accepting with these answers would write. */
  'procore.preview': {
    request: z.object({ key: itemKeySchema, choices }),
    response: z.object({ preview: itemPreviewSchema }),
  },
  /** Each succeeds or fails alone. */
  'procore.accept': {
    request: z.object({
      items: z
        .array(
          z.object({
            key: itemKeySchema,
            choices,
            /** Of the preview that was shown. */
            hash: z.string(),
            confirmed: z.array(z.string()).max(20),
          }),
        )
        .min(1)
        .max(50),
    }),
    response: z.object({ results: z.array(accepted).readonly() }),
  },
  'procore.decide': {
    request: z.object({
      keys: z.array(itemKeySchema).min(1).max(200),
      act: z.enum(['reject', 'retrieve', 'send', 'archive', 'restore', 'post', 'takeBack']),
      reason,
    }),
    response: z.object({ results: z.array(accepted).readonly() }),
  },
  /** Pairs what exists on both sides, after the comparison that `procore.item` shows. */
  'procore.link': {
    request: z.object({
      pairs: z
        .array(z.object({ key: itemKeySchema, sageKey: z.string().max(100) }))
        .min(1)
        .max(200),
    }),
    response: z.object({ results: z.array(accepted).readonly() }),
  },
  /** Records of Sage that an item may be linked with, by search. */
  'procore.partners': {
    request: z.object({ key: itemKeySchema, search: z.string().max(200) }),
    response: z.object({
      partners: z
        .array(
          z.object({
            sageKey: z.string(),
            title: z.string(),
            refusal: z.string().nullable(),
            comparison: z.array(bothSidesSchema).readonly(),
          }),
        )
        .max(50)
        .readonly(),
    }),
  },
  /** Reads Sage again first: refused while the record is still there. */
  'procore.unlink': { request: z.object({ key: itemKeySchema }), response: nothing },
  /** Takes a job and everything of it apart, without asking Sage. `number`: that of the job, typed once more. */
  'procore.reset': { request: z.object({ key: itemKeySchema, number: z.string().max(20) }), response: nothing },
  'procore.retry': { request: z.object({ key: itemKeySchema }), response: nothing },
  /** Reads one item's two sides again now. */
  'procore.check': { request: z.object({ key: itemKeySchema }), response: nothing },
  /** Secrets go in and never come out. */
  'procore.setCredentials': {
    request: z.object({ clientId: z.string().min(1).max(200), secret: z.string().min(1).max(500) }),
    response: nothing,
  },
  /** Begins the login of a person: the page of Procore to open. What came of it is told by `settings`. */
  'procore.beginLogin': { request: nothing, response: z.object({ address: z.string() }) },
  'procore.templates': {
    request: nothing,
    response: z.object({
      templates: z
        .array(z.object({ id: z.string(), name: z.string() }))
        .max(500)
        .readonly(),
    }),
  },
} as const;
