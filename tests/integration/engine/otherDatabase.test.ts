import { expect, it } from 'vitest';
import { succeed } from '#shared/domain/failure.ts';
import type { SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import { otherWrites } from './answers.ts';
import { startRig } from './rig.ts';
import { approve, corsOf, isToPush, mapJob } from './steps.ts';

type Database = { guid: string; isBusy: boolean };

/** As SQL Server numbers its databases: the number goes with a database wherever it is restored. */
function numbered(database: Readonly<Database>) {
  return (real: SageCompany): SageCompany => ({
    ...real,
    beginWriting: async () => (database.isBusy ? otherWrites : real.beginWriting()),
    inspect: async (markers, at) => {
      const inspected = await real.inspect(markers, at);
      if (!inspected.ok) return inspected;
      return succeed({ ...inspected.value, books: { server: 'OFFICE', database: 'Cascade', guid: database.guid } });
    },
  });
}

async function withOneApproved() {
  const database: Database = { guid: '11111111-0000-4000-8000-000000000001', isBusy: true };
  const rig = await startRig({ sage: numbered(database) });
  const projectId = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, projectId)).find(isToPush);
  const id = await approve(rig, [cor?.id ?? '']);
  await rig.sync('push');
  database.isBusy = false;
  return { rig, database, id };
}

const other = {
  outcome: 'failed',
  failure: {
    next: 'needsPerson',
    code: 'company.otherDatabase',
    sentence: expect.stringContaining('One change order'),
  },
};

it('another database in the place of the one that a push was approved for is neither read nor written', async () => {
  const { rig, database, id } = await withOneApproved();
  const before = await rig.inSage('SELECT * FROM prmchg');
  database.guid = '22222222-0000-4000-8000-000000000002';
  expect((await rig.sync('sage'))[0]).toMatchObject(other);
  expect((await rig.sync('push'))[0]).toMatchObject(other);
  expect((await rig.ask('queue.get', { id })).transfer.state.name).toBe('queued');
  expect(await rig.inSage('SELECT * FROM prmchg')).toEqual(before);

  database.guid = '11111111-0000-4000-8000-000000000001';
  expect(await rig.sync('sage', 'push')).toMatchObject([{ outcome: 'ok' }, { outcome: 'ok' }]);
  expect((await rig.ask('queue.get', { id })).transfer.state.name).toBe('done');
});

it('the new one is taken once nothing waits for the former one', async () => {
  const { rig, database, id } = await withOneApproved();
  database.guid = '22222222-0000-4000-8000-000000000002';
  expect((await rig.sync('sage'))[0]).toMatchObject(other);
  await rig.ask('queue.withdraw', { id });
  expect((await rig.sync('sage'))[0]).toMatchObject({ outcome: 'ok' });
});
