import { describe, expect, it } from 'vitest';
import { eventCommand, eventIds } from '../../electron/hosts/alarms/eventLog.ts';
import { type AlarmMemory, type Matter, nextAlarms, nothingNoticed } from '../../shared/domain/alarms/memory.ts';
import { alarmPayload, alarmWords } from '../../shared/domain/alarms/words.ts';
import { companyIdOf } from '../../shared/domain/company.ts';

const acme = companyIdOf('acme');
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 30, 8) + minutes * 60_000).toISOString();
const times = { silentMinutes: 60, personMinutes: 240 };
const matter = (id: string, tone: Matter['tone'], since = at(0)): Matter => ({
  id,
  company: acme,
  companyName: 'Acme Builders',
  tone,
  sentence: 'COR 12 ‘Roof’ was changed in Sage.',
  since,
});

/** What is said at each look, with what stands then: the memory goes from one to the next. */
function looks(
  steps: readonly { readonly at: number; readonly matters: readonly Matter[]; readonly unasked?: readonly string[] }[],
) {
  let memory: AlarmMemory = nothingNoticed;
  return steps.map(({ at: minute, matters, unasked = [] }) => {
    const said = nextAlarms(memory, { matters, unasked }, at(minute), times);
    memory = said.memory;
    return [
      ...said.events.map(({ kind }) => `event ${kind}`),
      ...said.alarms.map(({ kind, tone, count }) => `${kind} ${tone} ${count}`),
    ];
  });
}

describe('alarms', () => {
  it('tell the event log once when something needs a person, and not at every look', () => {
    const matters = [matter('a', 'needsYou')];
    expect(
      looks([
        { at: 0, matters },
        { at: 1, matters },
        { at: 2, matters },
      ]),
    ).toEqual([['event needsYou'], [], []]);
  });

  it('are raised after the minutes set, repeated ever more rarely, and ended once', () => {
    const matters = [matter('silent:sage', 'noContact')];
    const said = looks([
      ...[0, 59, 60, 61, 119, 120, 359, 360, 361, 1799, 1800].map((minute) => ({ at: minute, matters })),
      { at: 1801, matters: [] },
      { at: 1802, matters: [] },
    ]);
    expect(said).toEqual([
      ['event noContact'],
      [],
      ['raised noContact 1'],
      [],
      [],
      ['again noContact 1'],
      [],
      ['again noContact 1'],
      [],
      [],
      ['again noContact 1'],
      ['event contactAgain', 'over noContact 1'],
      [],
    ]);
  });

  it('say nothing of the end of what never lasted long enough to be raised', () => {
    expect(
      looks([
        { at: 0, matters: [matter('a', 'needsYou')] },
        { at: 10, matters: [] },
      ]),
    ).toEqual([['event needsYou'], []]);
  });

  it('are one message for each company, however many items wait', () => {
    const matters = ['a', 'b', 'c'].map((id) => matter(id, 'needsYou'));
    expect(
      looks([
        { at: 0, matters },
        { at: 240, matters },
      ])[1],
    ).toEqual(['raised needsYou 3']);
  });

  it('do not end and begin anew while a company is being opened', () => {
    const matters = [matter('a', 'needsYou')];
    const said = looks([
      { at: 0, matters },
      { at: 1, matters: [], unasked: ['acme'] },
      { at: 2, matters },
    ]);
    expect(said).toEqual([['event needsYou'], [], []]);
  });

  it('carry neither the words of an item nor anybody’s name to other computers', () => {
    const alarm = {
      kind: 'raised',
      tone: 'needsYou',
      company: 'acme',
      companyName: 'Acme Builders',
      count: 2,
      since: at(0),
    } as const;
    expect(alarmPayload(alarm, at(240), '0.1.0')).toEqual({
      source: 'plumbline',
      version: '0.1.0',
      at: at(240),
      kind: 'raised',
      tone: 'needsYou',
      company: 'acme',
      count: 2,
      since: at(0),
    });
    expect(alarmWords(alarm).subject).toBe('Plumbline, Acme Builders: 2 items need a person');
    expect(alarmWords({ ...alarm, kind: 'over', tone: 'noContact' }).subject).toBe(
      'Plumbline, Acme Builders: in contact again',
    );
  });
});

describe('an entry in the Windows event log', () => {
  it('is written by the program that Windows brings, with an id from 1 to 1000 and words that no shell reads', () => {
    const event = {
      kind: 'needsYou',
      company: 'acme',
      companyName: 'Acme',
      sentence: 'say "hi" & del\n%PATH%',
    } as const;
    expect(eventCommand({ SystemRoot: 'C:\\Windows' }, event)).toEqual({
      program: 'C:\\Windows\\System32\\eventcreate.exe',
      words: [
        '/L',
        'APPLICATION',
        '/T',
        'WARNING',
        '/SO',
        'Plumbline',
        '/ID',
        '100',
        '/D',
        'Acme: say  hi  & del %PATH%',
      ],
    });
    for (const id of Object.values(eventIds)) expect(id >= 1 && id <= 1000).toBe(true);
    const long = eventCommand({ SystemRoot: 'C:\\Windows' }, { ...event, sentence: 'x'.repeat(5000) });
    expect(long.words.at(-1)?.length).toBe(1000);
  });
});
