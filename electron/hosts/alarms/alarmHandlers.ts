import type { alarmChannels } from '#shared/contract/alarms.ts';
import { alarmProblems } from '#shared/domain/alarms/settings.ts';
import { type Failure, fail, succeed } from '#shared/domain/failure.ts';
import { lockedChange, lockReason } from '#shared/domain/settingLocks.ts';
import type { HostHandlers } from '../companies/hostRequests.ts';

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
    const locked = lockedChange(before, { alarms: settings }, standing().locks);
    if (locked !== null) return fail(refusal('settings.locked', lockReason(locked), ''));
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

function refusal(code: string, sentence: string, remedy: string): Failure {
  return { next: 'needsPerson', code, sentence, ...(remedy === '' ? {} : { remedy }) };
}
