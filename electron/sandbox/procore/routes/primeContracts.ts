import { notFound, ok } from '../api/answers.ts';
import type { ProjectCall, Route } from '../api/call.ts';
import { byId, updatedAt } from '../api/filters.ts';
import { listed } from '../api/listing.ts';
import { currencyOf, int, money } from '../api/wire.ts';
import type { Tables } from '../records/tables.ts';

type Prime = Tables['primeContracts'];

const show = (contract: Prime) => ({
  ...contract,
  id: int(contract.id),
  project_id: int(contract.project_id),
  accounting_method: 'amount',
  grand_total: money(contract.grand_total),
  approved_change_orders: money(contract.approved_change_orders),
  retainage_percent: money(contract.retainage_percent),
  vendor: null,
  contractor: null,
  architect: null,
  ...currencyOf(),
});

const ofProject = (call: ProjectCall) => call.memory.where('primeContracts', 'project_id', call.project.id);

/** The owner's side can be read and not written: it belongs to nobody's connector here. */
export const primeContractRoutes: readonly Route[] = [
  {
    scope: 'project',
    method: 'GET',
    path: '/rest/v1.0/prime_contracts',
    handle: (call) =>
      listed(call, { rows: ofProject(call), show, filters: { ...byId<Prime>(), ...updatedAt<Prime>() } }),
  },
  {
    scope: 'project',
    method: 'GET',
    path: '/rest/v1.0/prime_contracts/:id/line_items',
    handle: (call) => (ofProject(call).some(({ id }) => id === call.part('id')) ? ok([]) : notFound),
  },
];
