import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxMessageBytes } from '#shared/contract/messageSize.ts';
import { createAssembler, frameLength, framesOf } from '../../../electron/sage/worker/frames.ts';

const longest = 10 * frameLength;

function assembled(frames: readonly unknown[]): readonly string[] {
  const assemble = createAssembler(longest);
  return frames.flatMap((frame) => {
    const got = assemble(frame);
    return got.kind === 'message' ? [got.text] : [];
  });
}

describe('messages in frames', () => {
  it('arrive as they were sent, one after the other, whatever stands in them', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '.', '+', '\ud83d', '\ude00', '日本 – 5/8″'),
    );
    const message = fc
      .tuple(word, fc.integer({ min: 0, max: 60_000 }))
      .map(([text, times]) => text.repeat(times % 5_000));
    fc.assert(
      fc.property(fc.array(message, { maxLength: 4 }), (messages) => {
        const fitting = messages.filter(({ length }) => length < longest - frameLength);
        expect(assembled(fitting.flatMap(framesOf))).toEqual(fitting);
      }),
      { numRuns: 50 },
    );
  });

  it.each([0, 1, frameLength - 2, frameLength - 1, frameLength, 3 * (frameLength - 1), 3 * frameLength])(
    'of %i characters take no frame above 256 kB',
    (length) => {
      const text = '日'.repeat(length);
      const frames = framesOf(text);
      expect(Math.max(...frames.map((frame) => frame.length * 2))).toBeLessThanOrEqual(maxMessageBytes);
      expect(frames).toHaveLength(Math.max(1, Math.ceil(length / (frameLength - 1))));
      expect(assembled(frames)).toEqual([text]);
    },
  );

  it.each([
    ['no text', 7, 'a frame is number'],
    ['an object', { type: 'answer' }, 'a frame is object'],
    ['nothing', '', 'a frame begins with neither + nor .'],
    ['text without a mark', '{}', 'a frame begins with neither + nor .'],
    ['too much at once', `.${'x'.repeat(frameLength)}`, `a frame is ${frameLength + 1} long`],
  ])('are refused when a frame is %s', (_name, frame, problem) => {
    expect(createAssembler(longest)(frame)).toEqual({ kind: 'garbled', problem });
  });

  it('are refused when they never end', () => {
    const assemble = createAssembler(longest);
    const kinds = Array.from({ length: 11 }, () => assemble(`+${'x'.repeat(frameLength - 1)}`).kind);
    expect(kinds).toEqual([...Array(10).fill('incomplete'), 'garbled']);
  });
});
