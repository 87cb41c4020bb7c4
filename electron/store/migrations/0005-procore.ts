import type { Migration } from '../migrate.ts';

/** The copy of Procore's records, their links with Sage, what people decided, and the writes into Procore under way. */
export const procore: Migration = {
  version: 5,
  name: 'procore',
  sql: `
CREATE TABLE procore_records (
  company TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  -- Procore's project; empty for what belongs to the whole company.
  project TEXT NOT NULL,
  sort TEXT NOT NULL,
  -- Of the payload; empty makes the next pull write the record anew.
  hash TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (company, kind, id)
) STRICT;
CREATE INDEX procore_records_by_project ON procore_records (company, kind, project, sort, id);
CREATE INDEX procore_records_by_sort ON procore_records (company, kind, sort, id);

CREATE TABLE procore_links (
  company TEXT NOT NULL,
  kind TEXT NOT NULL,
  item TEXT NOT NULL,
  project TEXT NOT NULL,
  sage_key TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (company, kind, item)
) STRICT;
-- One record of Sage is the partner of at most one item of a kind.
CREATE UNIQUE INDEX procore_links_by_sage ON procore_links (company, kind, sage_key);
CREATE INDEX procore_links_by_project ON procore_links (company, kind, project, item);

CREATE TABLE procore_decisions (
  company TEXT NOT NULL,
  kind TEXT NOT NULL,
  item TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (company, kind, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE procore_acts (
  company TEXT NOT NULL,
  id TEXT NOT NULL,
  -- In the order in which they were made.
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  item TEXT NOT NULL,
  state TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (company, id)
) STRICT;
CREATE INDEX procore_acts_open ON procore_acts (company, number) WHERE state NOT IN ('done', 'dropped');
CREATE INDEX procore_acts_by_item ON procore_acts (company, kind, item, number);
`,
};
