import type { alarmChannels } from '#shared/contract/alarms.ts';
import { type AlarmSettings, alarmProblems } from '#shared/domain/alarms/settings.ts';
import { type Failure, fail, succeed } from '#shared/domain/failure.ts';
import type { HostHandlers } from '../companies/hostRequests.ts';
import { lockedRefusal } from '../lockedSettings.ts';

/** What is asked of the installation about its alarms. */
export const alarmHandlers: Pick<HostHandlers, keyof typeof alarmChannels> = {
  'alarms.get': (_, { companies: { installation, standing, alarms, systemLogs }, secrets }) =>
    succeed({
      settings: installation.read().alarms,
      locks: standing().locks.filter(({ path }) => path.startsWith('alarms.')),
      webhookKeyStored: secrets.installation.has('alarms.webhookKey'),
      mailPasswordStored: secrets.installation.has('alarms.mailPassword'),
      hasEventLog: systemLogs,
      last: alarms.last(),
    }),

  'alarms.save': ({ settings, webhookKey, mailPassword }, { companies, secrets }) => {
    const { installation, standing, logger } = companies;
    const [problem] = alarmProblems(settings);
    if (problem !== undefined) return fail(refusal('alarms.value', problem.sentence, 'Correct it and save again.'));
    const before = { alarms: installation.read().alarms };
    const locked = lockedRefusal(before, { alarms: settings }, standing().locks);
    if (locked !== null) return fail(locked);
    const stored = secrets.installation.has('alarms.mailPassword');
    if (mailPassword === null && stored && isElsewhere(before.alarms.email, settings.email)) {
      const sentence =
        'The stored password was entered for another mail server, user or encryption, and goes nowhere else. Nothing was saved.';
      return fail(refusal('alarms.password', sentence, 'Enter the password together with the new mail server.'));
    }
    for (const [name, value] of [
      ['alarms.webhookKey', webhookKey],
      ['alarms.mailPassword', mailPassword],
    ] as const) {
      if (value === null) continue;
      const written = secrets.installation.write(name, value);
      if (!written.ok) return fail(refusal('secrets.unsafe', written.sentence, ''));
    }
    const failed = installation.write({ ...installation.stored(), alarms: settings });
    if (failed !== null) return fail(failed);
    logger.info('alarms.changed');
    return succeed({});
  },

  'alarms.test': async ({ way }, { companies }) => {
    const sent = await companies.alarms.test(way);
    return sent.ok ? succeed({}) : sent;
  },
};

/** Whether the password would go where it was not entered for, or less safely. */
function isElsewhere(before: AlarmSettings['email'], after: AlarmSettings['email']): boolean {
  if (after.server === '' || after.user === '') return false;
  return (['server', 'port', 'security', 'user'] as const).some((field) => before[field] !== after[field]);
}

function refusal(code: string, sentence: string, remedy: string): Failure {
  return { next: 'needsPerson', code, sentence, ...(remedy === '' ? {} : { remedy }) };
}
