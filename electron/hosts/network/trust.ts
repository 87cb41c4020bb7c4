import { readFileSync } from 'node:fs';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { systemCode } from '../wholeFile.ts';

/**
 * Whom connections trust under Node: the authorities that come with it, those of the system's own store, where IT puts the one of a proxy that
 * inspects traffic, and those of a file that the configuration names. There is no way to trust everybody.
 */
export function openTrust(caFile: string | null): Result<SecureContext> {
  const extra = caFile === null ? succeed([]) : readAuthorities(caFile);
  if (!extra.ok) return extra;
  const own = [...new Set([...authorities('default'), ...authorities('system'), ...extra.value])];
  return succeed(createSecureContext({ ca: own }));
}

/** A store that cannot be read is as one that holds nothing: connections are then refused, never waved through. */
function authorities(store: 'default' | 'system'): readonly string[] {
  try {
    return getCACertificates(store);
  } catch {
    return [];
  }
}

const certificate = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

function readAuthorities(file: string): Result<readonly string[]> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return fail(refusal(file, `it cannot be read (${systemCode(error) ?? 'unknown error'})`));
  }
  const found = text.match(certificate) ?? [];
  if (found.length === 0) return fail(refusal(file, 'it holds no certificate in PEM form'));
  try {
    createSecureContext({ ca: found });
    return succeed(found);
  } catch {
    return fail(refusal(file, 'one of its certificates cannot be read'));
  }
}

function refusal(file: string, why: string): Failure {
  return {
    next: 'needsPerson',
    code: 'network.caFile',
    sentence: `The file of authorities ${file} cannot be used: ${why}.`,
    remedy:
      'Correct the path, or the file: one certificate of an authority or several, each between BEGIN and END CERTIFICATE.',
  };
}
