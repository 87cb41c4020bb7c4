import type { Migration } from '../migrate.ts';

/** Transfers of Procore's items beside those of CORs. */
export const itemTransfers: Migration = {
  version: 6,
  name: 'itemTransfers',
  sql: `
-- The kind and id of the item; null for CORs.
ALTER TABLE transfers ADD COLUMN item TEXT;
-- An item is on its way once at most.
CREATE UNIQUE INDEX transfers_of_item ON transfers (company, item) WHERE item IS NOT NULL AND state NOT IN ('done', 'dropped');
`,
};
