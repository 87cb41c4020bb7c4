import type { Memory } from '../memory.ts';
import { routes } from '../routes/all.ts';
import { badRequest, codedError, forbidden, message, notFound, type Reply, reasonedError } from './answers.ts';
import { type Call, parameter, type Route } from './call.ts';

type Compiled = { readonly route: Route; readonly pattern: RegExp; readonly names: readonly string[] };

/** Fixed words win over variable parts: `/projects/sync` is not the project called sync. */
const compiled: readonly Compiled[] = [...routes]
  .sort((a, b) => a.path.split(':').length - b.path.split(':').length)
  .map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replace(/:\w+/g, '([^/]+)')}$`),
    names: [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name),
  }));

export type Matched = { readonly route: Route; readonly parts: ReadonlyMap<string, string> };

export function match(method: string, path: string): Matched | null {
  for (const { route, pattern, names } of compiled) {
    const found = route.method === method ? pattern.exec(path) : null;
    if (found === null) continue;
    const parts = names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')] as const);
    return { route, parts: new Map(parts) };
  }
  return null;
}

const missingHeader =
  'Missing Procore-Company-Id header! Requests must carry the id of the company in the header Procore-Company-Id, ' +
  'even when it stands in the path or in the query.';

/** Each version has its own shape of error for the same refusal. */
function inShapeOf(path: string, reply: Reply, text: string): Reply {
  if (path.startsWith('/rest/v2')) return reasonedError(reply.status, text);
  return /work_breakdown_structure|budget_changes/.test(path) ? codedError(reply.status, text) : reply;
}

/** Company header, app connection, company and project of the request, then the route itself. */
export function routed(call: Call, matched: Matched, header: string | null, kind: 'service' | 'user'): Reply {
  const { route, parts } = matched;
  const { pathname } = call.url;
  const refuse = (reply: Reply, text: string) => inShapeOf(pathname, reply, text);
  const company = call.memory.company();
  const named = parameter(call, 'company_id') ?? parts.get('company_id');
  const bare =
    route.scope === 'none' && kind === 'user' && !call.query.has('company_id') && !call.query.has('project_id');
  if (header === null && !bare) return refuse(message(400, missingHeader), missingHeader);
  if (header !== null && header !== company.id) return refuse(forbidden(notConnected), notConnected);
  if (!company.connected) return refuse(forbidden(notConnected), notConnected);
  if (named !== undefined && named !== company.id) return refuse(forbidden(), 'Forbidden');
  if (route.scope === 'none' || route.scope === 'header') return route.handle(call);
  const projectId = parts.get('project_id') ?? parameter(call, 'project_id');
  if (route.scope === 'company') {
    if (named === undefined && projectId === undefined)
      return refuse(badRequest('company_id is missing'), 'company_id is missing');
    return route.handle(call);
  }
  if (projectId === undefined) return refuse(badRequest('project_id is missing'), 'project_id is missing');
  const project = call.memory.get('projects', projectId);
  if (project === undefined) return refuse(notFound, 'Not Found');
  if (!isPermitted(call.memory, projectId)) return refuse(forbidden(), 'Forbidden');
  return route.handle({ ...call, project });
}

export const notConnected = 'App is not connected to this company';

function isPermitted(memory: Memory, projectId: string): boolean {
  const { permitted_projects: permitted } = memory.company();
  return permitted === null || permitted.includes(projectId);
}
