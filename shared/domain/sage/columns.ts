/**
 * How one column of a Sage table is described. The descriptions in `schema/` are the single source of SELECT lists, typed
 * parameters, plan validation, the sample company's DDL, the catalog probe and the labels in the preview.
 */

/** `high | med | low | guess`: how sure we are that a live company has this column with this meaning. */
export type Confidence = 'high' | 'med' | 'low' | 'guess';

/** What a value means, whatever the database calls its type. Values always travel as text or null. */
export type LogicalType =
  | { readonly type: 'rowId' } // uniqueidentifier: Sage's internal row id
  | { readonly type: 'recnum' } // bigint: record numbers and references to them
  | { readonly type: 'integer' } // int, smallint, tinyint
  | { readonly type: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly type: 'text'; readonly length: number | 'max' }
  | { readonly type: 'date' } // YYYY-MM-DD
  | { readonly type: 'timestamp' } // text made by the server, compared only with itself
  | { readonly type: 'flag' } // 0/1 check box in a header
  | { readonly type: 'gridFlag' }; // 'Y'/'N' check box in a grid

export type Column = LogicalType & {
  /** Physical name. */
  readonly name: string;
  /** The words beside the field on Sage's screen. */
  readonly label: string;
  readonly nullable: boolean;
  /** True when Sage's program refuses to save the record without it. */
  readonly required?: boolean;
  readonly confidence: Confidence;
  /** Physical name of the table that this column points to. */
  readonly references?: string;
  /** The words for each stored number, e.g. 1 → Approved. */
  readonly values?: Readonly<Record<string, string>>;
};

/** A column of decimal numbers: money, hours, units, rates, cost codes. */
export type Amount = Extract<Column, { readonly type: 'decimal' }>;

export type Table = {
  readonly name: string;
  /** Sage's own menu number, e.g. `6-4-1`. */
  readonly screen: string;
  /** The grid or form on that screen, e.g. `Prime Change Details`. */
  readonly title: string;
  /** Columns that identify a row for Plumbline: what keyset pages run along and what updates are keyed by. */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
};
