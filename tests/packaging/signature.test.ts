import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { wrongFuses } from '../../resources/installer/fuses.mjs';
import { isThere, succeedingRun } from './programs.ts';
import { tempFolder } from './tempFolder.ts';

const { folder } = inject('packed');

/** An authority for this test alone, and what it takes to sign with it. */
function signedProgram() {
  const work = tempFolder();
  const [key, certificate, signed] = ['key.pem', 'certificate.pem', 'Plumbline.exe'].map((name) => join(work, name));
  const subject = ['-subj', '/CN=Plumbline test', '-addext', 'extendedKeyUsage=codeSigning'];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject];
  succeedingRun('openssl', [...request, '-keyout', key ?? '', '-out', certificate ?? '']);
  const words = ['-h', 'sha256', '-certs', certificate ?? '', '-key', key ?? ''];
  succeedingRun('osslsigncode', ['sign', ...words, '-in', join(folder, 'Plumbline.exe'), '-out', signed ?? '']);
  const verified = (file: string) =>
    spawnSync('osslsigncode', ['verify', '-CAfile', certificate ?? '', '-in', file]).status === 0;
  return { work, signed: signed ?? '', verified };
}

describe.runIf(isThere('osslsigncode'))('a signed program', () => {
  it('is accepted as it was signed, with its fuses as they were', async () => {
    const { signed, verified } = signedProgram();
    expect(verified(signed)).toBe(true);
    expect(await wrongFuses(signed)).toEqual([]);
  });

  it('is refused when a fuse was flipped after it was signed, and when it was not signed', () => {
    const { work, signed, verified } = signedProgram();
    const bytes = readFileSync(signed);
    const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
    bytes[bytes.indexOf(sentinel) + sentinel.length + 2] = 0x31;
    const tampered = join(work, 'tampered.exe');
    writeFileSync(tampered, bytes);
    expect(verified(tampered)).toBe(false);
    expect(verified(join(folder, 'Plumbline.exe'))).toBe(false);
  });
});
