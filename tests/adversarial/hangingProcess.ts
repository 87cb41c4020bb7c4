import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import odbc from 'odbc';

/**
 * A process whose ODBC calls hang: one for each thread that Node has for such work. Says on standard output whether a plain file
 * could be read meanwhile, then lets the calls go on and says it again. In: connection string, path that ends the hanging.
 */
const [connectionString = '', release = ''] = process.argv.slice(2);
/** A file is read in less than a millisecond; nothing that is merely slow takes this long. */
const patienceMs = 400;

const connections = await Promise.all(Array.from({ length: 4 }, () => odbc.connect({ connectionString })));
const calls = connections.map((connection) => connection.query(`hang\t${release}`));
// The calls are on their threads when the event loop has come round once.
await new Promise((resolve) => setImmediate(resolve));
const read = readFile(import.meta.filename).then(() => 'read');
const late = new Promise<string>((resolve) => setTimeout(resolve, patienceMs, 'held up'));
process.stdout.write(`${await Promise.race([read, late])}\n`);
// Synchronous, because nothing else gets through.
writeFileSync(release, '');
process.stdout.write(`${await read}\n`);
await Promise.all(calls);
process.exit(0);
