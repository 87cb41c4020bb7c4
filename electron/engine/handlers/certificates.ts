import { z } from 'zod';
import {
  type certificateChannels,
  certificateFileTooLong,
  longestCertificateFile,
} from '#shared/contract/certificates.ts';
import { certificateSchema } from '#shared/domain/certificate.ts';
import { succeed } from '#shared/domain/failure.ts';
import { type Handlers, refuse } from './handler.ts';

/** Not signed: whoever may import one could have written it. It is held to what a comparison makes, and no further. */
const fileSchema = z.object({
  plumblineCertificates: z.array(
    certificateSchema.extend({
      id: z.uuid(),
      fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
      // Company and server: the server of a whole connection string is as long as that may be.
      database: z.string().min(1).max(1200),
      serverVersion: z.string().max(300),
      by: z.string().min(1).max(100),
      at: z.iso.datetime(),
    }),
  ),
});

export const certificateHandlers: Handlers<keyof typeof certificateChannels> = {
  'certificates.list': (_, { store }) => {
    const fingerprint = store.inspection.read()?.catalog.fingerprint;
    return succeed({
      certificates: store.certificates.all().map((certificate) => ({
        certificate,
        valid: fingerprint === undefined ? null : certificate.fingerprint === fingerprint,
      })),
    });
  },

  'certificates.export': (_, { store }) =>
    succeed({ text: `${JSON.stringify({ plumblineCertificates: store.certificates.all() }, null, 2)}\n` }),

  'certificates.import': ({ text }, context) => {
    if (text.length > longestCertificateFile) return refuse('certificates.tooLong', certificateFileTooLong);
    const file = fileSchema.safeParse(parsed(text));
    if (!file.success) {
      return refuse(
        'certificates.file',
        'This file holds no certificates of Plumbline: choose the one that Export saved where the comparison was made.',
      );
    }
    const { store, host } = context;
    const { plumblineCertificates: found } = file.data;
    const fresh = found.filter(
      ({ id }, index) => found.findIndex((one) => one.id === id) === index && !store.certificates.known(id),
    );
    store.transaction(() => {
      for (const certificate of fresh) store.certificates.save(certificate);
      if (fresh.length === 0) return;
      context.tell({
        kind: 'writing',
        sentence: `${host.person} imported ${fresh.length === 1 ? 'a certificate' : `${fresh.length} certificates`} made on ${fresh[0]?.database ?? ''}.`,
        detail: Object.fromEntries(fresh.map(({ id, kinds, by, at }) => [id, `${kinds.join(', ')}, ${by}, ${at}`])),
      });
    });
    context.notify(['settings', 'status']);
    return succeed({ imported: fresh.length, skipped: found.length - fresh.length });
  },

  'certificates.revoke': ({ id, reason }, context) => {
    const { store, host } = context;
    const certificate = store.certificates.all().find((one) => one.id === id);
    if (certificate === undefined) {
      return refuse('certificates.gone', 'This certificate was revoked already: reload the list.');
    }
    store.transaction(() => {
      store.certificates.revoke(id);
      context.tell({
        kind: 'writing',
        sentence: `${host.person} revoked the certificate of ${certificate.at.slice(0, 10)} by ${certificate.by}: ${reason}.`,
      });
    });
    context.notify(['settings', 'status']);
    return succeed({});
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
