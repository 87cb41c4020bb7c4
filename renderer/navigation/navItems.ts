import {
  ArrowSwap20Regular,
  ClipboardTaskListLtr20Regular,
  DocumentTable20Regular,
  type FluentIcon,
  FolderLink20Regular,
  History20Regular,
  Home20Regular,
  QuestionCircle20Regular,
  Settings20Regular,
} from '@fluentui/react-icons';
import type { HomeStatus } from '#shared/contract/home.ts';

export type NavItem = {
  /** The route's first part. */
  readonly screen: string;
  readonly hash: string;
  readonly label: string;
  readonly icon: FluentIcon;
  readonly badge?: keyof HomeStatus['badges'];
  /** What the badge counts, after the number. */
  readonly badgeWords?: string;
};

/** In the order of the keys Ctrl+1 … Ctrl+8. */
export const navItems: readonly NavItem[] = [
  { screen: 'home', hash: '#/home', label: 'Home', icon: Home20Regular },
  {
    screen: 'projects',
    hash: '#/projects/mapped',
    label: 'Projects',
    icon: FolderLink20Regular,
    badge: 'projects',
    badgeWords: 'imported, waiting for an answer',
  },
  { screen: 'change-orders', hash: '#/change-orders', label: 'Change orders', icon: DocumentTable20Regular },
  {
    screen: 'procore',
    hash: '#/procore/project',
    label: 'Procore',
    icon: ArrowSwap20Regular,
    badge: 'procore',
    badgeWords: 'ready to cross',
  },
  {
    screen: 'queue',
    hash: '#/queue',
    label: 'Queue',
    icon: ClipboardTaskListLtr20Regular,
    badge: 'queue',
    badgeWords: 'need attention',
  },
  { screen: 'history', hash: '#/history', label: 'History', icon: History20Regular },
  { screen: 'settings', hash: '#/settings/sage', label: 'Settings', icon: Settings20Regular },
  { screen: 'help', hash: '#/help', label: 'Help', icon: QuestionCircle20Regular },
];

/** Screens that belong to the item of another one. */
const within: Readonly<Record<string, string>> = { add: 'change-orders', 'first-run': 'home' };

/** The item that a screen belongs to: the wizard to the change orders, setting up to Home. */
export function navItemOf(screen: string): NavItem | undefined {
  return navItems.find((item) => item.screen === (within[screen] ?? screen));
}
