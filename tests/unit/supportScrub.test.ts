import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../electron/hosts/support/zip.ts';
import { countFailures } from '../../shared/domain/support/failures.ts';
import { createScrubber } from '../../shared/domain/support/scrub.ts';

const names = [
  { kind: 'vendor', name: 'Smith' },
  { kind: 'vendor', name: 'Smith Roofing LLC' },
  { kind: 'job', name: '"Main Street" Tower' },
  { kind: 'person', name: 'Zoë' },
  { kind: 'person', name: 'Zoë Ünal' },
  { kind: 'job', name: 'Main' },
];
const clean = createScrubber(names, ({ kind, name }) => `${kind}-${name.length}`);

describe('a text for support', () => {
  it.each([
    ['Smith Roofing LLC, then Smith.', 'vendor-17, then vendor-5.'],
    ['SMITH ROOFING llc', 'vendor-17'],
    ['the remaining mainframe of Smithers', 'the remaining mainframe of Smithers'],
    ['at Main Street" Tower by Zoë Ünal', 'at job-19 by person-8'],
    ['{"vendor":"Smith","total":"1,234.50"}', '{"vendor":"vendor-5","total":"[amount]"}'],
    ['-12.00 and $900 and 1234567.89', '[amount] and [amount] and [amount]'],
    [
      'version 2.14.03, 0.5 GB, code 12162420.100, 08:41:08.123Z',
      'version 2.14.03, 0.5 GB, code 12162420.100, 08:41:08.123Z',
    ],
  ])('%s', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('never holds a known name of four letters or more, wherever it stands', () => {
    const name = fc.stringMatching(/^[a-zäöü]{4,9}( [a-z]{1,5}){0,2}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(20)), (known, order) => {
        const scrub = createScrubber(
          known.map((one) => ({ kind: 'k', name: one })),
          () => '#',
        );
        const text = order.map((at) => known[at % known.length] ?? '').join(', ');
        const left = scrub(text);
        expect(known.filter((one) => new RegExp(`(^|[^\\p{L}])${one}($|[^\\p{L}])`, 'u').test(left))).toEqual([]);
      }),
    );
  });

  it('takes one pass, however many names there are', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({ kind: 'v', name: `Vendor number ${index} Inc` }));
    const scrub = createScrubber(many, ({ name }) => `v-${name.length}`);
    const text = 'a line about nothing and Vendor number 19999 Inc in it\n'.repeat(20_000);
    const before = performance.now();
    expect(scrub(text)).not.toContain('19999');
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});

describe('failures in the log', () => {
  it('are counted by event and code, the most frequent first', () => {
    const log = [
      '2026-11-30T08:00:00.000Z warn sync.run {"side":"sage","code":"sage.unreachable"}',
      '2026-11-30T08:05:00.000Z warn sync.run {"side":"sage","code":"sage.unreachable"}',
      '2026-11-30T08:05:00.000Z info sync.run {"side":"push","code":null}',
      '2026-11-30T07:05:00.000Z error engine.bug {"channel":"x"}',
      'a line that is none',
    ].join('\n');
    expect(countFailures(log)).toEqual([
      { event: 'sync.run', code: 'sage.unreachable', count: 2, last: '2026-11-30T08:05:00.000Z' },
      { event: 'engine.bug', code: '', count: 1, last: '2026-11-30T07:05:00.000Z' },
    ]);
  });
});

describe('the ZIP file', () => {
  it('holds every text at the place that its directory names', () => {
    const files = [
      { name: 'a.txt', text: 'first ünïcode '.repeat(500) },
      { name: 'logs/b.log', text: '' },
    ];
    const zip = zipOf(files);
    const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    let at = zip.readUInt32LE(end + 16);
    const found = files.map(() => {
      const nameLength = zip.readUInt16LE(at + 28);
      const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
      const packedSize = zip.readUInt32LE(at + 20);
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26);
      at += 46 + nameLength;
      return { name, text: inflateRawSync(zip.subarray(start, start + packedSize)).toString('utf8') };
    });
    expect(found).toEqual(files);
    expect(at).toBe(end);
  });
});
