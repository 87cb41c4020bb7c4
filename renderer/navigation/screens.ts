import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** Which component shows a route's first part. One line per screen; each loads when it is first opened. */
export const screens: Readonly<Record<string, LazyExoticComponent<ComponentType>>> = {
  home: lazy(async () => ({ default: (await import('../screens/home/HomeScreen.tsx')).HomeScreen })),
  'change-orders': lazy(async () => ({
    default: (await import('../screens/changeOrders/ChangeOrdersScreen.tsx')).ChangeOrdersScreen,
  })),
  procore: lazy(async () => ({ default: (await import('../screens/procore/ProcoreScreen.tsx')).ProcoreScreen })),
  queue: lazy(async () => ({ default: (await import('../screens/queue/QueueScreen.tsx')).QueueScreen })),
  history: lazy(async () => ({ default: (await import('../screens/history/HistoryScreen.tsx')).HistoryScreen })),
  projects: lazy(async () => ({ default: (await import('../screens/projects/ProjectsScreen.tsx')).ProjectsScreen })),
  add: lazy(async () => ({ default: (await import('../screens/addToSage/AddToSageScreen.tsx')).AddToSageScreen })),
  entry: lazy(async () => ({ default: (await import('../screens/entry/EntryScreen.tsx')).EntryScreen })),
  help: lazy(async () => ({ default: (await import('../screens/help/HelpScreen.tsx')).HelpScreen })),
  'first-run': lazy(async () => ({
    default: (await import('../firstRun/FirstRunScreen.tsx')).FirstRunScreen,
  })),
  settings: lazy(async () => ({ default: (await import('../screens/settings/SettingsScreen.tsx')).SettingsScreen })),
};
