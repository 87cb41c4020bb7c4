import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openBare, scripted, temporaryFolder } from './driverRig.ts';

describe('ODBC calls that hang', () => {
  it('hold up every file of their process, and nothing in the process that started it', async () => {
    const child = join(import.meta.dirname, 'hangingProcess.ts');
    const words = [child, scripted(), join(temporaryFolder(), 'release')];
    const running = promisify(execFile)(process.execPath, words);
    // This process is as free as ever: that is why the driver has one of its own.
    expect((await readFile(child, 'utf8')).length).toBeGreaterThan(0);
    expect((await running).stdout).toBe('held up\nread\n');
  });

  it('keep a connection from being closed when it broke: the binding gives up before it frees anything', async () => {
    const bare = await openBare('Commit=lost;');
    await bare.beginTransaction();
    await expect(bare.commit()).rejects.toMatchObject({ odbcErrors: [{ state: '08S01' }] });
    await expect(bare.close()).rejects.toThrow('Error ending potential transactions');
    expect(bare.connected).toBe(true);
  });
});
