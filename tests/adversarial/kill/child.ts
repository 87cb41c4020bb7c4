import { drain } from '../../../electron/engine/push/drain.ts';
import { openPlumbline } from './plumbline.ts';

/** Runs the outbox of a folder and kills itself at the n-th fail point; having come to the end, it prints the names of all points. */
const [folder = '', killAt = '0'] = process.argv.slice(2);
const names: string[] = [];

const context = openPlumbline(folder, (name) => {
  names.push(name);
  if (names.length === Number(killAt)) process.kill(process.pid, 'SIGKILL');
});
await drain(context);
context.store.close();
process.stdout.write(JSON.stringify(names));
