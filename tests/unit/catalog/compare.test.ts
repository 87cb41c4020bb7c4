import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOrderPlanKinds } from '#shared/domain/plan.ts';
import { compareSchema } from '#shared/domain/sage/catalog/compare.ts';
import { describedSchema } from '#shared/domain/sage/catalog/described.ts';
import type { FoundColumn, FoundTrigger } from '#shared/domain/sage/catalog/found.ts';
import { tableUses, usedColumns, writtenColumns } from '#shared/domain/sage/uses.ts';
import { withColumn, withExtra } from './mutations.ts';

const changeOrders = [...changeOrderPlanKinds, 'subcontractChange.create'];
const creating = ['changeOrder.create', 'subcontractChange.create'];
const adding = ['changeOrder.create', 'changeOrder.append', 'changeOrder.update', 'subcontractChange.create'];

it('a database exactly as described has no differences', () => {
  expect(compareSchema(describedSchema())).toMatchObject({ differences: [], limits: {} });
});

describe('a column', () => {
  const cases: readonly (readonly [string, Partial<FoundColumn> | null, string, string, readonly string[], string])[] =
    [
      [
        'prmchg.dscrpt',
        null,
        'missing',
        'blocks',
        changeOrders,
        'Change Order (6-4-1), Description (prmchg.dscrpt) is not there',
      ],
      ['prmchg.estovh', null, 'missing', 'note', [], 'is not there: that does no harm.'],
      [
        'prmchg.dscrpt',
        { length: 30 },
        'length',
        'narrows',
        [],
        'holds 30 characters instead of 50: longer texts are refused',
      ],
      [
        'prmchg.dscrpt',
        { length: 80 },
        'length',
        'note',
        [],
        'holds 80 characters instead of 50: longer texts are shown without their end, and Plumbline does not change them.',
      ],
      ['prmchg.ntetxt', { length: 1000 }, 'length', 'narrows', [], 'holds 1000 characters instead of any number of'],
      ['prmchg.ntetxt', { length: 4000 }, 'length', 'note', [], 'that does no harm'],
      ['jobphs.phsnme', { length: 20 }, 'length', 'note', [], 'Phases'],
      ['prmchg.dscrpt', { type: 'varchar' }, 'type', 'note', [], 'is varchar(50) instead of nvarchar(50)'],
      [
        'prmchg.dscrpt',
        { type: 'ntext', length: null },
        'type',
        'blocks',
        changeOrders,
        'is ntext instead of nvarchar(50)',
      ],
      [
        'pmcgln.reqprc',
        { precision: 9 },
        'precision',
        'narrows',
        [],
        'has 7 digits before the point and 2 after it instead of 10',
      ],
      ['pmcgln.reqprc', { precision: 14 }, 'precision', 'note', [], 'has 12 digits before the point'],
      ['pmcgln.reqprc', { precision: 14, scale: 4 }, 'precision', 'blocks', changeOrders, '4 after it instead'],
      [
        'pmcgln.reqprc',
        { type: 'money', precision: null, scale: null },
        'type',
        'blocks',
        changeOrders,
        'is money instead of decimal(12,2)',
      ],
      ['prmchg.delreq', { type: 'smallint' }, 'type', 'narrows', [], 'numbers that do not fit are refused'],
      ['prmchg.status', { type: 'tinyint' }, 'type', 'note', [], 'is tinyint instead of int'],
      ['prmchg.chgdte', { type: 'datetime' }, 'type', 'note', [], 'is datetime instead of date'],
      [
        'prmchg.upddte',
        { type: 'smalldatetime' },
        'type',
        'blocks',
        changeOrders,
        'is smalldatetime instead of datetime',
      ],
      // Read as described, but what is written comes back with blanks, or without milliseconds.
      ['prmchg.dscrpt', { type: 'nchar' }, 'type', 'blocks', changeOrders, 'is nchar(50) instead of nvarchar(50)'],
      ['prmchg.upddte', { type: 'datetime2', scale: 2 }, 'type', 'blocks', changeOrders, 'is datetime2(2) instead of'],
      ['prmchg.upddte', { type: 'datetime2', scale: 7 }, 'type', 'note', [], 'is datetime2(7) instead of datetime'],
      ['jobphs.phsnme', { type: 'char' }, 'type', 'note', [], 'is char(50) instead of nvarchar(50)'],
      ['prmchg.phsnum', { nullable: false }, 'nullability', 'blocks', creating, 'must have a value (NOT NULL)'],
      ['prmchg.dscrpt', { nullable: true }, 'nullability', 'note', [], 'may be empty (NULL)'],
      [
        'prmchg.ovhamt',
        { default: null },
        'default',
        'blocks',
        creating,
        'has no default value: until somebody has looked at it, new change orders',
      ],
      ['prmchg.ovhamt', { default: '1' }, 'default', 'blocks', creating, 'gets 1 where nothing is given'],
      ['prmchg.reqamt', { default: null }, 'default', 'note', [], 'has no default value: that does no harm.'],
      ['sbcgln.vndnum', { default: '0' }, 'default', 'blocks', adding, 'gets 0 where nothing is given'],
      ['prmchg.recnum', { identity: true }, 'identity', 'note', [], 'is numbered by the database itself'],
      ['prmchg.jobnum', { identity: true }, 'identity', 'blocks', creating, 'is numbered by the database itself'],
      [
        'prmchg.appamt',
        { computed: true },
        'computed',
        'blocks',
        changeOrders,
        'is computed by the database and cannot be written',
      ],
      ['prmchg.ovhamt', { computed: true }, 'computed', 'note', [], 'is computed by the database'],
    ];

  it.each(cases)('%s with %o: %s', (place, change, aspect, effect, kinds, words) => {
    const { differences } = compareSchema(withColumn(place, change));
    const [first] = differences.filter((one) => one.aspect === aspect);
    expect(first).toMatchObject({ table: place.split('.')[0], column: place.split('.')[1], effect, kinds });
    expect(first?.sentence).toContain(words);
  });

  it.each([
    ['0', '0.00'],
    ['0.000', '0.00'],
  ])('that counts from %s instead of %s counts from the same', (present) => {
    expect(compareSchema(withColumn('prmchg.ovhamt', { default: present })).differences).toEqual([]);
  });

  it('that nobody knows and that must have a value stops new rows; one that may stay empty does not', () => {
    const strict = compareSchema(withExtra({ table: 'prmchg', column: 'region' })).differences;
    expect(strict).toMatchObject([{ column: 'region', aspect: 'extraRequired', effect: 'blocks', kinds: creating }]);
    expect(strict[0]?.sentence).toContain('a column not known (prmchg.region) must have a value in every new row');
    for (const filled of [
      { nullable: true },
      { default: '0' },
      { identity: true },
      { computed: true },
      { type: 'timestamp' },
    ]) {
      expect(compareSchema(withExtra({ table: 'prmchg', column: 'region', ...filled })).differences).toEqual([]);
    }
    expect(compareSchema(withExtra({ table: 'jobphs', column: 'region' })).differences).toEqual([]);
  });
});

