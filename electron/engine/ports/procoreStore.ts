import type { Act } from '#shared/domain/procore/act.ts';
import type { Decision } from '#shared/domain/procore/decision.ts';
import type { ItemKey, ItemKind } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { ProcoreRecordKind, ProcoreRecords } from '#shared/domain/procore/records.ts';

/** What the engine remembers of Procore for one company. */
export type ProcoreStore = {
  readonly records: {
    /** Returns the ids that were new or different. */
    readonly upsert: <K extends ProcoreRecordKind>(kind: K, records: readonly ProcoreRecords[K][]) => readonly string[];
    readonly get: <K extends ProcoreRecordKind>(kind: K, id: string) => ProcoreRecords[K] | null;
    /** In the order of their ids. `project`: only those of one project. */
    readonly all: <K extends ProcoreRecordKind>(kind: K, project?: string) => readonly ProcoreRecords[K][];
    readonly ids: (kind: ProcoreRecordKind, project?: string) => readonly string[];
    readonly remove: (kind: ProcoreRecordKind, ids: readonly string[]) => void;
  };
  readonly links: {
    readonly get: (item: ItemKey) => ProcoreLink | null;
    readonly ofSage: (kind: ItemKind, sageKey: string) => ProcoreLink | null;
    readonly all: (kind: ItemKind, project?: string) => readonly ProcoreLink[];
    readonly save: (link: ProcoreLink) => void;
    readonly remove: (item: ItemKey) => void;
  };
  readonly decisions: {
    readonly get: (item: ItemKey) => Decision | null;
    readonly all: (kind: ItemKind) => readonly Decision[];
    readonly save: (decision: Decision) => void;
    readonly remove: (item: ItemKey) => void;
  };
  readonly acts: {
    readonly get: (id: string) => Act | null;
    readonly save: (act: Act) => void;
    /** Neither done nor dropped, oldest first. */
    readonly open: () => readonly Act[];
    readonly openOf: (item: ItemKey) => Act | null;
  };
};
