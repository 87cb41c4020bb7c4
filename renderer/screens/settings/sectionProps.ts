import type { ResponseOf } from '#shared/contract/requests.ts';

/** What every section gets that has something to save. */
export type SectionProps = {
  readonly value: ResponseOf<'settings.get'>;
  readonly onDirty: (dirty: boolean) => void;
};
