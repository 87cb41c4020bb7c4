import type { ServerResponse } from 'node:http';
import type { Clock } from '../engine/ports/runtime.ts';
import type { Door } from '../hosts/companies/door.ts';
import { commonHeaders } from '../hosts/pageSecurity.ts';

/** Below the 30 s after which some proxies and virus scanners cut a silent connection. */
const heartbeatMs = 20_000;
/** One browser with many windows; more is a page that reconnects in a loop. */
const mostStreams = 50;

export type EventStreams = {
  /** Keeps this response open and writes every changed event to it. False: there are too many already. */
  readonly add: (response: ServerResponse) => boolean;
  readonly close: () => void;
};

/** Server-sent events: one subscription to all companies for all open pages, with a heartbeat that also finds out who has gone. */
export function createEventStreams(door: Door, clock: Clock): EventStreams {
  const open = new Set<ServerResponse>();
  const writeAll = (text: string) => {
    for (const response of open) response.write(text);
  };
  const unsubscribe = door.onChanged((event) => writeAll(`data: ${JSON.stringify(event)}\n\n`));
  let cancel = clock.after(heartbeatMs, beat);
  function beat(): void {
    writeAll(': still here\n\n');
    cancel = clock.after(heartbeatMs, beat);
  }
  return {
    add: (response) => {
      if (open.size >= mostStreams) return false;
      response.writeHead(200, { ...commonHeaders, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(': listening\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
      return true;
    },
    close: () => {
      unsubscribe();
      cancel();
      for (const response of open) response.end();
      open.clear();
    },
  };
}