it('a missing table is one difference, and stops everything', () => {
  const schema = describedSchema();
  const without = { ...schema, columns: schema.columns.filter(({ table }) => table !== 'sbcgln') };
  expect(compareSchema(without).differences).toMatchObject([
    { table: 'sbcgln', column: null, aspect: 'missing', effect: 'blocks', kinds: changeOrders },
  ]);
});

describe('a trigger', () => {
  const trigger = (change: Partial<FoundTrigger>): FoundTrigger => ({
    table: 'prmchg',
    name: 'keeps_history',
    insteadOf: false,
    enabled: true,
    onInsert: true,
    onUpdate: true,
    definition: '120:7',
    ...change,
  });
  const found = (change: Partial<FoundTrigger>) =>
    compareSchema({ ...describedSchema(), triggers: [trigger(change)] }).differences;

  it('that runs afterwards is told: what it does is read back', () => {
    expect(found({})).toMatchObject([{ aspect: 'trigger', effect: 'note', found: 'AFTER trigger keeps_history' }]);
  });

  it('whose text cannot be read is said to change unnoticed', () => {
    const [{ sentence = '' } = {}] = found({ definition: '' });
    expect(sentence).toContain('its text cannot be read, so that a change of it is not noticed.');
    expect(found({})[0]?.sentence).not.toContain('cannot be read');
  });

  it('that runs instead stops what it would take over', () => {
    expect(found({ insteadOf: true })).toMatchObject([{ effect: 'blocks', kinds: changeOrders }]);
    expect(found({ insteadOf: true, onUpdate: false })).toMatchObject([{ effect: 'blocks', kinds: creating }]);
  });

  it('that is switched off, or on a table that is only read, is no difference', () => {
    expect([...found({ enabled: false }), ...found({ table: 'jobphs' })]).toEqual([]);
  });
});

