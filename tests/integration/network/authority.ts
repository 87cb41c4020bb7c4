import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Certified = { readonly cert: string; readonly key: string };

/** An authority for one test, which no computer trusts by itself, and certificates of it. Made by the openssl of this computer. */
export function createAuthority(name: string) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-ca-'));
  const at = (file: string) => join(folder, file);
  const openssl = (words: readonly string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl([
    ...['req', '-x509', ...key, '-days', '2', '-subj', `/O=${name}/CN=${name}`],
    ...['-keyout', at('ca.key'), '-out', at('ca.pem')],
  ]);
  let count = 0;
  return {
    /** Path of its certificate, in PEM form. */
    file: at('ca.pem'),
    certify: (host: string): Certified => {
      count += 1;
      const [keyFile, asked, cert, names] = ['key', 'csr', 'pem', 'ext'].map((end) => at(`${count}.${end}`)) as [
        string,
        string,
        string,
        string,
      ];
      writeFileSync(names, `subjectAltName=DNS:${host}`);
      openssl(['req', ...key, '-subj', `/CN=${host}`, '-keyout', keyFile, '-out', asked]);
      openssl([
        ...['x509', '-req', '-in', asked, '-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial'],
        ...['-days', '1', '-extfile', names, '-out', cert],
      ]);
      return { cert: readFileSync(cert, 'utf8'), key: readFileSync(keyFile, 'utf8') };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
