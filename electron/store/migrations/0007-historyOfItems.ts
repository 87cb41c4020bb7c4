import type { Migration } from '../migrate.ts';

/** Which item of Procore an entry of History is about, so that its whole life is found. */
export const historyOfItems: Migration = {
  version: 7,
  name: 'historyOfItems',
  sql: `
-- Its kind and id, e.g. vendor p:77.
ALTER TABLE history ADD COLUMN item TEXT;
CREATE INDEX history_by_item ON history (company, item, number) WHERE item IS NOT NULL;
`,
};
