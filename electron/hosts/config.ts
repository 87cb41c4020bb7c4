import { z } from 'zod';
import { alarmProblems, partialAlarmsSchema, standardAlarms, withAlarms } from '#shared/domain/alarms/settings.ts';
import { folderProblem, partialBackupsSchema } from '#shared/domain/backups.ts';
import { type CompanyId, companyIdSchema } from '#shared/domain/company.ts';
import { keptLogLevels } from '#shared/domain/logLevel.ts';
import { mappingDefaultsSchema } from '#shared/domain/mapping.ts';
import { parseMoney } from '#shared/domain/money.ts';
import { isSafeBaseAddress } from '#shared/domain/network/safeAddress.ts';
import { isPacAddress, networkSettingsSchema, readProxyAddress } from '#shared/domain/network/settings.ts';
import { procoreSettingsSchema } from '#shared/domain/procore/procoreSettings.ts';
import { connectionTextSchema, sageConnectionSchema, serverKey } from '#shared/domain/sageConnection.ts';
import { writeModeSchema } from '#shared/domain/writeMode.ts';

/**
 * The configuration file: everything that a screen can set, for machines where nobody sits. JSON; every key is optional.
 * What stands here overrides the stored settings at every start. Secrets never stand here: see `secretNames.ts`.
 * The words for people are in `configWords.ts`.
 */

/** More than any office has; each keeps its own connection and timers. */
const mostCompanies = 50;

const minutes = z.number().int().min(1).max(1440);

/** Name of an environment variable that holds a whole connection string. */
const environmentName = z.string().regex(/^[A-Z][A-Z0-9_]{0,99}$/);

const sqlServerConnection = sageConnectionSchema.extend({
  /** The file's own decision to accept the server's certificate unchecked. */
  trustServerCertificate: z.boolean().default(false),
});

const sqliteConnection = z.strictObject({
  driver: z.literal('SQLite3').default('SQLite3'),
  /** Path of the database file. */
  database: connectionTextSchema,
});

const odbcSchema = z.discriminatedUnion('dialect', [
  z.strictObject({
    kind: z.literal('odbc'),
    dialect: z.literal('mssql'),
    /** Where the proofs of what was applied are kept: a database of our own beside Sage's. */
    companionDatabase: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9_]{0,99}$/)
      .default('PlumblineCompanion'),
    connection: z.union([sqlServerConnection, z.strictObject({ fromEnvironment: environmentName })]),
  }),
  z.strictObject({
    kind: z.literal('odbc'),
    dialect: z.literal('sqlite'),
    connection: z.union([sqliteConnection, z.strictObject({ fromEnvironment: environmentName })]),
  }),
]);

const timeZone = z.string().refine(isTimeZone, { message: 'a time zone name' });

const webAddress = z.string().refine(isSafeBaseAddress, { message: 'a web address' });

const httpsAddress = webAddress.refine((text) => text.startsWith('https:'));

/** Of a PAC file; offices serve it without encryption. */
const webAddressInside = networkSettingsSchema.shape.pac.refine(isPacAddress);

/** Procore's number of the company, as in the address of its pages. */
const procoreCompany = z.string().regex(/^\d{1,18}$/);

const nameSchema = z.string().trim().min(1).max(100);

const sageSchema = z.union([z.strictObject({ kind: z.literal('sample') }), odbcSchema]);

/** How items cross to and from Procore; which Procore it is stands under `procore`. */
const { environment: _1, loginBase: _2, apiBase: _3, companyId: _4, ...procoreRules } = procoreSettingsSchema.shape;
const amount = z.string().refine((text) => text.trim() === '' || parseMoney(text) !== null, { message: 'an amount' });

/** What can be set for one company besides its books. */
export const companyKeys = {
  clearstory: z
    .union([z.strictObject({ baseUrl: webAddress }), z.strictObject({ sandbox: z.literal(true) })])
    .optional(),
  procore: z
    .union([
      z.strictObject({
        companyId: procoreCompany,
        environment: z.enum(['production', 'sandbox', 'monthly', 'federal']),
      }),
      z.strictObject({ companyId: procoreCompany, loginBase: webAddress, apiBase: webAddress }),
      z.strictObject({ sandbox: z.literal(true) }),
    ])
    .optional(),
  procoreRules: z
    .strictObject({ ...procoreRules, directExport: procoreRules.directExport.partial(), twoPersonsFrom: amount })
    .partial()
    .optional(),
  schedule: z.strictObject({ pushMinutes: minutes, pullMinutes: minutes }).partial().optional(),
  timeZone: timeZone.optional(),
  writeBack: z.strictObject({ labels: z.boolean(), jobNumber: z.boolean() }).partial().optional(),
  writing: z
    .strictObject({ mode: writeModeSchema, markers: z.enum(['table', 'recordFields']) })
    .partial()
    .optional(),
  defaults: z
    .strictObject({
      ...mappingDefaultsSchema.shape,
      statusMap: z.partialRecord(
        mappingDefaultsSchema.shape.statusMap.keyType,
        mappingDefaultsSchema.shape.statusMap.valueType,
      ),
    })
    .partial()
    .optional(),
};

