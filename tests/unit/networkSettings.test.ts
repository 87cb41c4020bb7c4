import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { internetHosts, officeHosts } from '#shared/domain/network/hosts.ts';
import { networkProblem, readProxyAddress, standardNetwork } from '#shared/domain/network/settings.ts';
import { bypasses, isLoopback } from '#shared/domain/network/way.ts';
import { parseConfig } from '../../electron/hosts/configFile.ts';
import { issuerOf } from '../../electron/hosts/network/issuer.ts';
import { wayTo } from '../../electron/hosts/network/ways.ts';

describe('the address of a proxy', () => {
  it('is a name and a port, with a scheme or without', () => {
    expect(readProxyAddress('proxy.office.local:8080')).toEqual({
      secure: false,
      host: 'proxy.office.local',
      port: 8080,
    });
    expect(readProxyAddress('https://PROXY:443/')).toEqual({ secure: true, host: 'proxy', port: 443 });
    expect(readProxyAddress('http://[fd00::1]:3128')).toEqual({ secure: false, host: '[fd00::1]', port: 3128 });
  });

  it('holds no user, password, path or other scheme, and never lacks the port', () => {
    const wrong = ['', 'proxy', 'http://proxy', 'user:pass@proxy:8080', 'http://u:p@proxy:1', 'socks5://proxy:1080'];
    for (const text of [...wrong, 'proxy:0', 'proxy:70000', 'proxy:80/pac', 'a b:80', 'proxy:80\r\nX: y']) {
      expect(readProxyAddress(text), text).toBeNull();
    }
  });

  it('is asked for where the mode needs one, in words that say how it looks', () => {
    expect(networkProblem(standardNetwork)).toBeNull();
    const of = (changed: object) => networkProblem({ ...standardNetwork, ...changed });
    expect(of({ mode: 'explicit' })?.sentence).toContain('for example proxy.office.local:8080');
    expect(of({ mode: 'explicit', proxy: 'proxy:8080' })).toBeNull();
    expect(of({ mode: 'pac', pac: 'file:///c:/proxy.pac' })?.field).toBe('pac');
    expect(of({ mode: 'pac', pac: 'http://wpad.office.local/proxy.pac' })).toBeNull();
    expect(of({ mode: 'explicit', proxy: 'proxy:8080', bypass: ['*.office.local', 'no host!'] })?.field).toBe('bypass');
  });
});

describe('hosts without the proxy', () => {
  it('are named whole, by what is below, by pattern, by port, or as names without a dot', () => {
    expect(bypasses(['intranet'], 'intranet', 443)).toBe(true);
    expect(bypasses(['office.local'], 'a.office.local', 443)).toBe(false);
    expect(bypasses(['.office.local'], 'a.office.local', 443)).toBe(true);
    expect(bypasses(['.office.local'], 'office.local', 443)).toBe(true);
    expect(bypasses(['*.Office.Local'], 'a.office.local', 443)).toBe(true);
    expect(bypasses(['*.office.local'], 'evil-office.local', 443)).toBe(false);
    expect(bypasses(['10.*'], '10.1.2.3', 443)).toBe(true);
    expect(bypasses(['api.procore.com:8443'], 'api.procore.com', 443)).toBe(false);
    expect(bypasses(['<local>'], 'server', 443)).toBe(true);
    expect(bypasses(['<local>'], 'api.procore.com', 443)).toBe(false);
    expect(bypasses(['*'], 'anything.at.all', 443)).toBe(true);
    expect(bypasses([], 'anything', 443)).toBe(false);
  });

  it('are found at once, however many stars a pattern has', () => {
    expect(bypasses([`${'*a'.repeat(90)}b`], 'a'.repeat(250), 443)).toBe(false);
  });

  it('always include this computer', () => {
    expect(['localhost', '127.0.0.1', '127.8.9.1', '[::1]'].every(isLoopback)).toBe(true);
    expect(['127.0.0.1.evil.test', 'localhost.evil.test', '128.0.0.1'].some(isLoopback)).toBe(false);
    const around = { password: '', environment: {}, hasStack: true };
    for (const mode of ['system', 'explicit', 'pac', 'none'] as const) {
      const settings = { ...standardNetwork, mode, proxy: 'proxy:8080', pac: 'http://wpad/p.pac' };
      expect(wayTo({ host: '127.0.0.1', port: 443 }, settings, around)).toEqual({ kind: 'direct' });
    }
  });
});

describe('who vouches for a host', () => {
  const raw = (pem: string) => new X509Certificate(pem).raw;
  it('is told apart: an authority that everybody knows, and one of the office', () => {
    const [known = ''] = rootCertificates;
    const leaf = { raw: Buffer.from('x'), issuer: { O: 'DigiCert\r\nInc', CN: 'TLS 1' } };
    const signedBy = (pem: string) => issuerOf({ ...leaf, issuerCertificate: { raw: raw(pem) } } as never);
    expect(signedBy(known)).toEqual({ name: 'DigiCert Inc, TLS 1', isPublic: true });
    expect(issuerOf(leaf as never)).toEqual({ name: 'DigiCert Inc, TLS 1', isPublic: false });
    expect(issuerOf({} as never)).toBeNull();
  });
});

describe('the configuration file', () => {
  it('sets the network of the installation, and refuses what cannot be used by its name', () => {
    const read = parseConfig(
      '{ "network": { "mode": "explicit", "proxy": "proxy:8080", "bypass": ["<local>"] }, "updates": { "address": "https://files.office.test/plumbline.json" } }',
      'The file',
    );
    expect(read.ok).toBe(true);
    const wrong = (text: string) => {
      const refused = parseConfig(text, 'The file');
      return refused.ok ? '' : refused.failure.sentence;
    };
    expect(wrong('{ "network": { "proxy": "http://user:canary@proxy:8080" } }')).toContain(
      'network.proxy is not allowed here',
    );
    expect(wrong('{ "network": { "proxy": "http://user:canary@proxy:8080" } }')).not.toContain('canary');
    expect(wrong('{ "network": { "password": "canary" } }')).toContain('network.password is not a key');
    expect(wrong('{ "updates": { "address": "http://127.0.0.1/x.json" } }')).toContain('updates.address');
  });
});

describe('the help page for IT', () => {
  it('lists every host with its port', () => {
    const page = readFileSync(join(import.meta.dirname, '../../resources/help/it-network.md'), 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('|'));
    const missing = [...internetHosts, ...officeHosts].filter(
      ({ host, port, protocol }) => !rows.some((row) => row.includes(host) && row.includes(`${protocol} ${port}`)),
    );
    expect(missing).toEqual([]);
    expect(new Set(internetHosts.map(({ port }) => port))).toEqual(new Set(['443']));
  });
});
