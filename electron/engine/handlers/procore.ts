import type { procoreChannels } from '#shared/contract/procore.ts';
import { succeed } from '#shared/domain/failure.ts';
import { type ItemKey, procoreIdOf } from '#shared/domain/procore/item.ts';
import { everyEntry } from '#shared/domain/records.ts';
import { acceptItem, previewItem } from '../procore/accept.ts';
import { boardItem, boardItems, countByList, refusalsOf, rowOf } from '../procore/board.ts';
import { checkItem } from '../procore/check.ts';
import { decide, linkItem, retryItem, unlinkItem } from '../procore/decide.ts';
import { mostPartners } from '../procore/kindModule.ts';
import { kindModule, knownKinds } from '../procore/kinds/registry.ts';
import { listItems } from '../procore/list.ts';
import { resetJob } from '../procore/reset.ts';
import { cutTexts, withUnmet } from '../procore/short.ts';
import { type Handlers, refuse } from './handler.ts';

/** Lines of one item that a message carries; the rest is in the export. */
const shownLines = 200;
/** Conditions of one item that a message carries: whoever meets these sees the next. */
const shownUnmet = 50;

const gone = (key: ItemKey) => refuse('procore.gone', `${key.id} is no longer there: read the list again.`);

export const procoreHandlers: Handlers<keyof typeof procoreChannels> = {
  'procore.overview': (_, context) => {
    const { store, procore } = context;
    const last = store.runs.last('procore');
    return succeed({
      configured: procore.configured(),
      lastRead: last === null ? null : { at: last.endedAt, ok: last.outcome !== 'failed', sentence: last.sentence },
      requestsSent: procore.requestsSent(),
      kinds: knownKinds.map((kind) => {
        const items = boardItems(context, kind);
        return {
          kind,
          counts: countByList(items),
          discrepancies: items.filter(({ facts }) => facts.discrepancies.length > 0).length,
        };
      }),
      projects: store.procore.records
        .all('project')
        .slice(0, 2000)
        .map(({ id, number, name }) => ({ id, title: `${number} ${name}`.trim() })),
    });
  },

  'procore.list': (asked, context) => succeed(listItems(context, asked)),

  'procore.item': async ({ key }, context) => {
    const { store, procore } = context;
    const found = boardItem(context, key);
    if (found === null) return gone(key);
    const module = kindModule(key.kind);
    const { fields, lines, notes } = module.compare(context, key, found.facts.link?.sageKey ?? null);
    const choices = refusalsOf(found).accept === null ? await module.choices(context, key) : succeed([]);
    if (!choices.ok) return choices;
    const row = rowOf(found);
    const web = procoreIdOf(key) === null || !procore.configured() ? null : await procore.webAddress();
    return succeed({
      row: { ...row, state: cutTexts(withUnmet(row.state, shownUnmet), 300), title: cutTexts(row.title, 300) },
      fields: cutTexts(fields, 2000),
      lines: cutTexts(lines.slice(0, shownLines), 200),
      lineCount: lines.length,
      choices: choices.value,
      notes: cutTexts(notes, 1000),
      unmet: cutTexts(found.facts.unmet.slice(0, shownUnmet), 300),
      transferId: found.transferId,
      webAddress: web?.ok ? web.value : null,
      history: store.history.list({ ...everyEntry, item: `${key.kind} ${key.id}` }).rows,
    });
  },

  'procore.preview': async ({ key, choices }, context) => {
    const preview = await previewItem(context, key, choices);
    return preview.ok ? succeed({ preview: preview.value }) : preview;
  },

  'procore.accept': async ({ items }, context, { pushSoon }) => {
    const results = [];
    for (const item of items) {
      const accepted = await acceptItem(context, item);
      results.push({ key: item.key, failure: accepted.ok ? null : accepted.failure });
    }
    if (results.some(({ failure }) => failure === null)) pushSoon();
    return succeed({ results });
  },

  'procore.decide': ({ keys, act, reason }, context) =>
    succeed({
      results: keys.map((key) => {
        const decided = decide(context, key, act, reason);
        return { key, failure: decided.ok ? null : decided.failure };
      }),
    }),

  'procore.link': async ({ pairs }, context, { pushSoon }) => {
    const results = [];
    for (const { key, sageKey } of pairs) {
      const linked = await linkItem(context, key, sageKey);
      results.push({ key, failure: linked.ok ? null : linked.failure });
    }
    pushSoon();
    return succeed({ results });
  },

  'procore.partners': ({ key, search }, context) => {
    const { partners, compare } = kindModule(key.kind);
    // The board that it stands on has been worked out already, by all that there is on both sides.
    const onBoard = search === '' ? boardItems(context, key.kind).find(({ facts }) => facts.key.id === key.id) : null;
    const first = onBoard?.facts.suggestion?.sageKey ?? null;
    const all = partners === null ? [] : partners(context, key, { search, first });
    const found = [
      ...all.filter(({ sageKey }) => sageKey === first),
      ...all.filter(({ sageKey }) => sageKey !== first),
    ].slice(0, mostPartners);
    return succeed({
      partners: found.map((partner) => ({
        ...partner,
        title: cutTexts(partner.title, 200),
        comparison: cutTexts(compare(context, key, partner.sageKey).fields, 200),
      })),
    });
  },

  'procore.unlink': async ({ key }, context, { pushSoon }) => {
    const unlinked = await unlinkItem(context, key);
    if (!unlinked.ok) return unlinked;
    pushSoon();
    return succeed({});
  },

  'procore.reset': ({ key, number }, context, { pushSoon }) => {
    const done = resetJob(context, key, number);
    if (!done.ok) return done;
    pushSoon();
    return succeed({});
  },

  'procore.retry': ({ key }, context, { pushSoon }) => {
    const retried = retryItem(context, key);
    if (!retried.ok) return retried;
    pushSoon();
    return succeed({});
  },

  'procore.check': async ({ key }, context) => {
    const checked = await checkItem(context, key);
    return checked.ok ? succeed({}) : checked;
  },

  'procore.setCredentials': ({ clientId, secret }, { secrets, host, notify, tell }) => {
    for (const [name, value] of [
      ['procore.clientId', clientId],
      ['procore.secret', secret],
    ] as const) {
      const written = secrets.write(name, value.trim());
      if (!written.ok) return refuse('secrets.unsafe', written.sentence);
    }
    tell({ kind: 'settings', sentence: `${host.person} stored new credentials of Procore.` });
    notify(['settings', 'status', 'procore']);
    return succeed({});
  },

  'procore.beginLogin': async (_, { procore, tell, notify, host, logger }) => {
    const begun = await procore.beginLogin();
    if (!begun.ok) return begun;
    void begun.value.finished.then((finished) => {
      if (finished.ok) tell({ kind: 'settings', sentence: `${host.person} logged in to Procore.` });
      else logger.warn('procore.login', { code: finished.failure.code });
      notify(['settings', 'procore', 'history']);
    });
    return succeed({ address: begun.value.address });
  },

  'procore.templates': async (_, { procore }) => {
    if (!procore.configured()) return succeed({ templates: [] });
    const templates = await procore.templates();
    return templates.ok ? succeed({ templates: templates.value.slice(0, 500) }) : templates;
  },
};
