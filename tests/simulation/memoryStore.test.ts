import { holdToContract } from '../contracts/storeRig.ts';
import { createMemoryDisk, type MemoryDisk } from './store/memoryDisk.ts';
import { openMemoryStore } from './store/memoryStore.ts';

/** The contract of the store, held by the one in memory as well: what the simulation proves holds for the real one only because of this. */
const disks = new Map<string, MemoryDisk>();

holdToContract((file, company) => {
  const name = `${file} ${company}`;
  const disk = disks.get(name) ?? createMemoryDisk();
  disks.set(name, disk);
  return openMemoryStore(disk);
});

await import('../contracts/storeCors.test.ts');
await import('../contracts/storeHistory.test.ts');
await import('../contracts/storeProcore.test.ts');
await import('../contracts/storeRecords.test.ts');
await import('../contracts/storeSage.test.ts');
await import('../contracts/storeTransfers.test.ts');
