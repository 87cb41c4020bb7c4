import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sageTables, tableNames } from '#shared/domain/sage/schema/tables.ts';
import { rightsScripts } from '../../electron/sage/rightsScripts.ts';

const folder = join(import.meta.dirname, '../../resources/sql');
const scripts = Object.entries(rightsScripts);
const statements = scripts.flatMap(([, text]) => text.split('\n').filter((line) => !line.startsWith('--')));

it.each(scripts)('%s is what is used (renew it with: npx vitest run --project statements -u)', async (name, text) => {
  await expect(text).toMatchFileSnapshot(join(folder, name));
});

it('there are no other scripts', () => {
  expect(readdirSync(folder).sort()).toEqual(scripts.map(([name]) => name).sort());
});

describe('the rights', () => {
  const granted = statements.filter((line) => line.startsWith('GRANT '));

  it('are reading, inserting, changing single columns and seeing definitions, and nothing else', () => {
    for (const line of granted) {
      expect(line).toMatch(/^GRANT (?:SELECT|INSERT|VIEW DEFINITION|SELECT, INSERT|UPDATE) ON OBJECT::dbo\.\[\w+\]/);
      if (line.startsWith('GRANT UPDATE')) expect(line).toMatch(/\] \(\[\w+\](?:, \[\w+\])*\) TO /);
    }
    const words = statements.join(' ');
    expect(words).not.toMatch(
      /db_owner|db_datawriter|db_datareader|sysadmin|GRANT (?:ALL|EXECUTE|CONTROL|ALTER|DELETE)/,
    );
  });

  it('name only tables and columns that are described, and never those of employees, tax numbers or bank accounts', () => {
    for (const line of granted) {
      const [, table = '', columns = ''] = /OBJECT::dbo\.\[(\w+)\](?: \((.*)\))? TO/.exec(line) ?? [];
      if (table === 'push_marker') continue;
      const name = tableNames.find((one) => one === table);
      expect(name).toBeDefined();
      const known = name === undefined ? [] : sageTables[name].columns.map((column) => column.name);
      for (const [, column = ''] of columns.matchAll(/\[(\w+)\]/g)) expect(known).toContain(column);
      if (['actpay', 'reccln'].includes(table) && line.startsWith('GRANT SELECT')) expect(columns).not.toBe('');
    }
    expect(granted.join(' ')).not.toMatch(/employ|fedidn|socsec|bnkact/);
  });
});

it('each part of a script asks first whether it has been done, so that it may run twice', () => {
  for (const line of statements) {
    if (/\b(?:CREATE (?:LOGIN|USER|ROLE|DATABASE|TABLE)|DROP (?:ROLE|USER|DATABASE))\b/.test(line)) {
      expect(line.startsWith('IF ') || line.startsWith('  ')).toBe(true);
    }
  }
});

describe('undoing it for one company', () => {
  const undo = rightsScripts['9-undo-everything.sql'] ?? '';
  const batches = undo.split(/^GO$/m).map((batch) => batch.replaceAll(/^--.*$/gm, '').trim());
  const at = (words: RegExp) => batches.findIndex((batch) => words.test(batch));

  it('looks first which other company databases the login is in, and which other users keep proofs', () => {
    const companies = at(/INSERT INTO #plumbline_others SELECT N''company''/);
    const users = at(/INSERT INTO #plumbline_others SELECT N''user''/);
    for (const asked of [companies, users]) {
      expect(asked).toBeGreaterThanOrEqual(0);
      expect(asked).toBeLessThan(at(/DROP MEMBER/));
    }
    expect(batches[companies]).toContain("[name] <> N'$(CompanyDatabase)'");
    expect(batches[companies]).toContain("SUSER_SID(N''$(Login)'')");
    expect(batches[users]).toContain("plumbline_marker'') AND u.[name] <> N''$(Login)''");
  });

  it('drops no proofs that others need: it stops before anything is undone', () => {
    const stops = at(/DropMarkers.*EXISTS \(SELECT 1 FROM #plumbline_others\)\s+THROW/);
    expect(stops).toBeGreaterThanOrEqual(0);
    expect(stops).toBeLessThan(at(/DROP MEMBER/));
    expect(stops).toBeLessThan(at(/DROP DATABASE/));
    expect(batches[at(/DROP DATABASE/)]).toContain('AND NOT EXISTS (SELECT 1 FROM #plumbline_others)');
  });

  it('takes the right to the proofs from the login only while none of its other companies needs it, and the role when nobody has it', () => {
    const taken = batches.filter((batch) => batch.includes('plumbline_marker') && batch.includes('DROP'));
    expect(taken).toHaveLength(1);
    const unneeded = "AND NOT EXISTS (SELECT 1 FROM #plumbline_others WHERE [what] = N'company')\n";
    expect(taken[0]).toContain(unneeded);
    expect(taken[0]?.indexOf(unneeded)).toBeLessThan(taken[0]?.indexOf('DROP') ?? 0);
    expect(taken[0]).toMatch(
      /IF NOT EXISTS \(SELECT 1 FROM sys\.database_role_members [^;]*plumbline_marker[^;]* DROP ROLE/,
    );
  });

  it('says why a right stays', () => {
    expect(undo).toMatch(/IF EXISTS \(SELECT 1 FROM #plumbline_others WHERE \[what\] = N'company'\)\s+PRINT/);
  });
});
