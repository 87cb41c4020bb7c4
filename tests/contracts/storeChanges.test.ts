import { describe, expect, it } from 'vitest';
import { vendorOf } from './procoreRecords.ts';
import { freshStore, job } from './storeRig.ts';

describe('the number of changes', () => {
  it('is another one after every row that changed, and the same while none does', () => {
    const store = freshStore();
    const seen = [store.changes()];
    const saved = (work: () => unknown) => {
      work();
      seen.push(store.changes());
      expect(store.changes()).toBe(seen.at(-1));
    };
    saved(() => store.sage.upsert('job', [job('200')]));
    saved(() => store.procore.records.upsert('vendor', [vendorOf('7', 'Harbor Electric')]));
    saved(() => store.notes.write('swept', 'today'));
    saved(() => store.procore.records.remove('vendor', ['7']));
    expect(new Set(seen).size).toBe(seen.length);
    expect(store.sage.get('job', '200')?.number).toBe('200');
    expect(store.changes()).toBe(seen.at(-1));
  });

  it('is none inside a transaction: what is read there may never have been', () => {
    const store = freshStore();
    expect(() =>
      store.transaction(() => {
        store.notes.write('swept', 'today');
        expect(store.changes()).toBeNull();
        throw new Error('Not saved');
      }),
    ).toThrow('Not saved');
    expect(store.changes()).not.toBeNull();
  });
});
