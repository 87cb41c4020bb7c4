import { writeSync } from 'node:fs';
import { companyIdOf } from '#shared/domain/company.ts';
import type { Store } from '../../electron/engine/ports/store.ts';
import { openStore } from '../../electron/store/store.ts';

/**
 * Runs in a process of its own: opens the store and says so, then holds it, or commits without end. Each commit writes one note
 * and ten imported jobs; its number is printed only after the transaction has returned.
 */
const [file = '', task = ''] = process.argv.slice(2);
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

const result = openStore({ file, company: companyIdOf('acme') });
if (!result.ok) say(`refused ${result.failure.code}`);
else if (task === 'hold') {
  // Referring to the store keeps it from being collected, which would close the file.
  process.stdin.once('end', result.value.close).resume();
  say('open');
} else commitForever(result.value);

function commitForever(store: Store): void {
  for (let commit = Number(store.notes.read('commit') ?? '0') + 1; ; commit += 1) {
    store.transaction(() => {
      for (let n = 0; n < 10; n += 1) {
        const reason = `commit ${commit} `.repeat(100);
        store.imported.save({ job: `${commit}-${n}`, state: 'waiting', reason, at: '', by: 'Plumbline' });
        // Killed here, half of the jobs are written.
        if (n === 5) say('inside');
      }
      store.notes.write('commit', String(commit));
    });
    say(`committed ${commit}`);
  }
}
