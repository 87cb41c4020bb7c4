import { z } from 'zod';
import { attentionItemSchema } from '#shared/domain/attention.ts';
import { companyIdSchema } from '#shared/domain/company.ts';
import { connectionStepSchema } from '#shared/domain/connectionTest.ts';
import { failureSchema } from '#shared/domain/failureSchema.ts';
import { sageConnectionSchema } from '#shared/domain/sageConnection.ts';
import { settingLockSchema } from '#shared/domain/settingLocks.ts';
import { alarmChannels } from './alarms.ts';
import { backupChannels } from './backups.ts';
import { type Channel, nothing } from './channel.ts';
import { changedEventSchema } from './events.ts';
import { firstRunChannels } from './firstRun.ts';
import { homeStatusSchema } from './home.ts';
import { networkChannels } from './network.ts';
import { supportChannels } from './support.ts';

/** How SQL Server is reached, with the decision about its certificate, which holds for every company on that server. */
const enteredConnectionSchema = sageConnectionSchema.extend({ trustServerCertificate: z.boolean().default(false) });

/** The books of a company as they can be entered on screen: the embedded sample company, or Sage's database on SQL Server. */
export const enteredSageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sample') }),
  z.strictObject({
    kind: z.literal('odbc'),
    dialect: z.literal('mssql'),
    connection: enteredConnectionSchema,
  }),
]);
export type EnteredSage = z.infer<typeof enteredSageSchema>;

export const companyViewSchema = z.object({
  id: companyIdSchema,
  name: z.string(),
  kind: z.enum(['sample', 'live']),
  /** Server and database, in words. */
  place: z.string(),
  /** `file`, `policy`: the configuration file or the organisation's policy sets it, so that screens cannot change it. */
  origin: z.enum(['file', 'policy', 'screen', 'sample']),
  state: z.enum(['open', 'opening', 'failed']),
  /** Why it could not be opened, and the way out. */
  failure: failureSchema.nullable(),
  /** How it stands; null while it is not open. */
  status: homeStatusSchema.pick({ tone: true, sentence: true }).nullable(),
  needsSomebody: z.boolean(),
  /** What was entered, without secrets; null where screens cannot change it. */
  entered: enteredSageSchema.nullable(),
  /** What of name and connection the organisation's policy sets. */
  locks: z.array(settingLockSchema).readonly(),
  passwordStored: z.boolean(),
  /** Who decided, and when (ISO UTC), that the server's certificate is accepted unchecked; null while it is checked. */
  trust: z.object({ by: z.string(), at: z.string().nullable() }).nullable(),
});
export type CompanyView = z.infer<typeof companyViewSchema>;

export const enteredCompanySchema = z.strictObject({
  id: companyIdSchema,
  name: z.string().trim().min(1).max(100),
  sage: enteredSageSchema,
  /** The password of the SQL login; null keeps the one that is stored. */
  password: z.string().min(1).max(200).nullable(),
});
export type EnteredCompany = z.infer<typeof enteredCompanySchema>;

/** How one company stands, and what in it needs a person. */
const standingSchema = z.object({
  id: companyIdSchema,
  name: z.string(),
  state: z.enum(['open', 'opening', 'failed']),
  /** Null while it is not open. */
  status: homeStatusSchema.pick({ tone: true, sentence: true, pausedUntil: true, hindered: true }).nullable(),
  /** A change order or another record is being written into Sage at this moment. */
  writing: z.boolean(),
  /** IANA name of the office's zone; null while it is not open. */
  timeZone: z.string().nullable(),
  items: z.array(attentionItemSchema).readonly(),
});
export type Standing = z.infer<typeof standingSchema>;

