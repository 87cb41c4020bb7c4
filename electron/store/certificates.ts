import { certificateSchema } from '#shared/domain/certificate.ts';
import type { Store } from '../engine/ports/store.ts';
import { readAll, type Scope } from './scope.ts';

const source = 'store.certificate';

/** Certificates of direct writing. One that was made stays as it is for ever; it can only be revoked. */
export function createCertificates(scope: Scope): Store['certificates'] {
  const { db, company } = scope;
  return {
    all: () =>
      readAll(
        scope,
        certificateSchema,
        source,
        db.all(
          'SELECT id AS key, payload FROM certificates WHERE company = ? AND revoked = 0 ORDER BY at, id',
          company,
        ),
      ),
    known: (id) => db.column('SELECT 1 FROM certificates WHERE company = ? AND id = ?', company, id).length > 0,
    save: (certificate) => {
      db.run(
        'INSERT INTO certificates (company, id, at, payload) VALUES (?, ?, ?, ?)',
        company,
        certificate.id,
        certificate.at,
        JSON.stringify(certificate),
      );
    },
    revoke: (id) => {
      db.run('UPDATE certificates SET revoked = 1 WHERE company = ? AND id = ?', company, id);
    },
  };
}