describe('a reference', () => {
  const { foreignKeys } = describedSchema();
  const vendors = foreignKeys.findIndex(({ table, column }) => table === 'sbcgln' && column === 'vndnum');

  it('that Sage does not keep up is told; one that leads elsewhere stops what writes it', () => {
    const gone = { ...describedSchema(), foreignKeys: foreignKeys.toSpliced(vendors, 1) };
    expect(compareSchema(gone).differences).toMatchObject([{ aspect: 'foreignKey', column: 'vndnum', effect: 'note' }]);
    const elsewhere = { table: 'sbcgln', column: 'vndnum', references: 'employ', referencesColumn: 'recnum' };
    const other = { ...describedSchema(), foreignKeys: foreignKeys.toSpliced(vendors, 1, elsewhere) };
    const [difference] = compareSchema(other).differences;
    expect(difference).toMatchObject({ effect: 'blocks', kinds: adding });
    expect(difference?.sentence).toContain('Vendor (sbcgln.vndnum) points to employ.recnum instead of actpay.recnum');
  });
});

it('whatever single thing of a used column changes, it is reported by the name of the column', () => {
  const places = Object.entries(tableUses).flatMap(([table, use]) =>
    [...usedColumns(use)].map((name) => `${table}.${name}`),
  );
  const changes: readonly ((column: FoundColumn) => Partial<FoundColumn> | null)[] = [
    () => null,
    () => ({ type: 'xml', length: null, precision: null, scale: null }),
    ({ length }) => (typeof length === 'number' ? { length: length + 1 } : { identity: true }),
    ({ precision }) => (precision === null ? { computed: true } : { precision: precision - 1 }),
    ({ nullable }) => ({ nullable: !nullable }),
    () => ({ default: 'something else' }),
    () => ({ identity: true }),
    () => ({ computed: true }),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.constantFrom(...changes), (place, change) => {
      const column = describedSchema().columns.find((one) => `${one.table}.${one.column}` === place);
      if (column === undefined) throw new Error(`${place} is used but not described`);
      const { differences } = compareSchema(withColumn(place, change(column)));
      expect(differences.length).toBeGreaterThan(0);
      for (const one of differences) {
        expect(`${one.table}.${one.column}`).toBe(place);
        expect(one.sentence).toContain(`(${place})`);
        expect(one.kinds.length > 0).toBe(one.effect === 'blocks');
      }
    }),
    { numRuns: 500 },
  );
});

it('only what is written narrows a limit', () => {
  for (const [table, use] of Object.entries(tableUses)) {
    for (const name of usedColumns(use)) {
      const { limits } = compareSchema(withColumn(`${table}.${name}`, { length: 1 }));
      const text = describedSchema().columns.find((one) => one.table === table && one.column === name);
      const narrows = text?.type === 'nvarchar' && text.length !== 1 && writtenColumns(use).has(name);
      expect(limits).toEqual(narrows ? { [`${table}.${name}`]: { length: 1 } } : {});
    }
  }
});
