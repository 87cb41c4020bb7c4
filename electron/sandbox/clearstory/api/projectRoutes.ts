import { z } from 'zod';
import { compareMoney, moneyFromJson } from '#shared/domain/money.ts';
import type { SandboxProject, SandboxState } from '../state.ts';
import {
  type ApiContext,
  check,
  checkQuery,
  conflict,
  type Handler,
  invalid,
  notFound,
  ok,
  type Route,
} from './exchange.ts';
import { presentContract, presentProject } from './present.ts';
import { flag, includesText, pageOf, skipTake, sortDirection, sortedBy } from './queryFields.ts';

const listQuery = z.object({
  ...skipTake,
  sortBy: z.enum(['createdAt', 'updatedAt', 'title', 'contractValue']).optional(),
  sortDirection,
  searchTitle: z.string().optional(),
  jobNumber: z.string().optional(),
  archived: flag,
});
const contractsQuery = z.object({
  ...skipTake,
  sortBy: z.enum(['createdAt', 'updatedAt', 'name', 'contractValue']).optional(),
  sortDirection,
  withProjects: flag,
  projectId: z.string().optional(),
  searchName: z.string().optional(),
});

const money = z
  .number()
  .refine((value) => moneyFromJson(value) !== null, 'Invalid value')
  .transform((value) => moneyFromJson(value) ?? '0.00');
const shared = {
  customerId: z.number().int().nullish(),
  jobNumber: z.string().max(100).nullish(),
  customerJobNumber: z.string().max(100).nullish(),
  contractValue: money.nullish(),
  address: z.string().max(255).nullish(),
  city: z.string().max(75).nullish(),
  state: z.string().max(50).nullish(),
  zipCode: z.string().max(25).nullish(),
  country: z.string().max(75).nullish(),
  presetSupervisorNotes: z.string().max(65_000).nullish(),
};
const title = z.string().min(1).max(150);
const createBody = z.object({
  ...shared,
  officeId: z.number().int(),
  title,
  customerInternalId: z.string().min(1).max(150).nullish(),
  contractName: z.string().max(100).nullish(),
});
const updateBody = z.object({ ...shared, title: title.optional() });

const listProjects: Handler = (request, { store }) => {
  const query = checkQuery(listQuery, request);
  if (!query.ok) return query.reply;
  const { archived, jobNumber, searchTitle, sortBy, sortDirection: direction } = query.value;
  const state = store.state();
  const rows = state.projects.filter(
    (project) =>
      project.archived === (archived === true) &&
      (jobNumber === undefined || project.jobNumber === jobNumber) &&
      includesText(project.title, searchTitle),
  );
  const sorted =
    sortBy === 'contractValue'
      ? byValue(rows, direction)
      : sortedBy(rows, (project) => project[sortBy ?? 'createdAt'], direction);
  return ok(pageOf(sorted, query.value, (project) => presentProject(state, project, false)));
};

function byValue(rows: readonly SandboxProject[], direction: 'asc' | 'desc' | undefined) {
  const sign = direction === 'desc' ? -1 : 1;
  return [...rows].sort((a, b) => sign * compareMoney(a.contractValue ?? '0.00', b.contractValue ?? '0.00'));
}

const oneProject: Handler = (request, { store }) => {
  const found = findProject(store.state(), request.parts[0]);
  if (found === undefined) return notFound;
  return ok(presentProject(store.state(), found, request.query.get('withIntegrationMetadata') === 'true'));
};

function findProject(state: SandboxState, id: string | undefined) {
  return state.projects.find((one) => String(one.id) === id);
}

/** A customer of another office is left out without a word, as Clearstory does. */
function linkable(state: SandboxState, id: number | null | undefined, officeId: number): number | null {
  const customer = state.customers.find((one) => one.id === id && one.officeIds.includes(officeId));
  return customer?.id ?? null;
}

function numberTaken(state: SandboxState, jobNumber: string | null | undefined, officeId: number, self?: number) {
  if (jobNumber === null || jobNumber === undefined || jobNumber === '') return false;
  return state.projects.some((one) => one.officeId === officeId && one.jobNumber === jobNumber && one.id !== self);
}

