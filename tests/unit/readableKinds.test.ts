import { describe, expect, it } from 'vitest';
import type { CatalogDifference, Inspection, Right } from '#shared/domain/sage/catalog.ts';
import { sageKinds } from '#shared/domain/sage/facts.ts';
import { readableKinds } from '#shared/domain/sage/readableKinds.ts';

const inspection = (differences: readonly CatalogDifference[], rights: readonly Right[]): Inspection => ({
  catalog: { fingerprint: 'f', readAt: '', serverVersion: '', differences, limits: {}, allocations: {} },
  rights,
  marker: { store: 'companionDatabase', problem: null },
  serverTime: null,
});
const lacking = (table: string, column: string | null): CatalogDifference => ({
  table,
  column,
  aspect: 'missing',
  expected: '',
  found: 'nothing',
  effect: 'blocks',
  kinds: [],
  sentence: '',
});
const forbidden = (on: string): Right => ({ on, right: 'SELECT', purpose: 'read', held: false });

describe('what a pull reads of a company', () => {
  it('is everything where all is as described, or nobody has looked yet', () => {
    expect(readableKinds(inspection([], []))).toEqual({ kinds: sageKinds, left: [] });
    expect(readableKinds(null)).toEqual({ kinds: sageKinds, left: [] });
  });

  it('leaves out a kind of Procore’s whose column this version of Sage has not, and reads all others', () => {
    const { kinds, left } = readableKinds(inspection([lacking('apivln', 'actnum')], []));
    expect(left).toEqual([{ kind: 'payableInvoice', on: 'apivln.actnum' }]);
    expect(kinds).toEqual(sageKinds.filter((kind) => kind !== 'payableInvoice'));
  });

  it('does not mind a column that is not read', () => {
    expect(readableKinds(inspection([lacking('apivln', 'linref')], [])).left).toEqual([]);
  });

  it('leaves out what the login may not see', () => {
    const { left } = readableKinds(inspection([], [forbidden('pchord'), forbidden('lgract')]));
    expect(left).toEqual([
      { kind: 'ledgerAccount', on: 'lgract' },
      { kind: 'purchaseOrder', on: 'pchord' },
    ]);
  });

  it('always asks for change orders, so that what keeps them from being read is said aloud', () => {
    expect(readableKinds(inspection([lacking('prmchg', null)], [forbidden('prmchg')])).left).toEqual([]);
  });
});