/** One of several companies: in the configuration file, and in the file of those that were entered on screen. */
export const companyEntrySchema = z.strictObject({
  id: companyIdSchema,
  name: nameSchema,
  sage: sageSchema,
  ...companyKeys,
});
export type CompanyEntry = z.infer<typeof companyEntrySchema>;

/** What can be set for the whole installation, beside `companies` as well. */
const installationKeys = {
  log: z.strictObject({ level: z.enum(keptLogLevels) }).optional(),
  alarms: partialAlarmsSchema.optional(),
  backups: partialBackupsSchema
    .extend({ folder: partialBackupsSchema.shape.folder.refine((path) => folderProblem(path ?? '') === null) })
    .optional(),
};

export const configShape = z.strictObject({
  company: z.strictObject({ id: companyIdSchema, name: nameSchema }).optional(),
  sage: sageSchema.optional(),
  ...companyKeys,
  companies: z.array(companyEntrySchema).min(1).max(mostCompanies).optional(),
  /** How this installation reaches the internet; the proxy's password is a secret. */
  network: z
    .strictObject({
      mode: networkSettingsSchema.shape.mode,
      proxy: networkSettingsSchema.shape.proxy.refine((text) => readProxyAddress(text) !== null),
      pac: webAddressInside,
      bypass: networkSettingsSchema.shape.bypass,
      user: networkSettingsSchema.shape.user,
      /** A file with further authorities. Only here: whoever names it decides whom connections trust. */
      caFile: z.string().min(1).max(500),
    })
    .partial()
    .optional(),
  ...installationKeys,
  /** Where to ask once a day whether there is a newer version; it is announced, and installed by IT. */
  updates: z.strictObject({ address: httpsAddress, check: z.boolean() }).partial().optional(),
  /** How the desktop program behaves for whoever uses this computer. */
  desktop: z.strictObject({ startAtLogin: z.boolean(), notifyDone: z.boolean() }).partial().optional(),
  /** Whose name stands in History and in Sage's entered-by field. */
  person: z.string().trim().min(1).max(50).optional(),
  secretsFile: z.string().min(1).optional(),
});

/** A real company needs its own name, and two companies never share one: what is remembered of one must never meet another. */
export const configSchema = configShape.superRefine((config, context) => {
  const { company, sage, companies, alarms } = config;
  for (const { field, sentence } of alarmProblems(withAlarms(standardAlarms, alarms))) {
    // Who sends to whom may be set on screen.
    if (field === 'from' || field === 'to') continue;
    const key = field === 'server' ? 'alarms.email.server' : `alarms.${field}.url`;
    const params = { sentence: `${key}: ${sentence}` };
    context.addIssue({ code: 'custom', path: key.split('.'), message: sentence, params, input: undefined });
  }
  if (sage?.kind === 'odbc' && company === undefined && companies === undefined) {
    context.addIssue({ code: 'custom', path: ['company'], message: 'needed', input: undefined });
  }
  if (companies === undefined) return;
  const say = (path: (string | number)[], sentence: string) =>
    context.addIssue({ code: 'custom', path, message: sentence, params: { sentence }, input: undefined });
  for (const key of ['company', 'sage', ...Object.keys(companyKeys)] as const) {
    if (Object.hasOwn(config, key)) say([key], `${key} stands beside companies; move it into the company it is for.`);
  }
  companies.forEach((entry, index) => {
    const earlier = companies.slice(0, index);
    const sameId = earlier.findIndex(({ id }) => id === entry.id);
    if (sameId >= 0) {
      say(
        ['companies', index, 'id'],
        `companies.${index}.id is "${entry.id}", and so is companies.${sameId}.id; each company has its own.`,
      );
    }
    const sameBooks = earlier.findIndex((one) => booksOf(one.sage) === booksOf(entry.sage));
    if (sameBooks >= 0) {
      say(
        ['companies', index, 'sage'],
        `companies.${index}.sage is the same company as companies.${sameBooks}.sage; each can be connected once.`,
      );
    }
  });
});

/** Names one company's books, whatever else is said about how they are reached: the same books are never connected twice. */
export function booksOf(sage: CompanyEntry['sage']): string {
  if (sage.kind === 'sample') return 'sample';
  const { connection } = sage;
  if ('fromEnvironment' in connection) return `environment ${connection.fromEnvironment}`;
  if ('server' in connection) return `${serverKey(connection.server)} ${connection.database.toLowerCase()}`;
  return `file ${connection.database}`;
}

export type Config = z.infer<typeof configSchema>;
/** What one company is put together from: its own part of the configuration, or what was entered on screen. */
export type CompanyConfig = Omit<CompanyEntry, 'id' | 'name' | 'sage'> & {
  readonly company: { readonly id: CompanyId; readonly name: string };
  readonly sage?: CompanyEntry['sage'] | undefined;
  readonly person?: string | undefined;
};
export type OdbcConfig = z.infer<typeof odbcSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
