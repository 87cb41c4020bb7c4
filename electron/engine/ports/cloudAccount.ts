import type { CloudCustomer, CloudProject, Office } from '#shared/domain/cloudProject.ts';
import type { Cor } from '#shared/domain/cor.ts';
import type { Result } from '#shared/domain/failure.ts';

/** Clearstory as the engine sees it. Every call is one person-visible act or one page; none retries forever. */
export type ClearstoryAccount = {
  /** `serverTime`: Clearstory's clock as it answered, ISO UTC; null when it did not say. */
  readonly test: () => Promise<Result<{ readonly companyName: string; readonly serverTime: string | null }>>;
  readonly offices: () => Promise<Result<readonly Office[]>>;
  /** All projects that are not archived, then all archived ones. */
  readonly projects: () => Promise<Result<readonly CloudProject[]>>;
  readonly findProjectsByJobNumber: (jobNumber: string) => Promise<Result<readonly CloudProject[]>>;
  readonly createProject: (project: NewProject) => Promise<Result<CloudProject>>;
  readonly updateProjectJobNumber: (projectId: string, jobNumber: string) => Promise<Result<CloudProject>>;
  readonly customers: (officeId: string, search: string) => Promise<Result<readonly CloudCustomer[]>>;
  /**
   * CORs of both inboxes, de-duplicated by id, sorted by updatedAt ascending. `updatedFrom` null = full sweep.
   * Rows that do not parse are returned beside the good ones, never dropped. `onRows` reports progress.
   */
  readonly cors: (query: CorQuery) => Promise<Result<CorPage>>;
  /** One COR with its integration metadata. */
  readonly cor: (id: string, inbox: 'sent' | 'received') => Promise<Result<Cor | null>>;
  readonly addLabels: (corId: string, labels: readonly string[]) => Promise<Result<null>>;
  readonly removeLabels: (corId: string, labels: readonly string[]) => Promise<Result<null>>;
};

export type CorQuery = {
  readonly projectIds: readonly string[];
  readonly updatedFrom: string | null;
  readonly onRows?: (count: number) => void;
};

export type CorPage = {
  readonly cors: readonly Cor[];
  readonly unreadable: readonly { readonly id: string; readonly reason: string; readonly payload: string }[];
  readonly rowsRead: number;
};

export type NewProject = {
  readonly officeId: string;
  readonly title: string;
  readonly jobNumber: string;
  readonly customerId: string | null;
  readonly contractValue: string | null;
  readonly address: { readonly street: string; readonly city: string; readonly state: string; readonly zip: string };
};
