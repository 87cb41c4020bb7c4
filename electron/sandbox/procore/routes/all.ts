import type { Route } from '../api/call.ts';
import { billingRoutes } from './billing.ts';
import { budgetRoutes } from './budget.ts';
import { budgetChangeRoutes } from './budgetChanges.ts';
import { budgetLineRoutes } from './budgetLines.ts';
import { changeOrderLineRoutes } from './changeOrderLines.ts';
import { changeOrderPackageRoutes } from './changeOrderPackages.ts';
import { changeOrderRoutes } from './changeOrders.ts';
import { commitmentRoutes } from './commitments.ts';
import { companyRoutes } from './company.ts';
import { contractLineRoutes } from './contractLines.ts';
import { costCodeRoutes } from './costCodes.ts';
import { olderRoutes } from './older.ts';
import { primeContractRoutes } from './primeContracts.ts';
import { projectRoutes } from './projects.ts';
import { requisitionItemRoutes } from './requisitionItems.ts';
import { requisitionRoutes } from './requisitions.ts';
import { standardCodeRoutes } from './standardCodes.ts';
import { vendorRoutes } from './vendors.ts';
import { wbsRoutes } from './wbs.ts';

/** Everything that the practice server answers. */
export const routes: readonly Route[] = [
  ...billingRoutes,
  ...budgetRoutes,
  ...budgetChangeRoutes,
  ...budgetLineRoutes,
  ...changeOrderLineRoutes,
  ...changeOrderPackageRoutes,
  ...changeOrderRoutes,
  ...commitmentRoutes,
  ...companyRoutes,
  ...contractLineRoutes,
  ...costCodeRoutes,
  ...olderRoutes,
  ...primeContractRoutes,
  ...projectRoutes,
  ...requisitionItemRoutes,
  ...requisitionRoutes,
  ...standardCodeRoutes,
  ...vendorRoutes,
  ...wbsRoutes,
];
