import { afterEach, expect } from 'vitest';
import { sandboxCredentials } from '../../electron/sandbox/procore/oauth.ts';
import {
  type ProcoreSandbox,
  type ProcoreSandboxOptions,
  startProcoreSandbox,
} from '../../electron/sandbox/procore/server.ts';
import { createTestClock, type TestClock } from './clearstoryRig.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed; undefined when there is no body. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where it is not there
  readonly json: any;
};

export type ProcoreRig = {
  readonly sandbox: ProcoreSandbox;
  readonly clock: TestClock;
  readonly token: string;
  /** With a token, the company header and JSON, unless other headers are given. */
  readonly ask: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly get: (path: string) => Promise<Answer>;
  /** `company_id=…` */
  readonly company: string;
  /** The id of the project with this number. */
  readonly project: (number: string) => string;
  /** The id of the contract with this number, in the project that the story is about unless said. */
  readonly contract: (number: string, project?: string) => string;
};

const opened: ProcoreSandbox[] = [];
afterEach(async () => {
  for (const sandbox of opened.splice(0)) {
    expect(sandbox.control.failures()).toEqual([]);
    await sandbox.close();
  }
});

/** A sandbox of its own with wide limits, and a service account's token for it. */
export async function startProcoreRig(
  options: Partial<ProcoreSandboxOptions> = {},
  given: TestClock | null = null,
): Promise<ProcoreRig> {
  const clock = given ?? createTestClock();
  const sandbox = await startProcoreSandbox({ clock, limits: { spike: 10_000, hourly: 100_000 }, ...options });
  opened.push(sandbox);
  const { json } = await login(sandbox.url, { grant_type: 'client_credentials' });
  const token: string = json.access_token;
  const usual = { authorization: `Bearer ${token}`, 'procore-company-id': sandbox.companyId };
  const ask: ProcoreRig['ask'] = (method, path, body, headers = usual) =>
    request(`${sandbox.url}${path}`, method, body === undefined ? undefined : JSON.stringify(body), headers);
  const projectId = (number: string) =>
    found(sandbox.control.records('projects').find((one) => one.project_number === number)?.id);
  return {
    sandbox,
    clock,
    token,
    ask,
    get: (path) => ask('GET', path),
    company: `company_id=${sandbox.companyId}`,
    project: projectId,
    contract: (number, project = '2402') => {
      const inProject = projectId(project);
      const contracts = sandbox.control.records('commitments');
      return found(contracts.find((one) => one.project_id === inProject && one.number === number)?.id);
    },
  };
}

function found(id: string | undefined): string {
  if (id === undefined) throw new Error('The seed has no such record');
  return id;
}

/** A form to the token endpoint with the sandbox's credentials, which the fields may replace. */
export function login(url: string, fields: Record<string, string>): Promise<Answer> {
  const { clientId, clientSecret } = sandboxCredentials;
  const form = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...fields });
  return request(`${url}/oauth/token`, 'POST', form, {});
}

export async function request(
  url: string,
  method: string,
  body: string | URLSearchParams | undefined,
  headers: Record<string, string>,
): Promise<Answer> {
  const response = await fetch(url, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text === '' ? undefined : JSON.parse(text),
  };
}

/** Asks the server's own `Link` for page after page. */
export async function allPages(rig: ProcoreRig, path: string): Promise<readonly Answer[]> {
  const pages: Answer[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const page: Answer = await rig.get(next);
    pages.push(page);
    const link = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
    next = link?.slice(rig.sandbox.url.length);
  }
  return pages;
}
