import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Inspection } from '#shared/domain/sage/catalog.ts';
import { at, certificate, freshStore, opened, temporaryFolder } from './storeRig.ts';

const inspection: Inspection = {
  catalog: {
    fingerprint: 'f',
    readAt: at(0),
    serverVersion: '16.0',
    differences: [],
    limits: { 'prmchg.dscrpt': { length: 30 } },
    allocations: { 'prmchg.recnum': 'highest' },
  },
  rights: [{ on: 'prmchg', right: 'INSERT', purpose: 'write', held: true }],
  marker: { store: 'companionDatabase', problem: null },
  serverTime: at(0),
};

describe('the inspection', () => {
  it('is none before the first look, and the last one afterwards', () => {
    const store = freshStore();
    expect(store.inspection.read()).toBeNull();
    store.inspection.write(inspection);
    const newer = { ...inspection, catalog: { ...inspection.catalog, fingerprint: 'g' } };
    store.inspection.write(newer);
    expect(store.inspection.read()).toEqual(newer);
  });
});

describe('certificates', () => {
  it('come in the order in which they were made, and outlive a restart', () => {
    const file = path.join(temporaryFolder(), 'plumbline.db');
    const store = opened(file);
    const [late, early] = [certificate({ id: 'b', at: at(2) }), certificate({ id: 'a', at: at(1) })];
    store.certificates.save(late);
    store.certificates.save(early);
    store.close();
    const again = opened(file);
    expect(again.certificates.all()).toEqual([early, late]);
    again.close();
  });

  it('no longer count once they are revoked', () => {
    const store = freshStore();
    store.certificates.save(certificate({ id: 'a' }));
    store.certificates.save(certificate({ id: 'b' }));
    store.certificates.revoke('a');
    expect(store.certificates.all().map(({ id }) => id)).toEqual(['b']);
  });

  it('are never written over: the same one a second time is refused, and so is its return', () => {
    const store = freshStore();
    store.certificates.save(certificate({ id: 'a' }));
    expect(() => store.certificates.save(certificate({ id: 'a', by: 'Somebody else' }))).toThrow();
    store.certificates.revoke('a');
    expect(() => store.certificates.save(certificate({ id: 'a' }))).toThrow();
    expect(store.certificates.all()).toEqual([]);
  });
});
