import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHome } from '../../electron/hosts/homeFolder.ts';
import { openStore } from '../../electron/store/store.ts';
import type { Bench, Figure } from './figure.ts';
import { inFolder } from './folder.ts';
import { measureScreen } from './logScreen.ts';
import { measureStore } from './logStore.ts';
import { corCount, fillWithCors } from './manyCors.ts';
import { createSampleFile } from './sampleFile.ts';
import { companyId } from './workerCompany.ts';

/** The longest list that people look at. */
export const logBench: Bench = {
  name: 'log',
  title: `Change Order Log with ${corCount.toLocaleString('en-US')} CORs`,
  run: ({ rounds }) =>
    inFolder(async (folder) => {
      const home = openHome(join(folder, 'home'));
      if (!home.ok) throw new Error(home.failure.sentence);
      const figures = withStore(home.value.storeFile(companyId), rounds(40));
      const database = join(folder, 'sample.db');
      await createSampleFile(database, 1);
      const configFile = join(folder, 'config.json');
      writeFileSync(
        configFile,
        JSON.stringify({
          company: { id: companyId, name: 'Cascade Ridge Builders' },
          sage: { kind: 'odbc', dialect: 'sqlite', connection: { database } },
          clearstory: { sandbox: true },
        }),
      );
      return [...figures, ...(await measureScreen(home.value.folder, configFile, rounds(60)))];
    }),
};

function withStore(file: string, rounds: number): readonly Figure[] {
  const opened = openStore({ file, company: companyId });
  if (!opened.ok) throw new Error(opened.failure.sentence);
  const store = opened.value;
  try {
    fillWithCors(store);
    // The timers rest: a pull would look for these CORs in Clearstory and forget them.
    store.settings.write({ ...store.settings.read(), pausedUntil: '2999-01-01T00:00:00.000Z' });
    return measureStore(store, rounds);
  } finally {
    store.close();
  }
}