const desktopSettingsSchema = z.object({
  /** Opened in the tray when the user logs on; null where the system has no such thing. */
  startAtLogin: z.boolean().nullable(),
  /** What the organisation has decided for everybody at this computer. */
  locks: z.array(settingLockSchema).readonly(),
  /** Notify also of what went well. */
  notifyDone: z.boolean(),
  /** What is told of a former run that ended without farewell, until a person has seen it; null: nothing. */
  cutOff: z.string().nullable(),
  /** Who runs the engines, where this desktop only watches those of the unattended Plumbline; null: it runs them itself. */
  watches: z.string().nullable(),
});
export type DesktopSettings = z.infer<typeof desktopSettingsSchema>;

/** The second, small table: what is asked of the installation and not of one company. */
export const hostRequests = {
  'companies.list': {
    request: nothing,
    response: z.object({
      companies: z.array(companyViewSchema).readonly(),
      lastChosen: companyIdSchema.nullable(),
      /** Nobody has set anything up here yet: the first run opens by itself. */
      firstRunDue: z.boolean(),
    }),
  },
  /** All companies at once, for the tray, notifications and monitoring; together at most 200 items. */
  'attention.list': {
    request: nothing,
    response: z.object({ now: z.string(), companies: z.array(standingSchema).readonly() }),
  },
  /** How the desktop behaves for this Windows user; `available` false where Plumbline runs without a desktop. */
  'desktop.get': { request: nothing, response: desktopSettingsSchema.extend({ available: z.boolean() }) },
  'desktop.save': {
    request: desktopSettingsSchema.pick({ startAtLogin: true, notifyDone: true }).strict(),
    response: nothing,
  },
  /** A person has seen what was told of a run that was cut off. */
  'desktop.seen': { request: nothing, response: nothing },
  /** Remembers for this user which company the screens show. */
  'companies.choose': { request: z.object({ id: companyIdSchema }), response: nothing },
  /** A free short name for a company of this name. */
  'companies.proposeId': {
    request: z.object({ name: z.string().max(100) }),
    response: z.object({ id: companyIdSchema }),
  },
  /** `takeUp`: go on with the data that is kept of an earlier company of the same short name. Answers when it was opened or refused. */
  'companies.add': { request: enteredCompanySchema.extend({ takeUp: z.boolean() }), response: nothing },
  'companies.change': { request: enteredCompanySchema, response: nothing },
  /** Out: the file that keeps what was remembered of it. */
  'companies.remove': { request: z.object({ id: companyIdSchema }), response: z.object({ keptFile: z.string() }) },
  /** Tries a connection that may not be saved yet; nothing is kept of it. `id`: whose stored password it may use. */
  'companies.test': {
    request: z.strictObject({
      id: companyIdSchema.nullable(),
      connection: enteredConnectionSchema,
      password: z.string().min(1).max(200).nullable(),
    }),
    response: z.object({ steps: z.array(connectionStepSchema).readonly() }),
  },
  /** What the organisation's policy comes to on this computer. */
  'policy.get': {
    request: nothing,
    response: z.object({
      /** Where it is read, in words. */
      source: z.string(),
      count: z.number().int(),
      /** Of the installation as a whole; those of a company come with its settings. */
      locks: z.array(settingLockSchema).readonly(),
      problems: z.array(z.object({ sentence: z.string(), remedy: z.string() })).readonly(),
    }),
  },
  ...supportChannels,
  ...alarmChannels,
  ...backupChannels,
  ...firstRunChannels,
  /** Tries again to open a company that could not be opened. */
  'companies.open': { request: z.object({ id: companyIdSchema }), response: nothing },
  ...networkChannels,
} as const satisfies Record<string, Channel>;

export type HostChannel = keyof typeof hostRequests;
export type HostRequestOf<C extends HostChannel> = z.infer<(typeof hostRequests)[C]['request']>;
export type HostResponseOf<C extends HostChannel> = z.infer<(typeof hostRequests)[C]['response']>;

/** An event of one company; null: the companies themselves changed, or anything may have. */
export const companyEventSchema = changedEventSchema.extend({ company: companyIdSchema.nullable() });
export type CompanyEvent = z.infer<typeof companyEventSchema>;
