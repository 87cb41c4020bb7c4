import { describe, expect, it } from 'vitest';
import { certificateFileTooLong, longestCertificateFile } from '#shared/contract/certificates.ts';
import { certificationCases } from '#shared/domain/certification/cases.ts';
import type { EntryDifference } from '#shared/domain/certification/compareChanges.ts';
import { historyQuery } from '../../contracts/storeRig.ts';
import { type EngineRig, startRig } from './rig.ts';
import { type SageProgram, saveInSage } from './sageProgram.ts';

const user = 'supervisor';

const certificate = {
  format: 1,
  id: '11111111-1111-4111-8111-111111111111',
  fingerprint: 'a'.repeat(64),
  kinds: ['changeOrder.create'],
  parts: [],
  accepted: [],
  database: 'Sample Company',
  serverVersion: '15.0.2000.5',
  by: 'Dana Reyes',
  at: '2026-11-20T10:00:00.000Z',
};

/** Begins in the first job whose subcontract can be changed. */
async function begun(given?: EngineRig): Promise<EngineRig> {
  const rig = given ?? (await startRig());
  await rig.sync('sage');
  const [row] = await rig.inSage(
    'SELECT CAST(s.jobnum AS TEXT) AS job FROM subcon s JOIN actrec j ON j.recnum = s.jobnum WHERE s.status IN (3, 4) AND s.lckedt = 0 AND j.status = 4 AND j.inactv = 0 ORDER BY s.recnum',
  );
  await rig.ask('certification.begin', { job: String(row?.job), confirmed: '' });
  return rig;
}

async function differencesOf(rig: EngineRig, program: SageProgram): Promise<readonly EntryDifference[]> {
  const { sheet } = await rig.ask('certification.example', {});
  await saveInSage(rig, sheet, program);
  await rig.ask('certification.compare', {});
  const { state } = await rig.ask('certification.get', {});
  if (state.name !== 'judging') throw new Error(`Not compared: ${state.name}`);
  return state.differences;
}

