import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sageConnectionSchema, serverParts, serverText } from '#shared/domain/sageConnection.ts';
import { trustOf, withDecision } from '#shared/domain/trustedServers.ts';

describe('the server of a connection', () => {
  it.each([
    ['OFFICE\\SAGE100CON', { machine: 'OFFICE', instance: 'SAGE100CON', port: null }],
    ['office.acme.local,1433', { machine: 'office.acme.local', instance: null, port: 1433 }],
    ['.\\SAGE100CON', { machine: '.', instance: 'SAGE100CON', port: null }],
    ['(local)', { machine: '(local)', instance: null, port: null }],
    ['192.168.1.4', { machine: '192.168.1.4', instance: null, port: null }],
    ['office,0', null],
    ['office,65536', null],
    ['office,1433,1', null],
    ['office\\a\\b', null],
    ['office\\a,1433', null],
    ['my office', null],
    ['tcp:office', null],
    ['office;UID=sa', null],
    ['', null],
  ])('%j is %j', (text, parts) => {
    expect(serverParts(text)).toEqual(parts);
    if (parts !== null) expect(serverText(parts)).toBe(text);
    const stated = sageConnectionSchema.safeParse({ server: text, database: 'D' });
    expect(stated.success).toBe(parts !== null);
  });

  it('is taken apart and put together to the same text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parts = serverParts(text);
        // A port may be written with zeros before it.
        if (parts !== null) expect(serverText(parts)).toBe(text.replace(/,0+/, ','));
      }),
    );
  });
});

describe('the decision to trust a server unchecked', () => {
  const dana = { trust: true, by: 'Dana', at: '2026-11-30T09:00:00.000Z' };
  const lee = { trust: true, by: 'Lee', at: '2026-12-01T09:00:00.000Z' };

  it('holds for that server whatever its case, and keeps who made it first', () => {
    const once = withDecision([], 'OFFICE\\SAGE100CON', dana);
    expect(withDecision(once, 'office\\sage100con', lee)).toEqual(once);
    expect(trustOf(once, 'Office\\Sage100Con')).toEqual({ server: 'OFFICE\\SAGE100CON', by: dana.by, at: dana.at });
    expect(trustOf(once, 'OFFICE')).toBeNull();
  });

  it('is taken back, and made anew by whoever makes it then', () => {
    const once = withDecision(withDecision([], 'A', dana), 'B', dana);
    const back = withDecision(once, 'a', { ...lee, trust: false });
    expect(back.map(({ server }) => server)).toEqual(['B']);
    expect(trustOf(withDecision(back, 'A', lee), 'A')?.by).toBe('Lee');
    expect(withDecision(back, 'C', { ...lee, trust: false })).toEqual(back);
  });
});
