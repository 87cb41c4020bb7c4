import { maxMessageBytes } from '#shared/contract/messageSize.ts';

/**
 * Messages cross between the processes as JSON text, cut into frames of at most 256 kB: posting or receiving a larger one would hold
 * up whoever does it. What is read from Sage in pages is cut into pages that fit one frame; only what is one thing takes several:
 * a plan with hundreds of lines, its receipt, a very long change order.
 */

/** In UTF-16 units, which cross as one or two bytes each. */
export const frameLength = maxMessageBytes / 2;

/** First character of a frame: more belongs to the same message, or this was the last of it. */
const more = '+';
const last = '.';

/**
 * Longest messages, in UTF-16 units. A plan of 500 lines is about 0.8 M. What is read back of a plan, the receipt, is at most about
 * twice as long as the plan, so that every plan that may be sent can be answered.
 */
export const longestRequest = 4 * 1024 * 1024;
export const longestAnswer = 16 * 1024 * 1024;

export function framesOf(text: string): readonly string[] {
  const room = frameLength - 1;
  const frames: string[] = [];
  for (let start = 0; start < text.length || start === 0; start += room) {
    const end = start + room;
    frames.push((end < text.length ? more : last) + text.slice(start, end));
  }
  return frames;
}

export type Assembled =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'garbled'; readonly problem: string };

/** Puts frames together again; whoever gets `garbled` stops listening to this sender. */
export function createAssembler(longest: number): (frame: unknown) => Assembled {
  let text = '';
  return (frame) => {
    if (typeof frame !== 'string') return { kind: 'garbled', problem: `a frame is ${typeof frame}` };
    const mark = frame.charAt(0);
    if (mark !== more && mark !== last) return { kind: 'garbled', problem: 'a frame begins with neither + nor .' };
    if (frame.length > frameLength) return { kind: 'garbled', problem: `a frame is ${frame.length} long` };
    if (text.length + frame.length > longest)
      return { kind: 'garbled', problem: `a message is longer than ${longest}` };
    text += frame.slice(1);
    if (mark === more) return { kind: 'incomplete' };
    const whole = text;
    text = '';
    return { kind: 'message', text: whole };
  };
}