describe('certification', () => {
  it('says in the certificate which columns were not compared', async () => {
    const rig = await startRig();
    await rig.inSage('CREATE TABLE extra (a INTEGER, photo BLOB)');
    await begun(rig);
    await differencesOf(rig, { user });
    expect(await rig.ask('certification.get', {})).toMatchObject({ uncompared: ['extra.photo (BLOB)'] });
    await rig.ask('certification.proceed', {});
    const { certificates } = await rig.ask('certificates.list', {});
    expect(certificates).toMatchObject([{ certificate: { uncompared: ['extra.photo (BLOB)'] } }]);
  });

  it('makes a certificate of each case for this schema, which can be exported, imported elsewhere once, and revoked', async () => {
    const rig = await begun();
    await differencesOf(rig, { user });
    await rig.ask('certification.proceed', {});
    const { certificates } = await rig.ask('certificates.list', {});
    expect(certificates).toMatchObject([
      { certificate: { kinds: ['changeOrder.create'], parts: [], accepted: [], by: 'Dana Reyes' } },
    ]);
    const { text } = await rig.ask('certificates.export', {});
    const elsewhere = await startRig();
    expect(await elsewhere.ask('certificates.import', { text })).toEqual({ imported: 1, skipped: 0 });
    expect(await elsewhere.ask('certificates.import', { text })).toEqual({ imported: 0, skipped: 1 });
    const id = certificates[0]?.certificate.id ?? '';
    await elsewhere.ask('certificates.revoke', { id, reason: 'Made on another version' });
    expect((await elsewhere.ask('certificates.list', {})).certificates).toEqual([]);
    expect(await elsewhere.ask('certificates.import', { text })).toEqual({ imported: 0, skipped: 1 });
    expect((await elsewhere.refused('certificates.import', { text: '{}' })).code).toBe('certificates.file');
  });

  it('is made by whoever asks: an operator elsewhere, and not the account that Plumbline runs under', async () => {
    const rig = await begun();
    const { sheet } = await rig.ask('certification.example', {});
    await saveInSage(rig, sheet, { user });
    for (const channel of ['certification.compare', 'certification.proceed']) {
      expect(await rig.engine.request(channel, {}, 'Lee Novak')).toMatchObject({ ok: true });
    }
    const { certificates } = await rig.ask('certificates.list', {});
    expect(certificates).toMatchObject([{ certificate: { by: 'Lee Novak' } }]);
    expect(await rig.inSage('SELECT person FROM plumbline_push_marker')).toEqual([{ person: 'Lee Novak' }]);
    const lines = rig.store.history.list(historyQuery({ kinds: ['writing'] })).rows;
    expect(lines).toMatchObject([
      {
        by: 'Lee Novak',
        sentence: expect.stringMatching(/^Lee Novak certified: /),
        detail: expect.stringContaining('own Plumbline says'),
      },
    ]);
  });

  it('is imported once from a file that holds a certificate twice, and refused from one that no comparison can have made', async () => {
    const rig = await startRig();
    const file = (...certificates: readonly object[]) => JSON.stringify({ plumblineCertificates: certificates });
    const twice = file(certificate, certificate);
    expect(await rig.ask('certificates.import', { text: twice })).toEqual({ imported: 1, skipped: 1 });
    const other = { ...certificate, id: '22222222-2222-4222-8222-222222222222' };
    for (const wrong of [{ id: 'x' }, { at: 'tomorrow' }, { by: 'x'.repeat(1000) }, { fingerprint: 'x' }]) {
      const text = file({ ...other, ...wrong });
      expect((await rig.refused('certificates.import', { text })).code).toBe('certificates.file');
    }
    expect((await rig.ask('certificates.list', {})).certificates).toHaveLength(1);
  });

  it('is refused in plain words from a file that is longer than any of Plumbline’s', async () => {
    const rig = await startRig();
    for (const length of [longestCertificateFile + 1, 230_000]) {
      expect(await rig.refused('certificates.import', { text: 'x'.repeat(length) })).toEqual({
        next: 'needsPerson',
        code: 'certificates.tooLong',
        sentence: certificateFileTooLong,
      });
    }
  });

  it('finds nothing to tell when Sage stores what Plumbline writes, in every case to the end', async () => {
    const rig = await begun();
    for (const one of certificationCases) {
      expect({ one, differences: await differencesOf(rig, { user }) }).toEqual({ one, differences: [] });
      await rig.ask('certification.proceed', {});
    }
    const { state } = await rig.ask('certification.get', {});
    expect(state).toMatchObject({
      name: 'finished',
      results: certificationCases.map((one) => ({ case: one, accepted: [] })),
    });
  });

  it('names the field in which Sage’s program stores something else, and goes on only when it is accepted with a reason', async () => {
    const rig = await begun();
    const differences = await differencesOf(rig, {
      user,
      stores: (table, column, value) => (table === 'prmchg' && column === 'cstamt' ? '0.00' : value),
    });
    expect(differences).toEqual([
      {
        table: 'prmchg',
        column: 'cstamt',
        place: 'Change Order (6-4-1), Cost Amount',
        bySage: '0.00',
        byPlumbline: '725.25',
      },
    ]);
    expect((await rig.refused('certification.proceed', {})).sentence).toContain('accept the differences');
    await rig.ask('certification.accept', { table: 'prmchg', column: 'cstamt', reason: 'Only a report uses it' });
    await rig.ask('certification.proceed', {});
    expect((await rig.ask('certification.get', {})).state).toMatchObject({
      name: 'typing',
      caseIndex: 1,
      results: [{ case: 'open', accepted: [{ column: 'cstamt', reason: 'Only a report uses it' }] }],
    });
  });

  it('tells of rows that Sage’s program writes besides, in whatever table', async () => {
    const rig = await begun();
    await rig.inSage("INSERT INTO vndtyp (_idnum, recnum, typnme, ntetxt) VALUES ('x', 990, 'Side effect', '')");
    expect(await differencesOf(rig, { user })).toEqual([
      { table: 'vndtyp', column: null, place: expect.any(String), bySage: 'insert of a row', byPlumbline: null },
    ]);
  });

  it('ends when Sage is updated in the middle: no certificate is for a schema on which nothing was compared', async () => {
    const rig = await begun();
    const { sheet } = await rig.ask('certification.example', {});
    await rig.inSage('CREATE TRIGGER updated AFTER INSERT ON prmchg BEGIN SELECT 1; END');
    await rig.sync('sage');
    await saveInSage(rig, sheet, { user });
    expect(await rig.refused('certification.compare', {})).toMatchObject({ code: 'certification.schemaChanged' });
    expect(await rig.inSage('SELECT * FROM plumbline_push_marker')).toEqual([]);
  });

  it('waits until the example is in Sage under its number, and writes nothing before', async () => {
    const rig = await begun();
    expect((await rig.refused('certification.compare', {})).sentence).toContain('Nothing has changed in Sage yet');
    await rig.inSage("UPDATE actrec SET contct = 'Somebody' WHERE recnum = 2402");
    expect((await rig.refused('certification.compare', {})).sentence).toContain('no new change order');
    const { numbers } = await rig.ask('certification.get', {});
    expect(await rig.inSage('SELECT recnum FROM prmchg WHERE chgnum = ?', numbers?.written ?? '')).toEqual([]);
  });

  it('is not begun in a job without a subcontract, and says which job would do', async () => {
    const rig = await startRig();
    await rig.sync('sage');
    const [row] = await rig.inSage(
      'SELECT CAST(recnum AS TEXT) AS job FROM actrec WHERE recnum NOT IN (SELECT jobnum FROM subcon) ORDER BY recnum',
    );
    const failure = await rig.refused('certification.begin', { job: String(row?.job), confirmed: '' });
    expect(failure).toMatchObject({ code: 'certification.unfit' });
    expect(failure.sentence).toContain('choose another job');
  });

  it('can be ended at any time, and another one begun', async () => {
    const rig = await begun();
    await rig.ask('certification.abandon', {});
    expect((await rig.ask('certification.get', {})).state).toEqual({ name: 'idle' });
    expect((await rig.refused('certification.compare', {})).code).toBe('certification.notNow');
  });
});
