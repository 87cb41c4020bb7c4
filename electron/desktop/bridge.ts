import { maxMessageBytes } from '#shared/contract/messageSize.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { Reply } from '../engine/engineTypes.ts';
import type { Door } from '../hosts/companies/door.ts';
import { refuseSender, type SenderFrame } from './windowRules.ts';

/** The two channels that cross the bridge; preload.ts repeats them, because it may import nothing. */
export const requestChannel = 'plumbline:request';
export const changedChannel = 'plumbline:changed';

/** Answers one message of the window. Every refusal is an answer in words: `undefined` would look like success. */
export async function answerBridge(
  door: () => Promise<Pick<Door, 'request'>>,
  frame: SenderFrame | null,
  company: unknown,
  channel: unknown,
  payload: unknown,
): Promise<Reply> {
  const stranger = refuseSender(frame);
  if (stranger !== null) return refusal('bridge.sender', stranger);
  if (company !== null && typeof company !== 'string') {
    return refusal('bridge.company', 'The request names no company.');
  }
  if (typeof channel !== 'string') return refusal('bridge.channel', 'The request names no channel.');
  if (!isSmall(payload)) {
    return refusal(
      'bridge.tooLarge',
      'The request is larger than the 256 kB that Plumbline takes, or it is not plain data.',
    );
  }
  const reply = await (await door()).request(company, channel, payload);
  if (isSmall(reply)) return reply;
  const sentence = 'The answer is larger than a screen may receive at once. Narrow the search or the filter.';
  return refusal('bridge.answerTooLarge', sentence);
}

/** Plain JSON data of at most 256 kB. */
function isSmall(message: unknown): boolean {
  try {
    const text = JSON.stringify(message);
    return text !== undefined && Buffer.byteLength(text) <= maxMessageBytes;
  } catch {
    return false;
  }
}

function refusal(code: string, sentence: string): Reply {
  const failure: Failure = { next: 'needsPerson', code, sentence };
  return { ok: false, failure };
}