const createProject: Handler = (request, { store, clock }) => {
  const body = check(createBody, request.body, 'body');
  if (!body.ok) return body.reply;
  const sent = body.value;
  const state = store.state();
  if (!state.offices.some((office) => office.id === sent.officeId))
    return invalid('body', [{ param: 'officeId', msg: 'Invalid value', value: sent.officeId }]);
  if (numberTaken(state, sent.jobNumber, sent.officeId))
    return conflict('A project with this job number already exists');
  const byInternalId = state.customers.find((one) => one.internalId === (sent.customerInternalId ?? Number.NaN));
  const project: SandboxProject = {
    id: state.nextId,
    title: sent.title,
    jobNumber: sent.jobNumber ?? null,
    customerJobNumber: sent.customerJobNumber ?? null,
    customerId: linkable(state, sent.customerId ?? byInternalId?.id, sent.officeId),
    officeId: sent.officeId,
    contractValue: sent.contractValue ?? null,
    division: null,
    archived: false,
    address: { street: sent.address ?? '', city: sent.city ?? '', state: sent.state ?? '', zip: sent.zipCode ?? '' },
    integrationMetadata: [],
    createdAt: clock.now(),
    updatedAt: clock.now(),
  };
  const contract = {
    id: state.nextId + 1,
    name: sent.contractName ?? '',
    contractValue: project.contractValue,
    customerProjectId: null,
    contractorProjectId: project.id,
    contractorName: null,
    createdAt: project.createdAt,
    updatedAt: project.createdAt,
  };
  store.replace({
    ...state,
    projects: [...state.projects, project],
    contracts: [...state.contracts, contract],
    nextId: state.nextId + 2,
  });
  return { status: 201, body: presentProject(store.state(), project, false) };
};

const updateProject: Handler = (request, { store, clock }) => {
  const state = store.state();
  const found = findProject(state, request.parts[0]);
  if (found === undefined) return notFound;
  const body = check(updateBody, request.body, 'body');
  if (!body.ok) return body.reply;
  const sent = body.value;
  if (numberTaken(state, sent.jobNumber, found.officeId, found.id))
    return conflict('A project with this job number already exists');
  const changed: SandboxProject = {
    ...found,
    title: sent.title ?? found.title,
    jobNumber: sent.jobNumber === undefined ? found.jobNumber : sent.jobNumber,
    customerJobNumber: sent.customerJobNumber === undefined ? found.customerJobNumber : sent.customerJobNumber,
    customerId: sent.customerId === undefined ? found.customerId : linkable(state, sent.customerId, found.officeId),
    contractValue: sent.contractValue === undefined ? found.contractValue : sent.contractValue,
    address: {
      street: sent.address ?? found.address.street,
      city: sent.city ?? found.address.city,
      state: sent.state ?? found.address.state,
      zip: sent.zipCode ?? found.address.zip,
    },
    updatedAt: clock.now(),
  };
  store.replace({ ...state, projects: state.projects.map((one) => (one.id === changed.id ? changed : one)) });
  return ok(presentProject(store.state(), changed, false));
};

const listContracts: Handler = (request, { store }: ApiContext) => {
  const query = checkQuery(contractsQuery, request);
  if (!query.ok) return query.reply;
  const { projectId, searchName, sortBy } = query.value;
  const rows = store
    .state()
    .contracts.filter(
      (one) =>
        (projectId === undefined ||
          String(one.contractorProjectId) === projectId ||
          String(one.customerProjectId) === projectId) &&
        includesText(one.name, searchName),
    );
  const key = sortBy === 'name' || sortBy === 'updatedAt' ? sortBy : 'createdAt';
  return ok(
    pageOf(
      sortedBy(rows, (one) => one[key], query.value.sortDirection),
      query.value,
      presentContract,
    ),
  );
};

export const projectRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/projects$/, handle: listProjects },
  { method: 'POST', path: /^\/projects$/, handle: createProject },
  { method: 'GET', path: /^\/projects\/([^/]+)$/, handle: oneProject },
  { method: 'PATCH', path: /^\/projects\/([^/]+)$/, handle: updateProject },
  { method: 'GET', path: /^\/contracts$/, handle: listContracts },
];
