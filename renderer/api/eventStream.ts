import { type ChangedEvent, changedEventSchema, topics } from '#shared/contract/events.ts';

/** Between attempts to reach the engine again: soon, because it runs on this computer. */
const reconnectMs = 2_000;

/** Whatever may have changed while nobody listened. */
const everything: ChangedEvent = { topics, transfer: null };

/** The event in one server-sent block (`data: {…}`), or null for comments and for what is no event of ours. */
export function parseEventBlock(block: string): ChangedEvent | null {
  const data = block
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice('data:'.length).trim())
    .join('\n');
  if (data === '') return null;
  try {
    const parsed = changedEventSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function readBlocks(response: Response, onBlock: (block: string) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) return;
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = `${rest}${value.replaceAll('\r', '')}`.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) onBlock(block);
  }
}

/**
 * Listens to server-sent events for as long as the page lives and reconnects by itself; after each reconnection everything counts
 * as changed. Read with fetch, because an EventSource cannot carry the token in a header and an address is no place for one.
 */
export function openEventStream(token: string, onEvent: (event: ChangedEvent) => void): void {
  let first = true;
  const connect = async (): Promise<void> => {
    try {
      const response = await fetch('/events', { headers: { accept: 'text/event-stream', 'x-plumbline-token': token } });
      if (response.ok) {
        if (!first) onEvent(everything);
        first = false;
        await readBlocks(response, (block) => {
          const event = parseEventBlock(block);
          if (event !== null) onEvent(event);
        });
      }
    } catch {
      // The engine is away; the next attempt follows, and requests say so meanwhile.
    }
    setTimeout(connect, reconnectMs);
  };
  void connect();
}
