import type { Standing } from '#shared/contract/companies.ts';
import type { AttentionItem } from '#shared/domain/attention.ts';
import { companyIdOf } from '#shared/domain/company.ts';
import type { Attention } from '../../../electron/hosts/attentionWatch.ts';

export const now = '2026-11-23T17:00:00.000Z';

type Status = NonNullable<Standing['status']>;

/** A company that is open and stands as `status` says. */
export function standing(id: string, status: Partial<Status> = {}, more: Partial<Standing> = {}): Standing {
  return {
    id: companyIdOf(id),
    name: id === 'acme' ? 'Acme Builders' : 'Smith & Sons',
    state: 'open',
    status: {
      tone: 'inStep',
      sentence: 'In step. Last checked just now.',
      pausedUntil: null,
      hindered: null,
      ...status,
    },
    writing: false,
    timeZone: 'America/Los_Angeles',
    items: [],
    ...more,
  };
}

export function item(id: string, more: Partial<AttentionItem> = {}): AttentionItem {
  return {
    id,
    company: companyIdOf('acme'),
    companyName: 'Acme Builders',
    tone: 'needsYou',
    sentence: `'${id}' was not written into Sage.`,
    goTo: `#/queue?id=${id}`,
    since: now,
    ...more,
  };
}

export function attention(...companies: readonly Standing[]): Attention {
  return { now, companies };
}
