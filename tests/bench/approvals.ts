import { join } from 'node:path';
import type { CorTransfer } from '#shared/domain/records.ts';
import { transition } from '#shared/domain/transfer.ts';
import type { Store } from '../../electron/engine/ports/store.ts';
import { openStore } from '../../electron/store/store.ts';
import { addCors, codesOf, prepare, push } from './approving.ts';
import { bareWriter } from './bareWriter.ts';
import type { Bench, Figure } from './figure.ts';
import { inFolder } from './folder.ts';
import { mapJob, startPlumbline } from './plumbline.ts';
import { createSampleFile } from './sampleFile.ts';
import { percentile, wallMs } from './statistics.ts';
import { companyId } from './workerCompany.ts';

const job = '2402';
const many = 1000;
const warmUps = 3;
const at = '2026-11-20T17:00:00.000Z';

/** What *Push to Sage 100* saves before it answers: the transfer with its plan, and its line in History, on disk. */
export const approvalsBench: Bench = {
  name: 'approvals',
  title: 'Approvals saved by the store, synchronous=FULL',
  run: ({ rounds }) =>
    inFolder(async (folder) => {
      const approved = await approvedTransfer(join(folder, 'engine'));
      const opened = openStore({ file: join(folder, 'store.db'), company: companyId });
      if (!opened.ok) throw new Error(opened.failure.sentence);
      const store = opened.value;
      const bare = bareWriter(join(folder, 'bare.db'));
      try {
        return [...measureMany(store, bare.write, approved, rounds(60)), ...measureOne(store, approved, rounds(500))];
      } finally {
        bare.close();
        store.close();
      }
    }),
};

function measureMany(
  store: Store,
  bare: (rows: readonly string[]) => void,
  approved: CorTransfer,
  rounds: number,
): readonly Figure[] {
  const transfers = Array.from({ length: many }, (_, n) => numbered(approved, n));
  const total: number[] = [];
  const commit: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds + warmUps; round += 1) {
    store.transaction(() => {
      for (const transfer of transfers) store.transfers.save(asDraft(transfer));
    });
    let worked = 0;
    total.push(
      wallMs(() =>
        store.transaction(() => {
          const start = performance.now();
          for (const transfer of transfers) approve(store, transfer);
          worked = performance.now() - start;
        }),
      ),
    );
    commit.push((total.at(-1) ?? 0) - worked);
    floor.push(wallMs(() => bare(transfers.map((transfer) => JSON.stringify(transfer)))));
  }
  const bytes = Math.round(JSON.stringify(approved).length / 100) / 10;
  const p = (values: readonly number[], share: number) => percentile(values.slice(warmUps), share);
  const title = `${many.toLocaleString('en-US')} in one transaction`;
  return [
    figure(`${title}, p50`, p(total, 0.5), null, `${rounds} rounds; ${bytes} kB of plan and draft each`),
    figure(`${title}, p99`, p(total, 0.99), 25),
    figure(`${title}: commit, p50`, p(commit, 0.5), null, 'write-ahead log to disk, with its checkpoint when due'),
    figure(`same bytes into a bare table, p50`, p(floor, 0.5), null, 'the texts made here too; no index, no History'),
  ];
}

function measureOne(store: Store, approved: CorTransfer, rounds: number): readonly Figure[] {
  const times: number[] = [];
  for (let round = 0; round < rounds + warmUps; round += 1) {
    const transfer = numbered(approved, many + round);
    store.transaction(() => store.transfers.save(asDraft(transfer)));
    times.push(wallMs(() => store.transaction(() => approve(store, transfer))));
  }
  const measured = times.slice(warmUps);
  return [
    figure('one approval, p50', percentile(measured, 0.5), null, `${rounds} rounds`),
    figure('one approval, p99', percentile(measured, 0.99), 10),
  ];
}

function figure(name: string, value: number, atMost: number | null, note = ''): Figure {
  return { bench: 'approvals', name, value, unit: 'ms', target: atMost === null ? null : { atMost }, note };
}

function approve(store: Store, transfer: CorTransfer): void {
  store.transfers.save(transfer);
  store.history.add({
    at,
    by: 'Dana Reyes',
    kind: 'approved',
    sentence: `Dana Reyes approved: ${transfer.title}.`,
    job: transfer.job,
    cors: transfer.corIds.map((id, index) => ({ id, number: transfer.plan?.sources[index]?.number ?? null })),
    changeOrder: null,
    transferId: transfer.id,
    detail: JSON.stringify({
      controls: transfer.plan?.controls,
      warnings: transfer.plan?.warnings,
      planHash: transfer.planHash,
    }),
  });
}

function asDraft(transfer: CorTransfer): CorTransfer {
  return { ...transfer, state: { name: 'draft' }, plan: null, planHash: null, approvedAt: null, approvedBy: null };
}

function numbered(approved: CorTransfer, n: number): CorTransfer {
  return { ...approved, id: `${approved.id}-${n}`, corIds: [`cor-${n}`] };
}

/** A COR with one budget line, approved through the engine: the transfer as it then stands in the queue. */
async function approvedTransfer(folder: string): Promise<CorTransfer> {
  const sageFile = `${folder}.db`;
  await createSampleFile(sageFile, 1);
  const plumbline = await startPlumbline(folder, sageFile);
  try {
    const project = await mapJob(plumbline, job);
    const [corId] = await addCors(plumbline, project, 1);
    if (corId === undefined) throw new Error('No COR');
    const ready = await prepare(plumbline, corId, await codesOf(plumbline, job, 1));
    await push(plumbline, ready);
    const done = plumbline.store.transfers.get(ready.id);
    const queued = transition({ name: 'draft' }, { type: 'approve', at });
    if (done?.cloud !== 'clearstory' || queued === null) throw new Error('The transfer is gone');
    return { ...done, state: queued, receipt: null };
  } finally {
    await plumbline.close();
  }
}
