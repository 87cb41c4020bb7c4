import { createSystemClock } from '../../electron/hosts/clock.ts';
import { benchScale } from '../../electron/sandbox/procore/seed/scaled.ts';
import { startProcoreSandbox } from '../../electron/sandbox/procore/server.ts';

/*
 * Runs in a process of its own, as Procore does: the large company, without limits of its own, because those are counted on the other
 * side by a clock that jumps. Prints its address; ends when its input does. In: what part of the full size, 1 for all of it.
 */
const part = Number(process.argv[2] ?? '1');
const sizes = Object.entries(benchScale).map(([name, size]) => [name, Math.round(size * part)]);
const sandbox = await startProcoreSandbox({
  clock: createSystemClock(),
  seed: Object.fromEntries(sizes) as typeof benchScale,
  limits: { spike: 1_000_000, hourly: 1_000_000 },
});
process.stdout.write(`${JSON.stringify({ url: sandbox.url, companyId: sandbox.companyId })}\n`);
process.stdin.on('end', () => process.exit(0)).resume();
