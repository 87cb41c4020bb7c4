import type { Migration } from '../migrate.ts';

/**
 * CORs in three tables that share `row`: sort keys (each index covers a whole walk through the log), the columns that filters
 * and search read (few bytes a row, so that 100,000 are scanned in about 15 ms), and the payload.
 */
export const corLog: Migration = {
  version: 2,
  name: 'corLog',
  sql: `
CREATE TABLE cors (
  row INTEGER PRIMARY KEY,
  company TEXT NOT NULL,
  id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  in_detail INTEGER NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  project TEXT NOT NULL,
  status INTEGER NOT NULL,
  stage TEXT NOT NULL,
  -- Cents.
  requested INTEGER NOT NULL,
  effective INTEGER NOT NULL,
  customer_co_number TEXT NOT NULL,
  customer_reference_number TEXT NOT NULL,
  days_in_review INTEGER,
  sage INTEGER NOT NULL,
  UNIQUE (company, id)
) STRICT;
CREATE INDEX cors_by_project_id ON cors (company, project_id, id);
CREATE INDEX cors_by_number ON cors (company, number, id, project_id);
CREATE INDEX cors_by_title ON cors (company, title, id, project_id);
CREATE INDEX cors_by_project ON cors (company, project, id, project_id);
CREATE INDEX cors_by_status ON cors (company, status, id, project_id);
CREATE INDEX cors_by_stage ON cors (company, stage, id, project_id);
CREATE INDEX cors_by_requested ON cors (company, requested, id, project_id);
CREATE INDEX cors_by_effective ON cors (company, effective, id, project_id);
CREATE INDEX cors_by_customer_co_number ON cors (company, customer_co_number, id, project_id);
CREATE INDEX cors_by_customer_reference_number ON cors (company, customer_reference_number, id, project_id);
CREATE INDEX cors_by_days_in_review ON cors (company, days_in_review, id, project_id);
CREATE INDEX cors_by_updated_at ON cors (company, updated_at, id, project_id);
CREATE INDEX cors_by_sage ON cors (company, sage, id, project_id);

CREATE TABLE cor_filters (
  row INTEGER PRIMARY KEY REFERENCES cors (row) ON DELETE CASCADE,
  company TEXT NOT NULL,
  project_id TEXT NOT NULL,
  status TEXT NOT NULL,
  sage_state TEXT NOT NULL,
  change_order TEXT,
  -- Instant.
  submitted TEXT,
  -- Folded words of the COR, a line end, the folded change order number.
  words TEXT NOT NULL
) STRICT;
CREATE INDEX cor_filters_by_project ON cor_filters (company, project_id);

CREATE TABLE cor_payloads (
  row INTEGER PRIMARY KEY REFERENCES cors (row) ON DELETE CASCADE,
  company TEXT NOT NULL,
  payload TEXT NOT NULL
) STRICT;

-- How many CORs a project has in each Sage state, kept by the triggers below: every window of the log shows these counts.
CREATE TABLE cor_tally (
  company TEXT NOT NULL,
  project_id TEXT NOT NULL,
  sage_state TEXT NOT NULL,
  cors INTEGER NOT NULL,
  PRIMARY KEY (company, project_id, sage_state)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER cor_tally_insert AFTER INSERT ON cor_filters BEGIN
  INSERT INTO cor_tally VALUES (new.company, new.project_id, new.sage_state, 1)
    ON CONFLICT DO UPDATE SET cors = cors + 1;
END;
CREATE TRIGGER cor_tally_delete AFTER DELETE ON cor_filters BEGIN
  UPDATE cor_tally SET cors = cors - 1
    WHERE company = old.company AND project_id = old.project_id AND sage_state = old.sage_state;
END;
CREATE TRIGGER cor_tally_update AFTER UPDATE OF company, project_id, sage_state ON cor_filters
WHEN old.company <> new.company OR old.project_id <> new.project_id OR old.sage_state <> new.sage_state BEGIN
  UPDATE cor_tally SET cors = cors - 1
    WHERE company = old.company AND project_id = old.project_id AND sage_state = old.sage_state;
  INSERT INTO cor_tally VALUES (new.company, new.project_id, new.sage_state, 1)
    ON CONFLICT DO UPDATE SET cors = cors + 1;
END;
`,
};
