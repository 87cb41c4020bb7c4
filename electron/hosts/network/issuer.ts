import { X509Certificate } from 'node:crypto';
import { getCACertificates, type PeerCertificate } from 'node:tls';
import { collapseSpaces } from '#shared/domain/text.ts';

/** Who vouches for a host: the authority’s name, and whether it is a public one. Another one means that somebody on the way reads along. */
export type Issuer = { readonly name: string; readonly isPublic: boolean };

/** Null: it showed none. In: the certificate with its chain, as Node gives it. */
export function issuerOf(certificate: PeerCertificate): Issuer | null {
  if (certificate.raw === undefined) return null;
  const chain = chainOf(certificate);
  const above = chain.slice(1);
  const { issuer } = certificate;
  const name = [text(issuer.O), text(issuer.CN)].filter((part) => part !== '').join(', ');
  return {
    name: name === '' ? 'an authority without a name' : name,
    isPublic: above.some(({ raw }) => publicKeys().has(keyOf(new X509Certificate(raw)))),
  };
}

/** From the host’s own up to the authority’s, each once. */
function chainOf(certificate: PeerCertificate): readonly PeerCertificate[] {
  const chain: PeerCertificate[] = [];
  let at: PeerCertificate | undefined = certificate;
  while (at?.raw !== undefined && !chain.includes(at) && chain.length < 10) {
    chain.push(at);
    at = (at as PeerCertificate & { readonly issuerCertificate?: PeerCertificate }).issuerCertificate;
  }
  return chain;
}

let known: ReadonlySet<string> | null = null;

/** Of the authorities that come with Node. Keys, because the same authority has certificates of several ages. */
function publicKeys(): ReadonlySet<string> {
  known ??= new Set(getCACertificates('bundled').map((pem) => keyOf(new X509Certificate(pem))));
  return known;
}

function keyOf(certificate: X509Certificate): string {
  return certificate.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
}

/** Names come from a certificate that anybody may have made: one line of it, not too long. */
function text(value: string | readonly string[] | undefined): string {
  return collapseSpaces([value ?? ''].flat().join(' ')).slice(0, 80);
}
