import { checksOfSteps } from '#shared/contract/connectionChecks.ts';
import type { settingsChannels } from '#shared/contract/settings.ts';
import { succeed } from '#shared/domain/failure.ts';
import { changesBetween } from '#shared/domain/historyDetail.ts';
import { parseMoney } from '#shared/domain/money.ts';
import { isSafeBaseAddress } from '#shared/domain/network/safeAddress.ts';
import { type ProcoreSettings, procoreEnvironments } from '#shared/domain/procore/procoreSettings.ts';
import { lockedChange, lockReason } from '#shared/domain/settingLocks.ts';
import { cloudsElsewhere } from '../cloudsElsewhere.ts';
import type { Context } from '../context.ts';
import { clearstoryChecks, procoreChecks, runChecks } from '../diagnostics/runChecks.ts';
import { vendorTypesRefusal } from '../procore/kinds/vendor/types.ts';
import { clearstoryKeyName } from '../usedClouds.ts';
import { withChooser, writingTold } from '../writing/chosen.ts';
import { type Handlers, refuse } from './handler.ts';

export const settingsHandlers: Handlers<keyof typeof settingsChannels> = {
  'settings.get': (_, context) => {
    const { store, secrets, companyName, companyKind, server } = context;
    return succeed({
      settings: store.settings.read(),
      locks: context.locks?.() ?? [],
      changeOrderTypes: store.sage.search('changeOrderType', { limit: 1000 }),
      costTypes: store.sage.search('costType', { limit: 20 }),
      vendorTypes: store.sage.search('vendorType', { limit: 500 }),
      sage: { company: companyName, server, kind: companyKind, catalog: store.inspection.read()?.catalog ?? null },
      clearstoryKeyStored: secrets.has(clearstoryKeyName),
      procoreLoggedIn: secrets.has('procore.login'),
      procoreKeyStored: secrets.has('procore.clientId') && secrets.has('procore.secret'),
      writing: {
        decision: context.writing(),
        markerTable: context.markerTable,
        inspectedAt: store.inspection.read()?.catalog.readAt ?? null,
      },
    });
  },

  'settings.save': ({ settings }, context) => {
    const bad =
      timeZoneRefusal(settings.timeZone) ??
      addressRefusal(settings.clearstory.baseUrl) ??
      procoreRefusal(settings.procore) ??
      vendorTypesRefusal(context, settings.procore.vendorTypes);
    if (bad !== null) return refuse('settings.value', bad);
    const before = context.store.settings.read();
    const locked = lockedChange(before, settings, context.locks?.() ?? []);
    if (locked !== null) return refuse('settings.locked', lockReason(locked));
    const after = withChooser(context, before, settings);
    const elsewhere = cloudsElsewhere(before, after);
    const kept = context.secrets.forget(elsewhere.flatMap((cloud) => keysOf[cloud]));
    if (kept !== null) return refuse('settings.keyElsewhere', `${keySetElsewhere} ${kept}`);
    const writing = writingTold(context.host.person, before.writing, after.writing);
    context.store.transaction(() => {
      context.store.settings.write(after);
      context.tell(
        writing ?? {
          kind: 'settings',
          sentence: `${context.host.person} changed the settings.${forgottenWords(elsewhere)}`,
          detail: changesBetween(before, after),
        },
      );
    });
    context.notify(['settings', 'status', 'procore']);
    return succeed({});
  },

  'settings.setClearstoryKey': ({ keyId, secret }, context) => {
    const written = context.secrets.write(
      clearstoryKeyName,
      JSON.stringify({ keyId: keyId.trim(), secret: secret.trim() }),
    );
    if (!written.ok) return refuse('secrets.unsafe', written.sentence);
    context.tell({ kind: 'settings', sentence: `${context.host.person} stored a new Clearstory key.` });
    context.notify(['settings', 'status']);
    return succeed({});
  },

  'settings.test': async ({ side }, context) => {
    const checks = await checksOf[side](context);
    // How its clock stands belongs to the self-checks.
    const steps = checks.filter(({ id }) => !id.endsWith('.clock'));
    return succeed({ checks: steps.map((check, index) => ({ ...check, number: index + 1 })) });
  },

  'diagnostics.run': async (_, context) => succeed({ checks: await runChecks(context) }),

  'diagnostics.unreadable': (_, { store }) =>
    succeed({
      items: store.unreadable
        .all()
        .slice(0, 50)
        .map((item) => ({ ...item, payload: item.payload.slice(0, 4000) })),
    }),
};

/** What each cloud is opened with. */
const keysOf = {
  clearstory: [clearstoryKeyName],
  procore: ['procore.clientId', 'procore.secret', 'procore.login'],
} as const;

const keySetElsewhere = 'The key of this cloud would go to another address than it was entered for. Nothing was saved.';

function forgottenWords(clouds: ReturnType<typeof cloudsElsewhere>): string {
  const names = { clearstory: 'Clearstory', procore: 'Procore' };
  return clouds
    .map(
      (cloud) => ` ${names[cloud]} has another address now: its key is forgotten and has to be entered for that one.`,
    )
    .join('');
}

const checksOf = {
  sage: async ({ sage }: Context) => checksOfSteps(await sage.test()),
  clearstory: clearstoryChecks,
  procore: procoreChecks,
} as const;

function timeZoneRefusal(timeZone: string): string | null {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return null;
  } catch {
    return `Time zone '${timeZone}' is not known: use a name like America/Los_Angeles.`;
  }
}

function addressRefusal(address: string): string | null {
  if (isSafeBaseAddress(address)) return null;
  return `Clearstory's address '${address}' is not an https address without a user or a question mark in it: it is usually https://web-api.clearstory.build.`;
}

function procoreRefusal({ environment, loginBase, apiBase, twoPersonsFrom }: ProcoreSettings): string | null {
  if (twoPersonsFrom.trim() !== '' && parseMoney(twoPersonsFrom) === null)
    return `Two persons from '${twoPersonsFrom}' is not an amount: write it like 25000.00, or leave it empty.`;
  if (environment !== 'custom') return null;
  const wrong = [loginBase, apiBase].find((address) => !isSafeBaseAddress(address));
  return wrong === undefined
    ? null
    : `Procore's address '${wrong}' is not an https address without a user or a question mark in it: it is usually ${procoreEnvironments.production.apiBase}.`;
}
