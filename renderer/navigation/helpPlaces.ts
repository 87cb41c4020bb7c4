import { parseRoute } from './route.ts';

/** What F1 opens on a screen, or on a part of one: page and place of the help. */
export const helpPlaces: Readonly<Record<string, string>> = {
  'first-run': 'accountant/first-steps',
  home: 'accountant/a-glance-at-home',
  projects: 'accountant/map-a-project-to-its-job-once',
  'projects/imported': 'accountant/imported-projects-jobs-that-began-in-sage',
  'change-orders': 'accountant/push-a-cor-into-sage',
  add: 'accountant/push-a-cor-into-sage',
  procore: 'accountant/procore',
  'procore/invoice': 'accountant/subcontractor-invoices-from-procore',
  'procore/reconcile': 'accountant/month-end-is-everything-equal',
  queue: 'accountant/queue',
  entry: 'accountant/hand-entry-you-type-plumbline-compares',
  history: 'accountant/history',
  settings: 'it',
  'settings/sage': 'it/connect-a-real-company',
  'settings/writing': 'it-sage/how-change-orders-get-into-sage',
  'settings/certificates': 'it-sage/certificates-before-plumbline-writes-into-real-books',
  'settings/procore': 'it-network/procore',
  'settings/defaults': 'accountant/map-a-project-to-its-job-once',
  'settings/backup': 'accountant/after-a-restore',
  'settings/companies': 'it/several-companies',
  'settings/desktop': 'accountant/the-icon-beside-the-clock',
  'settings/network': 'it-network/network',
  'settings/alarms': 'it-running/watching-plumbline',
  'settings/diagnostics': 'it-running/when-something-is-wrong',
};

/** The address of the help for what the address `hash` shows. */
export function helpFor(hash: string): string {
  const { screen, parts } = parseRoute(hash);
  return `#/help/${helpPlaces[`${screen}/${parts[0] ?? ''}`] ?? helpPlaces[screen] ?? 'accountant'}`;
}
