import { describe, expect, it } from 'vitest';
import { startRig } from '../integration/engine/rig.ts';
import { corsOf, mapJob, push } from '../integration/engine/steps.ts';
import { figure } from './figures.ts';
import { type Sample, sampleAt, slopePerThousand } from './memory.ts';

const ticks = Number(process.env.PLUMBLINE_SOAK_TICKS ?? '20000');
/** How often the engine's timers look. */
const tickMs = 20_000;
const megabyte = 1024 * 1024;

describe(`${ticks} ticks of the timers, every tenth with a pull from Sage over ODBC`, () => {
  it('hold neither memory nor files', async () => {
    const rig = await startRig();
    const project = await mapJob(rig, '2402');
    const cor = (await corsOf(rig, project)).find(
      ({ status, sage }) => status === 'approved_co_issued' && sage === 'notInSage',
    );
    if (cor === undefined) throw new Error('No approved COR');
    expect((await push(rig, [cor.id])).state.name).toBe('done');
    rig.engine.start();

    const samples: Sample[] = [];
    let updates = 0;
    for (let tick = 1; tick <= ticks; tick += 1) {
      rig.clock.advance(tickMs);
      // Comes after what the timers have begun: runs are never side by side.
      const [run] = await rig.sync(tick % 10 === 0 ? 'sage' : 'push');
      expect(run?.outcome).toBe('ok');
      if (tick % 200 === 0) {
        rig.sandbox.control.updateCor(cor.id, { approvedCoIssuedAmount: `${tick}.25` });
        await rig.sync('clearstory');
        expect((await push(rig, [cor.id], undefined, 'update')).state.name).toBe('done');
        updates += 1;
      }
      if (tick % Math.max(1, ticks / 100) === 0) samples.push(sampleAt(tick));
    }

    // The first fifth fills caches that have a size.
    const settled = samples.slice(samples.length / 5);
    const last = settled.at(-1);
    const half = settled.length / 2;
    const mostFiles = (some: readonly Sample[]) => Math.max(...some.map(({ files }) => files ?? 0));
    const [earlier, later] = [mostFiles(settled.slice(0, half)), mostFiles(settled.slice(half))];
    const resident = slopePerThousand(settled, ({ residentBytes }) => residentBytes) / megabyte;
    const heap = slopePerThousand(settled, ({ heapBytes }) => heapBytes) / megabyte;
    figure(
      `Memory over ${ticks} ticks (${updates} updates pushed)`,
      `resident ${resident.toFixed(3)} MB, heap ${heap.toFixed(3)} MB per 1,000 ticks; ${Math.round((last?.residentBytes ?? 0) / megabyte)} MB at the end`,
    );
    figure('Most open files and sockets, earlier and later', `${earlier} and ${later}`);
    expect(resident).toBeLessThan(1);
    expect(heap).toBeLessThan(1);
    expect(later).toBeLessThanOrEqual(earlier);
  });
});
