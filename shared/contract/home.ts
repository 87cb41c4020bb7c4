import { z } from 'zod';
import { attentionItemSchema } from '#shared/domain/attention.ts';
import { runSchema } from '#shared/domain/records.ts';
import { writeModeSchema } from '#shared/domain/writeMode.ts';
import { nothing } from './channel.ts';

export const sideStatusSchema = z.object({
  side: z.enum(['sage', 'clearstory', 'procore', 'push']),
  name: z.string(),
  state: z.enum(['ok', 'working', 'failed', 'silent', 'paused', 'never']),
  sentence: z.string(),
  lastHeard: z.string().nullable(),
  nextRun: z.string().nullable(),
  /** Runs of the last 24 hours, oldest first, at most 200. */
  runs: z.array(runSchema).max(200).readonly(),
});
export type SideStatus = z.infer<typeof sideStatusSchema>;

export const homeStatusSchema = z.object({
  now: z.string(),
  tone: z.enum(['inStep', 'working', 'needsYou', 'noContact', 'paused', 'setup']),
  /** The one sentence that says the truth. */
  sentence: z.string(),
  pausedUntil: z.string().nullable(),
  sides: z.array(sideStatusSchema).readonly(),
  counts: z
    .array(z.object({ id: z.string(), label: z.string(), count: z.number().int(), goTo: z.string() }))
    .readonly(),
  /** Why Plumbline does not write although somebody chose that it does; null when it does, or need not. */
  hindered: z.object({ sentence: z.string(), remedy: z.string() }).nullable(),
  /** Set-up steps; empty once all are done. `goTo` is a route of the screens, e.g. `#/projects/imported`. */
  checklist: z
    .array(z.object({ id: z.string(), done: z.boolean(), sentence: z.string(), goTo: z.string() }))
    .readonly(),
  badges: z.object({ projects: z.number().int(), procore: z.number().int(), queue: z.number().int() }),
});
export type HomeStatus = z.infer<typeof homeStatusSchema>;

export const healthSchema = z.object({
  version: z.string(),
  /** How many matters need a person, and how many sides do not answer; lists end at 200. */
  needsPerson: z.number().int(),
  noContact: z.number().int(),
  /** Transfers that are not done, by their state: `queued`, `waiting`, `inDoubt`, `needsAttention`, `awaitingEntry` … */
  queue: z.record(z.string(), z.number().int()),
  /** When the oldest of those that wait was approved (ISO UTC), and how long ago in minutes; null: none waits. */
  oldestWaiting: z.object({ since: z.string(), minutes: z.number().int() }).nullable(),
  /** When the last backup of what Plumbline remembers was made (ISO UTC); null: none was. */
  lastBackup: z.string().nullable(),
});
export type Health = z.infer<typeof healthSchema>;

export const homeChannels = {
  'app.info': {
    request: nothing,
    response: z.object({
      version: z.string(),
      company: z.string(),
      /** `sample`: the embedded sample company; nothing here touches real books. */
      companyKind: z.enum(['sample', 'live']),
      /** What happens with approved change orders: written, typed by a person, or nothing. */
      writes: writeModeSchema,
      host: z.enum(['desktop', 'browser']),
      person: z.string(),
      timeZone: z.string(),
    }),
  },
  /** What a monitor goes by, besides the status. */
  'home.health': { request: nothing, response: healthSchema },
  'home.status': { request: nothing, response: homeStatusSchema },
  /** What needs a person, the loudest first. */
  'home.attention': {
    request: nothing,
    response: z.object({ items: z.array(attentionItemSchema).max(200).readonly() }),
  },
  'sync.now': {
    request: z.object({ side: z.enum(['all', 'sage', 'clearstory', 'procore', 'push']) }),
    /** Answers when the run has ended. */
    response: z.object({ sentence: z.string() }),
  },
  'sync.pause': { request: z.object({ until: z.string() }), response: nothing },
  'sync.resume': { request: nothing, response: nothing },
} as const;
