import { hostname } from 'node:os';
import type { HostRequestOf } from '#shared/contract/companies.ts';
import type { firstRunChannels } from '#shared/contract/firstRun.ts';
import { type Failure, fail, succeed } from '#shared/domain/failure.ts';
import { applicationName } from '../../sage/connection/odbcKeywords.ts';
import { loginFailure } from '../../sage/failures/loginWords.ts';
import { filledScripts } from '../../sage/filledScripts.ts';
import type { HostContext, HostHandlers } from '../companies/hostRequests.ts';
import { userHere } from '../machine/who.ts';
import { replacePrivateFile } from '../wholeFile.ts';

export const firstRunHandlers: Pick<HostHandlers, keyof typeof firstRunChannels> = {
  'firstRun.end': ({ how }, { companies, home }) => {
    const { clock, surroundings, logger } = companies;
    const ended = { ended: how, at: clock.now(), by: surroundings.person };
    const failed = replacePrivateFile(home.firstRunFile, `${JSON.stringify(ended, null, 2)}\n`);
    if (failed !== null) return fail(notKept(home.firstRunFile, failed));
    logger.info('firstRun.ended', { how });
    return succeed({});
  },

  'firstRun.forIt': ({ about, login, rights }, context) => {
    const { companies } = context;
    const { server, database, user } = 'company' in about ? knownConnection(about.company, context) : about;
    const here = userHere(companies.surroundings.environment);
    const asked = login === null || login === '' ? (user ?? here) : login;
    const scripts = filledScripts({ database, login: asked, rights });
    if (!scripts.ok) return scripts;
    return succeed({
      server,
      database,
      login: asked,
      computer: hostname(),
      user: here,
      version: companies.release.version,
      approval: loginFailure('applicationRefused', { company: database, server }).remedy ?? applicationName,
      scripts: scripts.value,
    });
  },
};

type Connection = { readonly server: string; readonly database: string; readonly user: string | null };

/** As it counts, with what the organisation's policy sets; a company that is no database of SQL Server is called by its name. */
function knownConnection(
  id: Extract<HostRequestOf<'firstRun.forIt'>['about'], { company: unknown }>['company'],
  { companies }: HostContext,
): Connection {
  const company = companies.known().find((one) => one.id === id);
  const sage = company?.config.sage;
  if (sage?.kind === 'odbc' && 'server' in sage.connection) {
    const { server, database, user = null } = sage.connection;
    return { server, database, user };
  }
  return { server: '', database: company?.name ?? id, user: null };
}

function notKept(file: string, code: string): Failure {
  return {
    next: 'needsPerson',
    code: 'firstRun.notKept',
    sentence: `The file ${file}, which says that setting up is done, could not be written (${code}).`,
    remedy:
      'Check the rights on its folder and the room on its disk. Until then setting up opens again at every start.',
  };
}
