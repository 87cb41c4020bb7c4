import { type AlarmProblem, type AlarmSettings, alarmProblems } from '#shared/domain/alarms/settings.ts';

/** What stands in the form: numbers and addresses as they are typed, and secrets that are only written. */
export type AlarmDraft = {
  readonly silentMinutes: string;
  readonly personMinutes: string;
  readonly eventLog: boolean;
  readonly webhook: string;
  readonly webhookKey: string;
  readonly heartbeat: string;
  readonly server: string;
  readonly port: string;
  readonly security: AlarmSettings['email']['security'];
  readonly user: string;
  readonly password: string;
  readonly from: string;
  readonly to: string;
};

export function draftOf({
  silentMinutes,
  personMinutes,
  eventLog,
  webhook,
  heartbeat,
  email,
}: AlarmSettings): AlarmDraft {
  return {
    silentMinutes: String(silentMinutes),
    personMinutes: String(personMinutes),
    eventLog,
    webhook: webhook.url,
    webhookKey: '',
    heartbeat: heartbeat.url,
    server: email.server,
    port: String(email.port),
    security: email.security,
    user: email.user,
    password: '',
    from: email.from,
    to: email.to.join(', '),
  };
}

export function settingsOf(draft: AlarmDraft): AlarmSettings {
  return {
    silentMinutes: Number(draft.silentMinutes),
    personMinutes: Number(draft.personMinutes),
    eventLog: draft.eventLog,
    webhook: { url: draft.webhook.trim() },
    heartbeat: { url: draft.heartbeat.trim() },
    email: {
      server: draft.server.trim(),
      port: Number(draft.port),
      security: draft.security,
      user: draft.user.trim(),
      from: draft.from.trim(),
      to: draft.to.split(/[,;\s]+/).filter((address) => address !== ''),
    },
  };
}

export type DraftField = AlarmProblem['field'] | 'silentMinutes' | 'personMinutes' | 'port';
export type DraftProblems = Readonly<Partial<Record<DraftField, string>>>;

/** What cannot be saved, by its field. */
export function problemsOf(draft: AlarmDraft): DraftProblems {
  const found: Partial<Record<DraftField, string>> = {};
  for (const { field, sentence } of alarmProblems(settingsOf(draft))) found[field] ??= sentence;
  for (const field of ['silentMinutes', 'personMinutes'] as const) {
    if (!isWhole(draft[field], 5, 10_080)) found[field] = `“${draft[field]}” is not a whole number from 5 to 10080.`;
  }
  if (!isWhole(draft.port, 1, 65_535)) found.port = `“${draft.port}” is not a port from 1 to 65535.`;
  return found;
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,6}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}
