import type { ItemPreview, ItemRow } from '#shared/contract/procore.ts';
import { type ItemKey, type ItemKind, procoreItem } from '#shared/domain/procore/item.ts';
import { createProcoreAccount } from '../../../electron/clouds/procore/client.ts';
import { sandboxCredentials } from '../../../electron/sandbox/procore/oauth.ts';
import { type ProcoreRig, startProcoreRig } from '../../contracts/procoreSandboxRig.ts';
import { type EngineRig, type RigOptions, startRig } from '../engine/rig.ts';

/** The whole engine between the sample company over real ODBC and the practice Procore over real HTTP. */
export type ProcoreEngineRig = Omit<EngineRig, 'restart'> & {
  readonly far: ProcoreRig;
  /** Reads both sides, as the timers do. */
  readonly read: () => Promise<void>;
  /** Everything that waits is written: into Sage, then Procore is told. */
  readonly push: () => Promise<void>;
  readonly rows: (kind: ItemKind) => Promise<readonly ItemRow[]>;
  readonly row: (key: ItemKey) => Promise<ItemRow>;
  readonly preview: (key: ItemKey, choices?: Record<string, string>) => Promise<ItemPreview>;
  /** Accepts exactly what a preview shows; the sentence of the refusal, null when it was accepted. */
  readonly accept: (key: ItemKey, choices?: Record<string, string>) => Promise<string | null>;
  /** A second engine on the same store, the same company and the same Procore. `meanwhile`: while the store's file is closed. */
  readonly restart: (meanwhile?: (storeFile: string) => void) => Promise<ProcoreEngineRig>;
};

export async function startProcoreEngine(options: RigOptions = {}): Promise<ProcoreEngineRig> {
  const held: { far?: ProcoreRig } = {};
  const rig = await startRig({
    ...options,
    procore: async (clock) => {
      const far = await startProcoreRig({}, clock);
      held.far = far;
      return createProcoreAccount({
        fetch,
        clock,
        random: { fraction: () => 0.5, uuid: () => '00000000-0000-4000-8000-000000000000' },
        environment: { loginBase: far.sandbox.url, apiBase: far.sandbox.url },
        companyId: () => far.sandbox.companyId,
        credentials: () => sandboxCredentials,
      });
    },
  });
  const { far } = held;
  if (far === undefined) throw new Error('The rig has started no Procore');
  return withBoard(rig, far);
}

function withBoard(rig: EngineRig, far: ProcoreRig): ProcoreEngineRig {
  const sides = async (...wanted: Parameters<EngineRig['engine']['sync']>[0][number][]) => {
    // Runs are minutes apart: what was read before something happened says nothing of it.
    rig.clock.advance(60_000);
    for (const report of await rig.engine.sync(wanted)) {
      if (report.outcome === 'failed') throw new Error(`${report.side}: ${report.sentence}`);
    }
  };
  const preview: ProcoreEngineRig['preview'] = async (key, choices = {}) =>
    (await rig.ask('procore.preview', { key, choices })).preview;
  return {
    ...rig,
    far,
    read: () => sides('sage', 'procore'),
    push: () => sides('push'),
    rows: async (kind) => {
      const asked = { kind, list: 'all', search: '', project: '', offset: 0, limit: 200 } as const;
      return (await rig.ask('procore.list', asked)).rows;
    },
    row: async (key) => (await rig.ask('procore.item', { key })).row,
    preview,
    accept: async (key, choices = {}) => {
      const shown = await preview(key, choices);
      if (!shown.ok) return shown.refusals.map(({ sentence }) => sentence).join(' ');
      const confirmed = shown.cautions.map(({ name }) => name);
      const { results } = await rig.ask('procore.accept', { items: [{ key, choices, hash: shown.hash, confirmed }] });
      return results[0]?.failure?.sentence ?? null;
    },
    restart: async (meanwhile) => withBoard(await rig.restart(meanwhile), far),
  };
}

/** Cost codes and types of Sage are in Procore: what every project needs first. */
export async function withCodes(options: RigOptions = {}): Promise<ProcoreEngineRig> {
  const rig = await startProcoreEngine(options);
  await rig.read();
  const refused = await rig.accept(procoreItem('costCodes', 'company'));
  if (refused !== null) throw new Error(refused);
  await rig.push();
  await rig.read();
  return rig;
}
