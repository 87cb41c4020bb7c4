import type { Migration } from '../migrate.ts';

/** Links, transfers and history: who pushed what, when, and what became of it. */
export const transfers: Migration = {
  version: 3,
  name: 'transfers',
  sql: `
CREATE TABLE links (
  company TEXT NOT NULL,
  cor_id TEXT NOT NULL,
  job TEXT NOT NULL,
  record TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (company, cor_id)
) STRICT;
CREATE INDEX links_by_record ON links (company, record, cor_id);
CREATE INDEX links_by_job ON links (company, job, cor_id);

CREATE TABLE transfers (
  company TEXT NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  -- Place in the order of approval; null while it is a draft.
  approval INTEGER,
  created_at TEXT NOT NULL,
  words TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (company, id)
) STRICT;
CREATE UNIQUE INDEX transfers_by_approval ON transfers (company, approval) WHERE approval IS NOT NULL;
CREATE INDEX transfers_by_creation ON transfers (company, created_at, id, state, words);
CREATE INDEX transfers_by_state ON transfers (company, state);

CREATE TABLE transfer_cors (
  company TEXT NOT NULL,
  cor_id TEXT NOT NULL,
  transfer_id TEXT NOT NULL,
  PRIMARY KEY (company, cor_id, transfer_id),
  FOREIGN KEY (company, transfer_id) REFERENCES transfers (company, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX transfer_cors_by_transfer ON transfer_cors (company, transfer_id);

CREATE TABLE history (
  company TEXT NOT NULL,
  number INTEGER NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  kind TEXT NOT NULL,
  job TEXT,
  cor_id TEXT,
  transfer_id TEXT,
  words TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (company, number)
) STRICT;
CREATE INDEX history_by_job ON history (company, job, number);
CREATE INDEX history_by_cor ON history (company, cor_id, number);
CREATE INDEX history_by_transfer ON history (company, transfer_id, number);
-- Holds all that the other filters look at, so that details are read only for the rows shown.
CREATE INDEX history_filters ON history (company, number, at, by, kind, words);

CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history BEGIN
  SELECT RAISE(ABORT, 'history is append-only');
END;
CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history BEGIN
  SELECT RAISE(ABORT, 'history is append-only');
END;
`,
};
