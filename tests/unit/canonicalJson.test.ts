import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/domain/canonicalJson.ts';

describe('canonical JSON', () => {
  it('does not depend on the order in which keys were set, at any depth', () => {
    expect(canonicalJson({ b: [{ z: 1, a: null }], a: 'x' })).toBe('{"a":"x","b":[{"a":null,"z":1}]}');
    expect(canonicalJson({ a: 'x', b: [{ a: null, z: 1 }] })).toBe('{"a":"x","b":[{"a":null,"z":1}]}');
  });

  it('keeps the order of lists', () => {
    expect(canonicalJson([2, 1])).toBe('[2,1]');
  });

  it('writes nothing but what JSON reads back equal', () => {
    const leaf = fc.oneof(fc.string({ unit: 'binary' }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('any'), { maxKeys: 4 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (any) => {
        const text = canonicalJson(any);
        return canonicalJson(JSON.parse(text)) === text && JSON.stringify(JSON.parse(text)).length === text.length;
      }),
      { numRuns: 5_000 },
    );
  });

  it('says where a value stands that a hash must not depend on', () => {
    expect(() => canonicalJson({ steps: [{ amount: 1.5 }] })).toThrow('Not a whole number at $.steps[0].amount: 1.5');
    expect(() => canonicalJson({ note: undefined })).toThrow('Not JSON at $.note: undefined');
  });

  it.each([
    [undefined],
    [() => 1],
    [5n],
    [Symbol('x')],
    [0.5],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [2 ** 53],
    [new Date(0)],
    [new Map()],
    [[1, undefined]],
    [new Array(1)],
  ])('throws on %s', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });

  it('writes minus zero as zero', () => {
    expect(canonicalJson(-0)).toBe('0');
  });
});
