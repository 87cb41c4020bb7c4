/** What F1 opens on a screen: page and place of the help. */
export const helpPlaces: Readonly<Record<string, string>> = {
  home: 'accountant/a-glance-at-home',
  projects: 'accountant/map-a-project-to-its-job-once',
  'change-orders': 'accountant/push-a-cor-into-sage',
  add: 'accountant/push-a-cor-into-sage',
  procore: 'accountant/procore',
  queue: 'accountant/queue',
  entry: 'accountant/hand-entry-you-type-plumbline-compares',
  history: 'accountant/history',
  settings: 'it',
};
