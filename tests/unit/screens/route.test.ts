import { expect, test } from 'vitest';
import { parseEvent } from '../../../renderer/api/eventStream.ts';
import { parseRoute } from '../../../renderer/navigation/route.ts';

test('a route is a screen, its parts and its query', () => {
  const route = parseRoute('#/add/7f3a/2?cor=19&x=a%20b');
  expect([route.screen, route.parts, route.query.get('cor'), route.query.get('x')]).toEqual([
    'add',
    ['7f3a', '2'],
    '19',
    'a b',
  ]);
});

test('no route means Home', () => {
  expect(parseRoute('').screen).toBe('home');
  expect(parseRoute('#/').screen).toBe('home');
});

test('a question mark inside the query stays there, and a broken escape harms nothing', () => {
  expect(parseRoute('#/history?job=a?b').query.get('job')).toBe('a?b');
  expect(parseRoute('#/settings/%E0%A4%A').parts).toEqual(['%E0%A4%A']);
});

test('what is no event of ours is left alone', () => {
  const event = { company: 'acme', topics: ['status'], transfer: null };
  expect(parseEvent(JSON.stringify(event))).toEqual(event);
  expect(parseEvent(JSON.stringify({ ...event, company: null }))).toEqual({ ...event, company: null });
  expect(parseEvent(JSON.stringify({ topics: ['status'], transfer: null }))).toBeNull();
  expect(parseEvent(JSON.stringify({ ...event, topics: ['somethingNew'] }))).toBeNull();
  expect(parseEvent('not json')).toBeNull();
});
