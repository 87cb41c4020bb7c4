import { z } from 'zod';
import { certificateSchema } from '#shared/domain/certificate.ts';
import { nothing } from './channel.ts';

/** In characters: hundreds of certificates, and within what one request may hold. */
export const longestCertificateFile = 200_000;
export const certificateFileTooLong =
  'This file is longer than any that Plumbline saves, so nothing was read of it: choose the one that Export saved where the comparison was made.';

/** What a person may have done with certificates. They are made by a comparison with hand entry, and in no other way. */
export const certificateChannels = {
  'certificates.list': {
    request: nothing,
    response: z.object({
      certificates: z
        .array(
          z.object({
            certificate: certificateSchema,
            /** Whether it is of the database as it was last found to be; null while that is not known. */
            valid: z.boolean().nullable(),
          }),
        )
        .readonly(),
    }),
  },
  /** The text of a file that `import` takes. */
  'certificates.export': { request: nothing, response: z.object({ text: z.string() }) },
  /** Those that are here already, or were revoked here, are left as they are. */
  'certificates.import': {
    request: z.object({ text: z.string() }),
    response: z.object({ imported: z.number().int(), skipped: z.number().int() }),
  },
  'certificates.revoke': {
    request: z.object({ id: z.string(), reason: z.string().trim().min(1).max(200) }),
    response: nothing,
  },
} as const;
