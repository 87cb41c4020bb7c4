import { isTableName, sageTables } from '#shared/domain/sage/schema/tables.ts';

/** What the statements of the simulated dialect mean. Each text is read once; there are a few dozen of them. */

export type Row = Readonly<Record<string, string | null>>;
export type Parameters = readonly (string | null)[];
type Test = (row: Row, parameters: Parameters) => boolean;

export type Statement =
  | { readonly does: 'nothing' }
  | { readonly does: 'begin' }
  /** Whether there is a table of markers. */
  | { readonly does: 'finds' }
  | { readonly does: 'grant' | 'holds'; readonly resource: string }
  | {
      readonly does: 'select';
      readonly table: string;
      readonly held: boolean;
      readonly columns: readonly (readonly [alias: string, column: string])[];
      readonly highest: boolean;
      readonly counts: boolean;
      /** Only how many rows, and sums: what proves a page. */
      readonly totals: readonly (readonly [alias: string, summed: string | null])[] | null;
      /** The search for a marker in record fields, or its count. */
      readonly looksForKeys: boolean;
      readonly test: Test;
      readonly orderBy: readonly string[];
      readonly limit: number;
    }
  | { readonly does: 'insert'; readonly table: string; readonly columns: readonly string[] }
  | {
      readonly does: 'update';
      readonly table: string;
      readonly columns: readonly string[];
      readonly test: Test;
      /** Where the parameters of the condition begin. */
      readonly from: number;
    }
  | { readonly does: 'delete'; readonly table: string; readonly test: Test };

const known = new Map<string, Statement>();

export function statementOf(sql: string): Statement {
  const found = known.get(sql);
  if (found !== undefined) return found;
  const read = parse(sql);
  known.set(sql, read);
  return read;
}

function parse(sql: string): Statement {
  if (sql === 'CATALOG MARKERS') return { does: 'finds' };
  if (sql.startsWith('SET ') || sql.startsWith('CATALOG ')) return { does: 'nothing' };
  if (sql === 'BEGIN WORK') return { does: 'begin' };
  const grant = /^GRANT '(.*)'$/.exec(sql);
  if (grant !== null) return { does: 'grant', resource: grant[1] ?? '' };
  const holds = /^HOLDS '(.*)'$/.exec(sql);
  if (holds !== null) return { does: 'holds', resource: holds[1] ?? '' };
  const insert = /^INSERT INTO (\w+) \((.*)\) VALUES \(.*\)$/.exec(sql);
  if (insert !== null) return { does: 'insert', table: insert[1] ?? '', columns: (insert[2] ?? '').split(', ') };
  const update = /^UPDATE (\w+) SET (.*) WHERE (.*)$/.exec(sql);
  if (update !== null) {
    const columns = (update[2] ?? '').split(', ').map((part) => part.replace(' = ?', ''));
    const table = update[1] ?? '';
    return { does: 'update', table, columns, test: testOf(table, update[3], columns.length), from: columns.length };
  }
  const remove = /^DELETE FROM (\w+) WHERE (.*)$/.exec(sql);
  if (remove !== null) return { does: 'delete', table: remove[1] ?? '', test: testOf(remove[1] ?? '', remove[2], 0) };
  const totals = /^SELECT (COUNT.*) FROM \((SELECT .*)\) f0$/.exec(sql);
  if (totals !== null) {
    const page = parse(totals[2] ?? '');
    return page.does === 'select' ? { ...page, totals: (totals[1] ?? '').split(', ').map(totalOf) } : page;
  }
  const select = /^SELECT (.*) FROM (\w+)( HELD| t)?(?: WHERE (.*?))?(?: ORDER BY (.*?))?(?: LIMIT (\d+))?$/.exec(sql);
  if (select === null) throw new Error(`The simulated server does not understand: ${sql}`);
  const [, columns = '', table = '', held, where, orderBy, limit] = select;
  return {
    does: 'select',
    table,
    held: held === ' HELD',
    columns: columns.split(', ').map((column) => {
      const [value = '', alias = ''] = column.split(' AS ');
      return [alias, bare(value.replace(/^HIGHEST\((.*)\)$/, '$1'))] as const;
    }),
    highest: columns.startsWith('HIGHEST('),
    counts: columns.startsWith('COUNT('),
    totals: null,
    looksForKeys: where?.includes(' OR recnum > ?') === true,
    test: testOf(table, where, 0),
    orderBy: orderBy === undefined ? [] : orderBy.split(', ').map(bare),
    limit: limit === undefined ? Number.POSITIVE_INFINITY : Number(limit),
  };
}

function totalOf(column: string): readonly [string, string | null] {
  const [value = '', alias = ''] = column.split(' AS ');
  return [alias, /^SUM\((.*)\)$/.exec(value)?.[1] ?? null];
}

const bare = (column: string) => column.replace(/^t\./, '');

/** True for rows that fulfil every term; `first` is the place of the condition's first parameter. */
function testOf(table: string, where: string | undefined, first: number): Test {
  let place = first;
  const [one, other] = where?.split(/ OR (?![^(]*\))/) ?? [];
  if (one !== undefined && other !== undefined) {
    const [left, right] = [testOf(table, one, first), testOf(table, other, first + one.split('?').length - 1)];
    return (row, parameters) => left(row, parameters) || right(row, parameters);
  }
  const terms = where === undefined ? [] : where.replaceAll('BETWEEN ? AND ?', 'BETWEEN').split(' AND ');
  const tests = terms.map((term): Test => {
    const phase = /^\((\w+) IS NULL OR \1 = 0\)$/.exec(term)?.[1];
    if (phase !== undefined) return (row) => (row[phase] ?? '0') === '0';
    const missing = /^(\w+) IS NULL$/.exec(term)?.[1];
    if (missing !== undefined) return (row) => (row[missing] ?? null) === null;
    const [, name = '', operator] = /^([\w.]+) (=|~|>|BETWEEN)(?: \?)?$/.exec(term) ?? [];
    const column = bare(name);
    const at = place;
    place += operator === 'BETWEEN' ? 2 : 1;
    if (operator === 'BETWEEN') {
      return (row, values) =>
        Number(row[column]) >= Number(values[at]) && Number(row[column]) <= Number(values[at + 1]);
    }
    if (operator === '>' && !isTableName(table)) return (row, values) => (row[column] ?? '') > (values[at] ?? '');
    if (operator === '>') return (row, values) => Number(row[column]) > Number(values[at]);
    if (operator === '~') return (row, values) => folded(row[column]) === folded(values[at]);
    if (operator !== '=') throw new Error(`The simulated server does not understand the condition: ${term}`);
    return isNumber(table, column)
      ? (row, values) => row[column] != null && Number(row[column]) === Number(values[at])
      : (row, values) => row[column] === values[at];
  });
  return (row, parameters) => {
    for (const test of tests) if (!test(row, parameters)) return false;
    return true;
  };
}

function folded(text: string | null | undefined): string {
  return (text ?? '').trimEnd().toLowerCase();
}

function isNumber(table: string, name: string): boolean {
  if (!isTableName(table)) return false;
  const type = sageTables[table].columns.find((column) => column.name === name)?.type;
  return type === 'recnum' || type === 'integer' || type === 'decimal' || type === 'flag';
}
