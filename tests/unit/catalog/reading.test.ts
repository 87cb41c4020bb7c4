import { describe, expect, it } from 'vitest';
import { describedSchema } from '#shared/domain/sage/catalog/described.ts';
import { type FoundSchema, isGenerator, plainDefault } from '#shared/domain/sage/catalog/found.ts';
import { fingerprintOf, readSchema } from '../../../electron/sage/catalog/readCatalog.ts';
import type { SqlConnection } from '../../../electron/sage/connection.ts';
import { createMssqlDialect } from '../../../electron/sage/dialect/mssql.ts';
import { catalogAnswer } from '../../contracts/catalogRows.ts';
import { withColumn, withExtra } from './mutations.ts';

/** A SQL Server that has this schema. */
function serverWith(schema: FoundSchema): SqlConnection {
  const nothing = async () => undefined;
  const query = async (sql: string) => catalogAnswer(sql, schema) ?? [];
  return { query, begin: nothing, commit: nothing, rollback: nothing, close: nothing };
}

const read = (schema: FoundSchema) => readSchema(serverWith(schema), createMssqlDialect().catalog);

describe('the catalog of SQL Server', () => {
  it('is understood as it is: sizes where a type has one, flags, defaults without their brackets', async () => {
    const trigger = {
      table: 'prmchg',
      name: 'history',
      insteadOf: true,
      enabled: false,
      onInsert: true,
      onUpdate: false,
    };
    const schema = {
      ...withColumn('prmchg.upddte', { type: 'datetime2', scale: 7 }),
      triggers: [{ ...trigger, definition: '120:-7' }],
    };
    expect(await read(schema)).toEqual(schema);
  });

  it('has the fingerprint of a sample company when it is the same', async () => {
    expect(fingerprintOf(await read(describedSchema()))).toBe(fingerprintOf(describedSchema()));
  });
});

describe('the fingerprint', () => {
  const plain = fingerprintOf(describedSchema());

  it.each([
    ['a shorter column', withColumn('prmchg.dscrpt', { length: 30 })],
    ['a column that is described and not used', withColumn('prmchg.estovh', null)],
    [
      'a new column of a table that is written, even an optional one',
      withExtra({ table: 'prmchg', column: 'region', nullable: true }),
    ],
    ['another default', withColumn('sbcgln.chgsts', { default: '2' })],
  ])('is another one after %s', (_, schema) => {
    expect(fingerprintOf(schema)).not.toBe(plain);
  });

  it('is another one after a trigger was made, changed or switched off', () => {
    const trigger = {
      table: 'pmcgln',
      name: 'history',
      insteadOf: false,
      enabled: true,
      onInsert: true,
      onUpdate: true,
    };
    const all = [{ definition: '1:1' }, { definition: '1:2' }, { definition: '1:2', enabled: false }].map((change) =>
      fingerprintOf({ ...describedSchema(), triggers: [{ ...trigger, ...change }] }),
    );
    expect(new Set([plain, ...all]).size).toBe(4);
  });

  it('is the same whatever happens to columns that are neither read nor in a table that is written, and in whatever order they come', () => {
    expect(fingerprintOf(withExtra({ table: 'jobphs', column: 'region' }))).toBe(plain);
    const { columns, ...rest } = describedSchema();
    expect(fingerprintOf({ ...rest, columns: columns.toReversed() })).toBe(plain);
  });
});

describe('a default', () => {
  it.each([
    ['((0))', '0'],
    ["('')", ''],
    ["(N'it''s')", "it's"],
    ['(newid())', 'newid()'],
    ['((1)+(2))', '(1)+(2)'],
    ["'0.00'", '0.00'],
    ['CREATE DEFAULT dbo.zero AS 0', '0'],
  ])('%s is the value %s', (text, value) => {
    expect(plainDefault(text)).toBe(value);
  });

  it('makes a value for each row only where it is a function for that', () => {
    for (const text of ['newid()', 'NEWSEQUENTIALID()', 'NEXT VALUE FOR dbo.numbers'])
      expect(isGenerator(text)).toBe(true);
    for (const text of ['0', '', '-1.5', 'NULL']) expect(isGenerator(text)).toBe(false);
  });
});
