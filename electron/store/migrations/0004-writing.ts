import type { Migration } from '../migrate.ts';

/** What decides whether a company may be written to: what its database was found to be, and the certificates. */
export const writing: Migration = {
  version: 4,
  name: 'writing',
  sql: `
CREATE TABLE inspections (
  company TEXT NOT NULL PRIMARY KEY,
  payload TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE certificates (
  company TEXT NOT NULL,
  id TEXT NOT NULL,
  at TEXT NOT NULL,
  -- 1: it no longer counts. Rows are never deleted.
  revoked INTEGER NOT NULL DEFAULT 0 CHECK (revoked IN (0, 1)),
  payload TEXT NOT NULL,
  PRIMARY KEY (company, id)
) STRICT;
CREATE INDEX certificates_by_time ON certificates (company, revoked, at, id);

CREATE TRIGGER certificates_are_not_rewritten BEFORE UPDATE OF id, at, payload ON certificates BEGIN
  SELECT RAISE(ABORT, 'a certificate is not changed');
END;
CREATE TRIGGER certificates_are_not_deleted BEFORE DELETE ON certificates BEGIN
  SELECT RAISE(ABORT, 'a certificate is not deleted');
END;
`,
};
