import { z } from 'zod';
import { planKinds } from '../plan.ts';

/**
 * What the catalog probe found in one company's database, compared with the tables described in `schema/`. Sage publishes no table
 * reference, so the live catalog is read before anything is written, and again before every run that writes.
 */

/** How a column gets its value when a row is inserted. `highest`: highest + 1 under the application lock. */
export const allocationSchema = z.enum(['identity', 'default', 'highest', 'given']);
export type Allocation = z.infer<typeof allocationSchema>;

export const catalogDifferenceSchema = z.object({
  table: z.string(),
  /** Null: the table as a whole. */
  column: z.string().nullable(),
  /** What about it differs, e.g. `type`, `length`, `trigger`. */
  aspect: z.enum([
    'missing',
    'type',
    'length',
    'precision',
    'nullability',
    'default',
    'identity',
    'computed',
    'trigger',
    'foreignKey',
    'extraRequired',
  ]),
  expected: z.string(),
  found: z.string(),
  /**
   * `note`: harmless. `narrows`: planners refuse what no longer fits. `blocks`: nothing of this kind is written until somebody has
   * looked at it.
   */
  effect: z.enum(['note', 'narrows', 'blocks']),
  /** With `blocks`: which kinds of plan. */
  kinds: z.array(z.enum(planKinds)).readonly(),
  sentence: z.string(),
});
export type CatalogDifference = z.infer<typeof catalogDifferenceSchema>;

/** The tighter limit of a column in this company: characters of a text, digits of a decimal, range of a whole number. */
export const columnLimitSchema = z.union([
  z.object({ length: z.number().int() }),
  z.object({ precision: z.number().int(), scale: z.number().int() }),
  z.object({ least: z.number().int(), most: z.number().int() }),
]);
export type ColumnLimit = z.infer<typeof columnLimitSchema>;

export const catalogSchema = z.object({
  /** Hash of everything that was compared, in a canonical order: any change of the schema changes it. */
  fingerprint: z.string(),
  /** Instant of the probe, ISO UTC. */
  readAt: z.string(),
  /** What the server says of itself, e.g. `16.0.1000.6, Express Edition`; empty on SQLite. */
  serverVersion: z.string(),
  differences: z.array(catalogDifferenceSchema).readonly(),
  /** `table.column` → limit, only where narrower than described. */
  limits: z.record(z.string(), columnLimitSchema),
  /** `table.column` → how a new row gets its value, for row ids, record numbers and line numbers. */
  allocations: z.record(z.string(), allocationSchema),
});
export type Catalog = z.infer<typeof catalogSchema>;

const permissions = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'VIEW DEFINITION', 'CONTROL', 'connect'] as const;
const tooPowerfulRoles = ['db_owner', 'sysadmin', 'db_datawriter', 'db_ddladmin', 'db_securityadmin'] as const;
export const rightNames = [...permissions, ...tooPowerfulRoles] as const;

/** One right that Plumbline needs or must not have. */
export const rightSchema = z.object({
  /** `prmchg`, `prmchg.status`, `push_marker`, `every table` of Sage's, or `login`. */
  on: z.string(),
  right: z.enum(rightNames),
  /** What for: reading the books, writing change orders, keeping markers, or a right that is too much. */
  purpose: z.enum(['read', 'write', 'marker', 'excess']),
  held: z.boolean(),
});
export type Right = z.infer<typeof rightSchema>;

/** Where the proofs of applied plans are kept. */
export const markerStores = ['companionDatabase', 'recordFields', 'sampleFile'] as const;
export const markerStoreSchema = z.enum(markerStores);
export type MarkerStore = z.infer<typeof markerStoreSchema>;

/**
 * What a database says of itself, by whatever name it is reached: the server's own name, the database's, and the one that SQL Server made
 * up for it. Of a file its path, and nothing else.
 */
export const booksSchema = z.object({ server: z.string(), database: z.string(), guid: z.string() });
export type Books = z.infer<typeof booksSchema>;

/** Everything that decides whether Plumbline may write here, read in one run. */
export const inspectionSchema = z.object({
  catalog: catalogSchema,
  rights: z.array(rightSchema).readonly(),
  marker: z.object({
    store: markerStoreSchema,
    /** Null: it can be used. Else why not, in words for IT. */
    problem: z.string().nullable(),
  }),
  /** The server's clock, ISO UTC; null where it has none of its own. */
  serverTime: z.string().nullable(),
  /** Null or absent: it does not say. */
  books: booksSchema.nullable().optional(),
});
export type Inspection = z.infer<typeof inspectionSchema>;
