import type { Column, Confidence, LogicalType } from '../columns.ts';

/**
 * Short constructors for column descriptions. Unless a column says otherwise its confidence is high, and its nullability
 * follows the one Sage table whose real SQL types are public: empty references and dates are NULL, text is '' and amounts,
 * numbers and check boxes are 0 (confidence med). A column that Sage requires is never NULL.
 */
export type ColumnFacts = {
  readonly nullable?: boolean;
  readonly required?: true;
  readonly confidence?: Confidence;
  readonly references?: string;
  readonly values?: Readonly<Record<string, string>>;
};

function columnOfType(
  logical: LogicalType,
  name: string,
  label: string,
  nullable: boolean,
  facts: ColumnFacts,
): Column {
  const { confidence = 'high', ...rest } = facts;
  return { ...logical, name, label, confidence, nullable: facts.required ? false : nullable, ...rest };
}

export const rowId = (): Column => columnOfType({ type: 'rowId' }, '_idnum', 'Row id', false, {});

/** The child row's pointer to its parent's `_idnum`. */
export const parentRowId = (parent: string, confidence: Confidence = 'med'): Column =>
  columnOfType({ type: 'rowId' }, '_idref', 'Parent row id', false, { references: parent, confidence });

export const recnum = (name: string, label: string, facts: ColumnFacts = {}): Column =>
  columnOfType({ type: 'recnum' }, name, label, true, facts);

export const integer = (name: string, label: string, facts: ColumnFacts = {}): Column =>
  columnOfType({ type: 'integer' }, name, label, false, facts);

export const decimal = (precision: number, scale: number, name: string, label: string, facts: ColumnFacts = {}) =>
  columnOfType({ type: 'decimal', precision, scale }, name, label, false, facts);

/** decimal(12,2): every amount on these screens. */
export const money = (name: string, label: string, facts: ColumnFacts = {}): Column =>
  decimal(12, 2, name, label, facts);

/** decimal(15,3) pointing to the cost code list (6-5). */
export const costCode = (confidence: Confidence = 'high'): Column =>
  decimal(15, 3, 'cstcde', 'Cost Code', { nullable: true, references: 'cstcde', confidence });

/** 1–9, pointing to the company's cost type list. */
export const costType = (confidence: Confidence = 'high'): Column =>
  integer('csttyp', 'Cost Type', { nullable: true, references: 'csttyp', confidence });

export const text = (length: number | 'max', name: string, label: string, facts: ColumnFacts = {}): Column =>
  columnOfType({ type: 'text', length }, name, label, false, facts);

export const notes = (confidence: Confidence = 'high'): Column => text('max', 'ntetxt', 'Notes', { confidence });

export const date = (name: string, label: string, facts: ColumnFacts = {}): Column =>
  columnOfType({ type: 'date' }, name, label, true, facts);

export const flag = (name: string, label: string, facts: ColumnFacts = {}): Column =>
  columnOfType({ type: 'flag' }, name, label, false, { confidence: 'med', ...facts });

export const gridFlag = (name: string, label: string, facts: ColumnFacts = {}): Column =>
  columnOfType({ type: 'gridFlag' }, name, label, false, { confidence: 'med', ...facts });

/** Who touched the row when; present on headers and masters only. Whether Sage's program or a trigger sets them is unknown. */
export const audit = (): readonly Column[] => [
  columnOfType({ type: 'timestamp' }, 'insdte', 'Inserted', true, {}),
  columnOfType({ type: 'timestamp' }, 'upddte', 'Updated', true, {}),
  text(50, 'insusr', 'Inserted by', { nullable: true, confidence: 'med' }),
  text(50, 'updusr', 'Updated by', { nullable: true, confidence: 'med' }),
];
