import { describe, expect, it } from 'vitest';
import type { Standing } from '#shared/contract/companies.ts';
import { doneNotice } from '../../../electron/desktop/shell/doneNotices.ts';
import { decideNotices, type Shown, unheardNotice } from '../../../electron/desktop/shell/notices.ts';
import { absentWords } from '../../../electron/hosts/unattended/watchUnattended.ts';
import { attention, item, standing } from './standings.ts';

const acme = (...items: Standing['items']) => attention(standing('acme', {}, { items }));
const bodies = (items: Standing['items'], told: readonly string[] = [], shown: Shown = null) =>
  decideNotices(acme(...items), told, shown).notices.map(({ body }) => body);

describe('notifications', () => {
  it('tell of what needs a person, and lead to it', () => {
    const { notices, told } = decideNotices(acme(item('a')), [], null);
    expect(notices).toEqual([
      {
        title: 'This needs you',
        body: "'a' was not written into Sage.",
        company: 'acme',
        goTo: '#/queue?id=a',
      },
    ]);
    expect(told).toEqual(['acme/a']);
  });

  it('are not repeated for the same item, also after a restart', () => {
    expect(bodies([item('a')], ['acme/a'])).toEqual([]);
  });

  it('tell of the same item again when it had been dealt with', () => {
    const { told } = decideNotices(acme(), ['acme/a'], null);
    expect(told).toEqual([]);
    expect(bodies([item('a')], told)).toHaveLength(1);
  });

  it('forget nothing of a company that is not open', () => {
    const opening = attention(standing('acme', {}, { state: 'opening', status: null }));
    expect(decideNotices(opening, ['acme/a'], null).told).toEqual(['acme/a']);
  });

  it('are quiet about what is on the screen of its company, and do not come later', () => {
    const shown = { company: 'acme', route: '#/queue?state=needsAttention' };
    const decided = decideNotices(acme(item('a')), [], shown);
    expect(decided).toEqual({ notices: [], told: ['acme/a'] });
    expect(bodies([item('a')], [], { company: 'smith', route: '#/queue' })).toHaveLength(1);
    expect(bodies([item('a')], [], { company: 'acme', route: '#/settings/sage' })).toHaveLength(1);
    expect(bodies([item('a', { goTo: '#/home' })], [], { company: 'acme', route: '' })).toEqual([]);
  });

  it('wait until no contact has lasted a quarter of an hour', () => {
    const silent = (since: string) => item('silent:sage', { tone: 'noContact', since, goTo: '#/home' });
    const early = decideNotices(acme(silent('2026-11-23T16:50:00.000Z')), [], null);
    expect(early).toEqual({ notices: [], told: [] });
    expect(decideNotices(acme(silent('2026-11-23T16:45:00.000Z')), [], null).notices).toMatchObject([
      { title: 'No contact' },
    ]);
  });

  it('are one when there are many at once', () => {
    const { notices, told } = decideNotices(acme(item('a'), item('b'), item('c'), item('d')), [], null);
    expect(notices).toMatchObject([{ title: '4 items need you', company: 'acme', goTo: '#/home' }]);
    expect(told).toHaveLength(4);
  });

  it('name the company where there are several', () => {
    const both = attention(standing('acme', {}, { items: [item('a')] }), standing('smith'));
    expect(decideNotices(both, [], null).notices[0]?.title).toBe('This needs you: Acme Builders');
  });
});

describe('a notification of what went well', () => {
  const door = {
    request: async () => ({ ok: false as const, failure: { next: 'bug', code: 'x', sentence: '' } as const }),
  };
  it.each(['queued', 'applying', 'needsAttention'])('is none of a transfer that is %s', async (state) => {
    const event = { company: standing('acme').id, topics: [], transfer: { id: 't', state } };
    expect(await doneNotice(event, door)).toBeNull();
  });
});

describe('when the computer’s unattended Plumbline is not heard', () => {
  const stopped = { failure: absentWords('stopped') };

  it('a person is told once, with the way out, and not while the window says it', () => {
    expect(unheardNotice(stopped, attention(), false)).toMatchObject({
      body: expect.stringContaining('plumbline unattended start'),
    });
    expect(unheardNotice(stopped, 'opening', false)).not.toBeNull();
    expect(unheardNotice(stopped, stopped, false)).toBeNull();
    expect(unheardNotice(stopped, attention(), true)).toBeNull();
  });

  it('nobody is told while it is only being started', () => {
    expect(unheardNotice({ failure: absentWords('starting') }, attention(), false)).toBeNull();
  });
});
