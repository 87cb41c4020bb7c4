import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { heedSessionEnd } from '../../../electron/desktop/shell/sessionEnd.ts';

/** Windows ends the session. Out: what the program did, in order. */
function told(events: readonly ['query-session-end' | 'session-end', ...string[]][], writing: boolean) {
  const done: string[] = [];
  const listener = new EventEmitter();
  heedSessionEnd(listener, {
    writing: () => writing,
    farewell: () => done.push('farewell'),
    quit: () => done.push('quit'),
  });
  for (const [event, ...reasons] of events) {
    listener.emit(event, { reasons, preventDefault: () => done.push('wait') });
  }
  return done;
}

describe('when Windows ends the session', () => {
  it('it is asked to wait while a record is being written, and Plumbline ends after that', () => {
    expect(told([['query-session-end', 'shutdown']], true)).toEqual(['wait', 'quit']);
  });

  it('nothing is held up while nothing is written, or when Windows cannot wait', () => {
    expect(told([['query-session-end', 'shutdown']], false)).toEqual([]);
    expect(told([['query-session-end', 'critical', 'shutdown']], true)).toEqual([]);
  });

  it('the farewell comes before the end, so that the next start tells of no crash', () => {
    expect(told([['session-end', 'logoff']], false)).toEqual(['farewell', 'quit']);
  });
});
