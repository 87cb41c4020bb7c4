import { type CompanyEvent, companyEventSchema } from '#shared/contract/companies.ts';
import { topics } from '#shared/contract/events.ts';
import { sessionKey } from './sessionKey.ts';

/** Between attempts to reach the engine again: soon, because it runs on this computer. */
const reconnectMs = 2_000;

/** Whatever may have changed while nobody listened. */
const everything: CompanyEvent = { company: null, topics, transfer: null };

/** The event in the text of a server-sent message; null for what is no event of ours. */
export function parseEvent(text: string): CompanyEvent | null {
  try {
    const parsed = companyEventSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * Listens for as long as the page lives. An EventSource reconnects by itself after a lost connection but gives up after a refusal, so a
 * closed one is opened anew. With every opening, the first one too, everything counts as changed: what the page has asked before may have
 * changed before anybody listened.
 */
export function openEventStream(onEvent: (event: CompanyEvent) => void): void {
  const connect = (): void => {
    const source = new EventSource(`/events?key=${sessionKey()}`);
    source.onopen = () => onEvent(everything);
    source.onmessage = (message) => {
      const event = parseEvent(String(message.data));
      if (event !== null) onEvent(event);
    };
    source.onerror = () => {
      // The engine may be gone: asking for its status shows that at once instead of with the next look.
      onEvent({ company: null, topics: ['status'], transfer: null });
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, reconnectMs);
    };
  };
  connect();
}
