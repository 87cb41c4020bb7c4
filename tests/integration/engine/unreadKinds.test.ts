import { describe, expect, it } from 'vitest';
import { fail } from '#shared/domain/failure.ts';
import { sageKinds } from '#shared/domain/sage/facts.ts';
import { startRig } from './rig.ts';

describe('a kind of records that cannot be read', () => {
  it('keeps none of the others from being read, is named by the run, and is read whole as soon as it can be', async () => {
    const rig = await startRig();
    const [invoice, gone] = await rig.inSage('SELECT recnum, invttl FROM acpinv ORDER BY recnum');
    const [record, amount] = [String(invoice?.recnum), String(invoice?.invttl)];
    await rig.inSage("UPDATE acpinv SET invttl = 'x1.00' WHERE recnum = ?", record);

    const [first] = await rig.sync('sage');
    expect(first).toMatchObject({
      outcome: 'partial',
      failure: { code: 'sage.kindUnread', detail: expect.stringContaining("acpinv.invttl holds 'x1.00'") },
      sentence: expect.stringContaining('not its payable invoices: '),
    });
    const counts = () => Object.fromEntries(sageKinds.map((kind) => [kind, rig.store.sage.count(kind)]));
    expect(Object.entries(counts()).filter(([, count]) => count === 0)).toEqual([['payableInvoice', 0]]);
    expect(rig.store.notes.read('sage.sweptAt')).not.toBeNull();

    await rig.inSage("UPDATE actrec SET shtnme = 'Renamed' WHERE recnum = 2402");
    expect(await rig.sync('sage')).toMatchObject([{ outcome: 'partial' }]);
    expect(rig.store.sage.get('job', '2402')).toMatchObject({ shortName: 'Renamed' });

    await rig.inSage('UPDATE acpinv SET invttl = ? WHERE recnum = ?', amount, record);
    expect(await rig.sync('sage')).toMatchObject([{ outcome: 'ok' }]);
    expect(rig.store.sage.get('payableInvoice', record)).not.toBeNull();

    // A row that went while nobody could read the kind, and the reason with it.
    await rig.inSage("UPDATE acpinv SET invttl = 'x1.00' WHERE recnum = ?", record);
    await rig.sync('sage');
    await rig.inSage('UPDATE acpinv SET invttl = ? WHERE recnum = ?', amount, record);
    await rig.inSage('DELETE FROM apivln WHERE recnum = ?', String(gone?.recnum));
    await rig.inSage('DELETE FROM acpinv WHERE recnum = ?', String(gone?.recnum));
    await rig.sync('sage');
    expect(rig.store.sage.get('payableInvoice', String(gone?.recnum))).toBeNull();
  });

  it('fails the run where change orders need it, after everything else was read', async () => {
    const rig = await startRig();
    await rig.inSage("UPDATE prmchg SET appamt = 'x1.00' WHERE recnum = (SELECT MIN(recnum) FROM prmchg)");
    const [run] = await rig.sync('sage');
    expect(run).toMatchObject({ outcome: 'failed', failure: { code: 'sage.data' } });
    expect(run?.sentence).toContain('not its change orders: ');
    expect(rig.store.sage.count('payableInvoice')).toBeGreaterThan(0);
  });

  it('is found among the fingerprints as well, of which one that cannot be taken spoils all', async () => {
    const rig = await startRig({
      sage: (real) => ({
        ...real,
        fingerprints: async (kinds) =>
          kinds.includes('ledgerAccount')
            ? fail({ next: 'needsPerson', code: 'sage.data', sentence: 'Arithmetic overflow.' })
            : real.fingerprints(kinds),
      }),
    });
    expect(await rig.sync('sage')).toMatchObject([{ outcome: 'ok' }]);
    expect(rig.store.sage.count('ledgerAccount')).toBeGreaterThan(0);
    await rig.inSage("UPDATE lgract SET lngnme = 'Renamed' WHERE recnum = (SELECT MIN(recnum) FROM lgract)");
    const [again] = await rig.sync('sage');
    expect(again).toMatchObject({ outcome: 'ok', changed: 1 });
  });

  it('is not looked for where contact was lost: nobody waits for every kind in turn', async () => {
    let asked = 0;
    const rig = await startRig({
      sage: (real) => ({
        ...real,
        read: async () => {
          asked += 1;
          return fail({ next: 'retry', code: 'sage.unreachable', sentence: 'Sage has not answered.' });
        },
      }),
    });
    expect(await rig.sync('sage')).toMatchObject([{ outcome: 'failed', failure: { code: 'sage.unreachable' } }]);
    expect(asked).toBe(1);
  });
});
