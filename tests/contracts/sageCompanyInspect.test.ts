import { symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sampleFingerprint } from './sageCompanyPlans.ts';
import { adapters, companyOver, got, onServer, sampleFiles } from './sageCompanyRig.ts';

const files = sampleFiles();
const at = '2026-11-30T10:00:00.000Z';

describe.each(adapters)('inspecting a sample company over $name', ({ open }) => {
  const inspected = async () => {
    const file = files.fresh();
    return got(await companyOver(() => open(file)).inspect('sampleFile', at));
  };

  test('it is exactly what is described', async () => {
    const { catalog } = await inspected();
    expect(catalog.differences).toEqual([]);
    expect(catalog.fingerprint).toBe(sampleFingerprint);
    expect(catalog.limits).toEqual({});
    expect(catalog.readAt).toBe(at);
  });

  test('row ids are given, record numbers and lines are the highest + 1', async () => {
    const { allocations } = (await inspected()).catalog;
    for (const [column, how] of Object.entries(allocations)) {
      expect([column, how]).toEqual([column, column.endsWith('._idnum') ? 'given' : 'highest']);
    }
    const known = [
      'prmchg.recnum',
      'pmcgln.linnum',
      'sbcgln.linnum',
      'sbcnln.linnum',
      'acpinv.recnum',
      'jobcst.recnum',
    ];
    expect(Object.keys(allocations)).toEqual(expect.arrayContaining(known));
  });

  test.skipIf(onServer)(
    'its proofs can be kept in its own file, and it has neither rights nor a clock of its own',
    async () => {
      const { marker, rights, serverTime } = await inspected();
      expect(marker).toEqual({ store: 'sampleFile', problem: null });
      expect(rights).toEqual([]);
      expect(serverTime).toBeNull();
    },
  );
});

test('a database says the same of itself by whatever way it is reached', async () => {
  const file = files.fresh();
  const said = [];
  for (const { open } of adapters) said.push(got(await companyOver(() => open(file)).inspect('sampleFile', at)).books);
  expect(said[0]).not.toBeNull();
  expect(new Set(said.map((books) => JSON.stringify(books))).size).toBe(1);
  if (onServer) return;
  const alias = `${file}.alias`;
  symlinkSync(file, alias);
  for (const { open } of adapters) {
    expect(got(await companyOver(() => open(alias)).inspect('sampleFile', at)).books).toEqual(said[0]);
  }
  for (const { open } of adapters) {
    const other = files.fresh();
    expect(got(await companyOver(() => open(other)).inspect('sampleFile', at)).books).not.toEqual(said[0]);
  }
});

test('both adapters see the same schema', async () => {
  const fingerprints = new Set<string>();
  for (const { open } of adapters) {
    const file = files.fresh();
    fingerprints.add(got(await companyOver(() => open(file)).inspect('sampleFile', at)).catalog.fingerprint);
  }
  expect(fingerprints.size).toBe(1);
});
