import type { InstallationSettings } from '#shared/domain/installation.ts';
import { serverParts } from '#shared/domain/sageConnection.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { KnownCompany } from '../companies/knownCompanies.ts';

/** Configuration as support needs it: every value is named here, so that what a later version adds stays out until it is. */

export function installationFacts({ log, alarms }: InstallationSettings): object {
  const { silentMinutes, personMinutes, eventLog, webhook, heartbeat, email } = alarms;
  return {
    log: log.level,
    alarms: {
      silentMinutes,
      personMinutes,
      eventLog,
      webhook: webhook.url !== '',
      heartbeat: heartbeat.url !== '',
      email: email.server === '' ? false : { port: email.port, security: email.security, login: email.user !== '' },
    },
  };
}

export function companyFacts({ id, origin, config }: KnownCompany, settings: Settings | null): object {
  return {
    id,
    setBy: origin,
    books: booksFacts(config.sage),
    settings: settings === null ? null : settingFacts(settings),
  };
}

function booksFacts(sage: KnownCompany['config']['sage']): object {
  if (sage === undefined || sage.kind === 'sample') return { kind: 'sample' };
  const { dialect, connection } = sage;
  if ('fromEnvironment' in connection) return { dialect, connection: 'from an environment variable' };
  if (!('server' in connection)) return { dialect, connection: 'a file' };
  const { driver, server, user, encrypt, certificateName, trustServerCertificate } = connection;
  const parts = serverParts(server);
  return {
    dialect,
    driver,
    addressedBy: parts?.port !== null ? 'port' : parts.instance !== null ? 'instance' : 'name',
    login: user === undefined ? 'Windows' : 'SQL Server',
    encrypt,
    otherCertificateName: certificateName !== undefined,
    trustServerCertificate,
  };
}

function settingFacts({ schedule, pausedUntil, timeZone, clearstory, procore, writeBack, writing }: Settings): object {
  return {
    schedule,
    pausedUntil,
    timeZone,
    clearstory: clearstory.baseUrl,
    procore: { environment: procore.environment, configured: procore.companyId !== '' },
    writeBack,
    writing: { mode: writing.mode, markers: writing.markers, chosenAt: writing.at },
  };
}
