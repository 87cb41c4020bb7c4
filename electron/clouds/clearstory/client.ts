import type { CloudProject } from '#shared/domain/cloudProject.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ClearstoryAccount, NewProject } from '../../engine/ports/cloudAccount.ts';
import { exactJsonNumber } from '../exactJson.ts';
import type { Mapped } from '../mapped.ts';
import { readCors } from './changeOrderRequests.ts';
import { outcomeUnknown, unreadableRecord } from './failures.ts';
import { corFromWire, customerFromWire, officeFromWire, projectFromWire } from './mapping.ts';
import { pageSize, readSteadyList } from './paging.ts';
import { createTransport, parsed, type Query, type TransportOptions } from './transport.ts';
import { wireCompanySchema } from './wire.ts';

/**
 * Clearstory's Web API as the engine's port. Reads are tried up to three times; writes are sent once. All expected failures are
 * values with a code `clearstory.…`. The base address must be https unless it is on this machine.
 */
export function createClearstoryAccount(options: TransportOptions): ClearstoryAccount {
  const transport = createTransport(options);

  /** A whole list by offset, in the order of creation. */
  async function wholeList<T>(
    path: string,
    query: Query,
    subject: string,
    map: (row: unknown) => Mapped<T>,
    names: { readonly offset: string; readonly limit: string },
  ): Promise<Result<readonly T[]>> {
    const rows = await readSteadyList(
      (offset) => transport.page(path, { ...query, [names.offset]: offset, [names.limit]: pageSize }, subject),
      subject,
    );
    if (!rows.ok) return rows;
    const list: T[] = [];
    for (const row of rows.value) {
      const mapped = map(row);
      if (!mapped.ok) return fail(unreadableRecord(`one of ${subject}`, mapped.reason));
      list.push(mapped.value);
    }
    return succeed(list);
  }

  async function projects(query: Query): Promise<Result<readonly CloudProject[]>> {
    const list = (archived: true | null) => {
      const sorted = { ...query, sortBy: 'createdAt', sortDirection: 'asc', archived };
      return wholeList('/projects', sorted, 'the projects', projectFromWire, { offset: 'skip', limit: 'take' });
    };
    const active = await list(null);
    if (!active.ok) return active;
    const archived = await list(true);
    if (!archived.ok) return archived;
    // A project archived between the two lists is in both.
    const later = new Set(archived.value.map((project) => project.id));
    return succeed([...active.value.filter((project) => !later.has(project.id)), ...archived.value]);
  }

  return {
    test: async () =>
      parsed(
        wireCompanySchema,
        await transport.get('/companies/current', {}, 'the company'),
        transport.host,
        (wire) => ({
          companyName: wire.name,
          serverTime: transport.serverTime(),
        }),
      ),

    offices: () =>
      wholeList(
        '/companies/current/offices',
        { sortBy: 'createdAt', sortDirection: 'asc' },
        'the offices',
        officeFromWire,
        {
          offset: 'offset',
          limit: 'limit',
        },
      ),

    projects: () => projects({}),

    findProjectsByJobNumber: async (jobNumber) => {
      const found = await projects({ jobNumber });
      // Whether the filter is exact is not documented.
      return found.ok ? succeed(found.value.filter((one) => one.jobNumber?.trim() === jobNumber.trim())) : found;
    },

    createProject: async (project) => {
      const subject = `the project “${project.title}”`;
      const reply = await transport.create('/projects', newProjectBody(project), subject);
      if (!reply.ok) return reply;
      const created = projectFromWire(reply.value);
      // It was created; only its id is not known, which a look by job number finds.
      return created.ok ? succeed(created.value) : fail(outcomeUnknown(subject, created.reason));
    },

    updateProjectJobNumber: async (projectId, jobNumber) => {
      const subject = `the job number ${jobNumber} of project ${projectId}`;
      const reply = await transport.repeatable(
        'PATCH',
        `/projects/${encodeURIComponent(projectId)}`,
        { jobNumber },
        subject,
      );
      if (!reply.ok) return reply;
      const updated = projectFromWire(reply.value);
      return updated.ok ? succeed(updated.value) : fail(unreadableRecord(subject, updated.reason));
    },

    customers: (officeId, search) =>
      wholeList(
        '/customers',
        {
          officeId,
          searchName: search.trim() === '' ? null : search.trim(),
          sortBy: 'createdAt',
          sortDirection: 'asc',
        },
        'the customers',
        customerFromWire,
        { offset: 'skip', limit: 'take' },
      ),

    cors: (query) => readCors(transport, query),

    cor: async (id, inbox) => {
      const subject = `change order request ${id}`;
      const reply = await transport.get(`/cors/${encodeURIComponent(id)}`, { withIntegrationMetadata: true }, subject);
      if (!reply.ok) return reply.failure.code === 'clearstory.notFound' ? succeed(null) : reply;
      const mapped = corFromWire(reply.value, inbox);
      return mapped.ok ? succeed(mapped.value) : fail(unreadableRecord(subject, mapped.reason));
    },

    addLabels: (corId, labels) => changeLabels('PATCH', corId, labels),
    removeLabels: (corId, labels) => changeLabels('DELETE', corId, labels),
  };

  async function changeLabels(
    method: 'PATCH' | 'DELETE',
    corId: string,
    labels: readonly string[],
  ): Promise<Result<null>> {
    const path = `/cors/${encodeURIComponent(corId)}/labels`;
    const reply = await transport.repeatable(method, path, { labelIds: [], labels }, `the labels of request ${corId}`);
    return reply.ok ? succeed(null) : reply;
  }
}

function newProjectBody(project: NewProject): object {
  const { street, city, state, zip } = project.address;
  return withoutEmpty({
    officeId: wireId(project.officeId),
    title: project.title,
    jobNumber: project.jobNumber,
    customerId: project.customerId === null ? '' : wireId(project.customerId),
    contractValue: project.contractValue === null ? '' : exactJsonNumber(project.contractValue),
    address: street,
    city,
    state,
    zipCode: zip,
  });
}

function withoutEmpty(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** Ids are numbers on the wire. */
function wireId(id: string): number | string {
  return /^\d{1,15}$/.test(id) ? Number(id) : id;
}
