import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { openStore } from '../../electron/store/store.ts';
import { opened, temporaryFolder } from '../contracts/storeRig.ts';
import { program } from '../program.ts';

const script = program('tests/integration/storeChild.ts');

function start(file: string, task: 'hold' | 'commit') {
  const child = spawn(process.execPath, [script, file, task], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, lines: createInterface({ input: child.stdout }) };
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

describe('a second Plumbline', () => {
  it('is refused while the first lives, and opens at once when the first was killed', async () => {
    const file = path.join(temporaryFolder(), 'plumbline.db');
    const { child, lines } = start(file, 'hold');
    expect(await once(lines, 'line')).toEqual(['open']);
    const second = openStore({ file, company: companyIdOf('acme') });
    expect(second).toMatchObject({
      ok: false,
      failure: { code: 'store.inUse', sentence: `Another Plumbline is already using this file: ${file}.` },
    });
    await kill(child);
    opened(file).close();
  });

  it('is refused in another process while this one has the file', async () => {
    const file = path.join(temporaryFolder(), 'plumbline.db');
    const store = opened(file);
    const { lines } = start(file, 'hold');
    expect(await once(lines, 'line')).toEqual(['refused store.inUse']);
    store.close();
  });
});

describe('a process killed in the middle of a transaction', () => {
  it('leaves exactly what was committed, in a sound file, however often it happens', async () => {
    const file = path.join(temporaryFolder(), 'plumbline.db');
    let known = 0;
    for (let round = 0; round < 6; round += 1) {
      const { child, lines } = start(file, 'commit');
      let seen = 0;
      let acknowledged = known;
      for await (const line of lines) {
        if (line.startsWith('committed')) acknowledged = Number(line.split(' ')[1]);
        else seen += 1;
        // Each round dies a little later, right after a transaction has written half of its rows.
        if (line === 'inside' && seen > round * 7) break;
      }
      await kill(child);

      const direct = new Sqlite(file);
      expect(direct.pragma('integrity_check', { simple: true })).toBe('ok');
      direct.close();
      const store = opened(file);
      const commits = Number(store.notes.read('commit') ?? '0');
      const jobs = store.imported.all();
      store.close();
      expect(commits).toBeGreaterThanOrEqual(acknowledged);
      expect(jobs).toHaveLength(commits * 10);
      known = commits;
    }
    expect(known).toBeGreaterThan(20);
  });
});
