import { z } from 'zod';
import { isSafeAddress } from '../network/safeAddress.ts';
import { oneLine } from '../oneLine.ts';

/**
 * How Plumbline makes itself heard where nobody looks at its screens. For the whole installation, whichever companies are in it. The key
 * of the webhook's signature and the password of the mail server are secrets and never stand here.
 */

const minutes = z.number().int().min(5).max(10_080);

/** `tls`: encrypted from the first byte (port 465). `starttls`: encrypted before anything is said (587), or nothing is sent. */
export const mailSecurities = ['tls', 'starttls', 'none'] as const;

export const alarmSettingsSchema = z.strictObject({
  /** Nothing was heard from a side for so long. */
  silentMinutes: minutes,
  /** Something has been waiting for a person for so long. */
  personMinutes: minutes,
  /** Entries in the Windows event log, at once and whatever the minutes say. */
  eventLog: z.boolean(),
  /** Empty: none. */
  webhook: z.strictObject({ url: oneLine(500) }),
  /** Called after every run of the timers; an outside watch that hears nothing for too long raises its own alarm. Empty: none. */
  heartbeat: z.strictObject({ url: oneLine(500) }),
  email: z.strictObject({
    /** Empty: none. */
    server: oneLine(200),
    port: z.number().int().min(1).max(65_535),
    security: z.enum(mailSecurities),
    /** Empty: the server takes mail from this computer without a login. */
    user: oneLine(200),
    from: oneLine(200),
    to: z.array(oneLine(200).min(3)).max(20).readonly(),
  }),
});
export type AlarmSettings = z.infer<typeof alarmSettingsSchema>;

export const standardAlarms: AlarmSettings = {
  silentMinutes: 60,
  personMinutes: 240,
  eventLog: true,
  webhook: { url: '' },
  heartbeat: { url: '' },
  email: { server: '', port: 587, security: 'starttls', user: '', from: '', to: [] },
};

/** What a configuration file or a policy may set of them. */
export const partialAlarmsSchema = alarmSettingsSchema
  .extend({ email: alarmSettingsSchema.shape.email.partial() })
  .partial();
type PartialAlarms = z.infer<typeof partialAlarmsSchema>;

/** The settings with everything that stands in `over`. */
export function withAlarms(base: AlarmSettings, over: PartialAlarms | undefined): AlarmSettings {
  const email = over?.email;
  return {
    silentMinutes: over?.silentMinutes ?? base.silentMinutes,
    personMinutes: over?.personMinutes ?? base.personMinutes,
    eventLog: over?.eventLog ?? base.eventLog,
    webhook: over?.webhook ?? base.webhook,
    heartbeat: over?.heartbeat ?? base.heartbeat,
    email: {
      server: email?.server ?? base.email.server,
      port: email?.port ?? base.email.port,
      security: email?.security ?? base.email.security,
      user: email?.user ?? base.email.user,
      from: email?.from ?? base.email.from,
      to: email?.to ?? base.email.to,
    },
  };
}

export type AlarmProblem = {
  readonly field: 'webhook' | 'heartbeat' | 'server' | 'from' | 'to';
  readonly sentence: string;
};

/** What cannot be used as it stands, by its field. */
export function alarmProblems({ webhook, heartbeat, email }: AlarmSettings): readonly AlarmProblem[] {
  const problems: AlarmProblem[] = [];
  for (const [field, { url }] of [
    ['webhook', webhook],
    ['heartbeat', heartbeat],
  ] as const) {
    if (url === '' || isSafeAddress(url)) continue;
    const sentence = `“${url}” is not an https address without a user in it; http is taken for this computer only.`;
    problems.push({ field, sentence });
  }
  if (email.server === '') return problems;
  if (!/^[a-z\d][a-z\d.:-]*$/i.test(email.server)) {
    const sentence = `“${email.server}” is not the name of a mail server, such as smtp.office.example.`;
    problems.push({ field: 'server', sentence });
  }
  if (!isMailAddress(email.from)) {
    const sentence = `“${email.from}” is not an e-mail address: the mail server wants to know who sends.`;
    problems.push({ field: 'from', sentence });
  }
  const wrong = email.to.find((address) => !isMailAddress(address));
  if (wrong !== undefined) problems.push({ field: 'to', sentence: `“${wrong}” is not an e-mail address.` });
  if (email.to.length === 0)
    problems.push({ field: 'to', sentence: 'Enter at least one address that shall get them.' });
  return problems;
}

/** One address, nothing else: what would end a header line or add a second address is refused. */
function isMailAddress(text: string): boolean {
  return /^[^\s@<>,;:"\\]+@[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i.test(text);
}
