import { z } from 'zod';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreTest } from '../../../engine/ports/procoreAccount.ts';
import { checkBaseAddress } from '../../baseAddress.ts';
import { readRow } from '../../mapped.ts';
import { readList } from '../paging.ts';
import { allRecords, type Reader, recordOf } from '../reading.ts';
import { projectFromWire } from '../wire/project.ts';
import { id, text, textOrNull } from '../wire/values.ts';
import { testTools } from './toolTests.ts';

type Step = ProcoreTest['steps'][number];

const userSchema = z.object({ id, login: text, name: text });
const companySchema = z.object({ id, name: text, is_active: z.boolean().nullish() });

/**
 * Login, user, company, projects, and one look at each tool. Fails when there is no way in; what the app may not see is a step that
 * says so.
 */
export async function testConnection(reader: Reader): Promise<Result<ProcoreTest>> {
  const { transport } = reader;
  const subject = 'the user of these credentials';
  const me = await transport.get('/rest/v1.0/me', {}, subject);
  const user = recordOf(me, subject, (row) => readRow(userSchema, row, (wire) => wire));
  if (!user.ok) return user;
  const serverTime = me.ok ? me.value.date : null;
  const userName = user.value.name === '' ? user.value.login : user.value.name;
  const company = await readCompany(reader);
  if (!company.ok) return company;
  const projects = await readFirstProject(reader);
  if (!projects.ok) return projects;
  const { visible, first } = projects.value;
  const steps: Step[] = [
    { title: 'Login', ok: true, sentence: `Procore accepted the credentials as “${userName}”.` },
    { title: 'Company', ok: true, sentence: `The app is installed in “${company.value}”.` },
    {
      title: 'Projects',
      ok: visible > 0,
      sentence:
        visible > 0
          ? `${visible} ${visible === 1 ? 'project is' : 'projects are'} visible. New ones appear when an administrator adds them to the app’s permitted projects.`
          : 'No project is visible: an administrator adds the permitted projects in Procore under Company, Admin, App Management.',
    },
    ...(await testTools(reader, first)),
  ];
  return succeed({ companyName: company.value, userName, projectsVisible: visible, serverTime, steps });
}

/** The name of the configured company. */
async function readCompany(reader: Reader): Promise<Result<string>> {
  const subject = 'the companies of these credentials';
  const rows = await readList(reader.transport, { path: '/rest/v1.0/companies', query: {}, subject, perPage: 100 });
  if (!rows.ok) return rows;
  const companies = allRecords(rows.value, subject, (row) => readRow(companySchema, row, (wire) => wire));
  if (!companies.ok) return companies;
  const company = companies.value.find((one) => one.id === reader.companyId());
  if (company !== undefined && company.is_active !== false) return succeed(company.name);
  const others = companies.value.map((one) => `${one.id} (${one.name})`).join(', ');
  return fail({
    next: 'needsPerson',
    code: 'procore.companyUnknown',
    sentence:
      company === undefined
        ? `These credentials do not see a Procore company ${reader.companyId()}. They see: ${others === '' ? 'none' : others}.`
        : `The Procore company ${company.id} (${company.name}) is not active.`,
    remedy: 'Correct the company ID under Settings, Procore, or have the app installed in that company.',
  });
}

async function readFirstProject(
  reader: Reader,
): Promise<Result<{ readonly visible: number; readonly first: string | null }>> {
  const subject = 'the projects';
  const query = { company_id: reader.companyId(), page: 1, per_page: 1 };
  const reply = await reader.transport.get('/rest/v1.1/projects', query, subject);
  const rows = recordOf(reply, subject, (body) => readRow(z.array(z.unknown(), 'is no list'), body, (list) => list));
  if (!rows.ok || !reply.ok) return rows.ok ? succeed({ visible: 0, first: null }) : rows;
  const first = rows.value.map(projectFromWire).find((mapped) => mapped.ok);
  return succeed({ visible: reply.value.total ?? rows.value.length, first: first?.ok ? first.value.id : null });
}

const baseSchema = z.object({ web_base_url: textOrNull });

/** Where a person looks at the company in a browser; null when Procore does not say. */
export async function readWebAddress(reader: Reader): Promise<Result<string | null>> {
  const subject = 'the web address of the company';
  const reply = await reader.transport.get('/rest/v1.0/company_base_url', { company_id: reader.companyId() }, subject);
  return recordOf(reply, subject, (row) =>
    readRow(baseSchema, row, ({ web_base_url: base }) =>
      base !== null && checkBaseAddress(base, 'Procore', 'page').ok && isProcores(base, reader.transport.host)
        ? base
        : null,
    ),
  );
}

/** A link that a person opens leads to Procore and nowhere else, whatever was answered. `apiHost`: of an environment of one's own. */
function isProcores(base: string, apiHost: string): boolean {
  const { hostname, host } = new URL(base);
  return (
    host === apiHost ||
    ['procore.com', 'procoregov.com'].some((one) => hostname === one || hostname.endsWith(`.${one}`))
  );
}
