import type { Migration } from '../migrate.ts';

/** Settings, projects, mappings and the copy of Sage's records. Every table keeps the companies of one file apart. */
export const records: Migration = {
  version: 1,
  name: 'records',
  sql: `
CREATE TABLE settings (
  company TEXT NOT NULL PRIMARY KEY,
  payload TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  company TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (company, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE projects (
  company TEXT NOT NULL,
  id TEXT NOT NULL,
  sort TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (company, id)
) STRICT;

CREATE TABLE mappings (
  company TEXT NOT NULL,
  project_id TEXT NOT NULL,
  job TEXT NOT NULL,
  job_sort TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (company, project_id)
) STRICT;
-- Unique, so that the planner knows that the Change Order Log by job needs no sorting.
CREATE UNIQUE INDEX mappings_by_job ON mappings (company, job_sort, project_id, job);

CREATE TABLE imported_jobs (
  company TEXT NOT NULL,
  job TEXT NOT NULL,
  sort TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (company, job)
) STRICT;

CREATE TABLE sage_records (
  company TEXT NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  sort TEXT NOT NULL,
  -- The job of a phase or a change order; empty for the other kinds.
  parent TEXT NOT NULL,
  -- Folded words that can be searched for.
  words TEXT NOT NULL,
  -- Of the payload; empty makes the next pull write the record anew.
  hash TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (company, kind, key)
) STRICT;
-- Each holds all that a search looks at, so that payloads are read only for the rows found.
CREATE INDEX sage_records_by_kind ON sage_records (company, kind, sort, key, words);
CREATE INDEX sage_records_by_parent ON sage_records (company, kind, parent, sort, key, words);

CREATE TABLE runs (
  company TEXT NOT NULL,
  number INTEGER NOT NULL,
  side TEXT NOT NULL,
  outcome TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (company, number)
) STRICT;
CREATE INDEX runs_by_side ON runs (company, side, number);
CREATE INDEX runs_by_outcome ON runs (company, side, outcome, number);
CREATE INDEX runs_by_end ON runs (company, ended_at, number);

-- What did not parse: kept for a person.
CREATE TABLE unreadable (
  company TEXT NOT NULL,
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  reason TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (company, source, key)
) STRICT;
`,
};
