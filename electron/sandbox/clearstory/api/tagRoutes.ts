import { z } from 'zod';
import { jsonNumber } from '../../wireJson.ts';
import type { SandboxTag } from '../state.ts';
import { checkQuery, type Handler, notFound, ok, type Route } from './exchange.ts';
import { presentTagHeader } from './present.ts';
import {
  flag,
  inbox,
  includesText,
  list,
  offsetLimit,
  pageOf,
  skipTake,
  sortDirection,
  sortedBy,
} from './queryFields.ts';

const tagsQuery = z.object({
  ...skipTake,
  inbox,
  status: z.string().optional(),
  projectId: z.string().optional(),
  projectIds: list,
  labelId: z.string().optional(),
  customerReferenceNumber: z.string().optional(),
  dateOfWorkPerformed: z.string().optional(),
  companyJobNumber: z.string().optional(),
  searchTitle: z.string().optional(),
  includeArchivedProjects: flag,
});

const listTags: Handler = (request, { store }) => {
  const query = checkQuery(tagsQuery, request);
  if (!query.ok) return query.reply;
  const wanted = query.value;
  const state = store.state();
  const rows = state.tags.filter((tag) => {
    const project = state.projects.find((one) => one.id === tag.projectId);
    return (
      tag.inbox === wanted.inbox &&
      (wanted.includeArchivedProjects === true || project?.archived === false) &&
      (wanted.status === undefined || tag.status === wanted.status) &&
      (wanted.projectId === undefined || String(tag.projectId) === wanted.projectId) &&
      (wanted.projectIds === undefined || wanted.projectIds.includes(String(tag.projectId))) &&
      (wanted.customerReferenceNumber === undefined ||
        tag.customerReferenceNumber === wanted.customerReferenceNumber) &&
      (wanted.dateOfWorkPerformed === undefined || tag.dateOfWorkPerformed.startsWith(wanted.dateOfWorkPerformed)) &&
      (wanted.companyJobNumber === undefined || project?.jobNumber === wanted.companyJobNumber) &&
      wanted.labelId === undefined &&
      includesText(tag.title, wanted.searchTitle)
    );
  });
  return ok(
    pageOf(
      sortedBy(rows, (tag) => tag.number, 'asc'),
      wanted,
      presentTagHeader,
    ),
  );
};

const oneTag: Handler = (request, { store }) => {
  const state = store.state();
  const tag = state.tags.find((one) => String(one.id) === request.parts[0] || one.uuid === request.parts[0]);
  if (tag === undefined) return notFound;
  const project = state.projects.find((one) => one.id === tag.projectId);
  return ok({
    ...presentTagHeader(tag),
    ...detail(tag),
    project: { id: tag.projectId, title: project?.title ?? null },
  });
};

function detail(tag: SandboxTag) {
  const [carpenter, laborer] = [601, 602];
  return {
    workDescription: tag.workDescription,
    costCode: tag.costCode,
    customerSignerName: null,
    changeNotificationId: null,
    emailTo: [],
    emailCC: [],
    labor: [
      {
        laborClass: 'Carpenter',
        workersQuantity: 1,
        unitQuantity: jsonNumber(tag.hoursST),
        unit: 'ST',
        projectRateId: carpenter,
      },
      {
        laborClass: 'Laborer',
        workersQuantity: 1,
        unitQuantity: jsonNumber(tag.hoursOT),
        unit: 'OT',
        projectRateId: laborer,
      },
    ],
    material: [{ material: 'Plywood 3/4″ CDX', unit: 'SHT', quantity: 2 }],
    equipment: [],
    other: [],
  };
}

const notificationsQuery = z.object({
  ...offsetLimit,
  inbox: inbox.optional(),
  sortBy: z.enum(['createdAt', 'updatedAt', 'title', 'typeId', 'dateSubmitted', 'dueDate']).optional(),
  sortDirection,
  projectIds: list,
  statuses: list,
  types: list,
});

/** Cascade Ridge receives change notifications; it sends none in the story. */
const listNotifications: Handler = (request, { store }) => {
  const query = checkQuery(notificationsQuery, request);
  if (!query.ok) return query.reply;
  const { projectIds, statuses, types, sortBy } = query.value;
  const rows = store
    .state()
    .changeNotifications.filter(
      (one) =>
        query.value.inbox !== 'sent' &&
        (projectIds === undefined || projectIds.includes(String(one.projectId))) &&
        (statuses === undefined || statuses.includes(one.status)) &&
        (types === undefined || types.includes(String(one.typeId))),
    );
  return ok(
    pageOf(
      sortedBy(rows, (one) => one[sortBy ?? 'createdAt'], query.value.sortDirection),
      query.value,
      same,
    ),
  );
};

function same<T>(value: T): T {
  return value;
}

const oneNotification: Handler = (request, { store }) => {
  const found = store.state().changeNotifications.find((one) => String(one.id) === request.parts[0]);
  return found === undefined ? notFound : ok(found);
};

export const tagRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/tags$/, handle: listTags },
  { method: 'GET', path: /^\/tags\/([^/]+)$/, handle: oneTag },
  { method: 'GET', path: /^\/change-notifications$/, handle: listNotifications },
  { method: 'GET', path: /^\/change-notifications\/([^/]+)(?:\/([^/]+))?$/, handle: oneNotification },
];
