import type { Standing } from '#shared/contract/companies.ts';
import { type ResponseOf, requests } from '#shared/contract/requests.ts';
import type { AttentionItem } from '#shared/domain/attention.ts';
import type { Companies, Place } from './companies.ts';
import type { KnownCompany } from './knownCompanies.ts';

/** Within what one message may carry, whatever waits. */
const mostItems = 200;

/** How every company stands and what in it needs a person, in their order. */
export async function attentionList(companies: Companies): Promise<readonly Standing[]> {
  const standings = [];
  let left = mostItems;
  for (const company of companies.known()) {
    const standing = await standingOf(company, companies);
    standings.push({ ...standing, items: standing.items.slice(0, left) });
    left = Math.max(0, left - standing.items.length);
  }
  return standings;
}

async function standingOf(company: KnownCompany, companies: Companies): Promise<Standing> {
  const { id, name } = company;
  const place = companies.placeOf(id);
  if (place.state !== 'open') {
    const items = place.state === 'failed' ? [notOpened(company, place, companies.clock.now())] : [];
    return { id, name, state: place.state, status: null, writing: false, timeZone: null, items };
  }
  const ask = async <C extends 'home.status' | 'home.attention'>(channel: C): Promise<ResponseOf<C> | null> => {
    const reply = await place.composed.engine.request(channel, {});
    return reply.ok ? (requests[channel].response.parse(reply.value) as ResponseOf<C>) : null;
  };
  const status = await ask('home.status');
  const { items } = (await ask('home.attention')) ?? { items: [] };
  const { transfers, settings } = place.composed.store;
  const writing = (transfers.counts().applying ?? 0) > 0;
  return { id, name, state: 'open', status, writing, timeZone: settings.read().timeZone, items };
}

function notOpened(
  { id, name }: KnownCompany,
  { failure }: Extract<Place, { state: 'failed' }>,
  since: string,
): AttentionItem {
  const sentence = `${name} could not be opened: ${failure.sentence}`;
  return {
    id: `notOpened:${failure.code}`,
    company: id,
    companyName: name,
    tone: 'needsYou',
    sentence,
    goTo: '#/home',
    since,
  };
}
