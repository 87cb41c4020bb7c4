import { Button, CounterBadge, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import { Navigation20Regular } from '@fluentui/react-icons';
import { useAppStore } from '../store/StoreContext.tsx';
import { CompanyMark } from './CompanyMark.tsx';
import { type NavItem, navItemOf, navItems } from './navItems.ts';

const useStyles = makeStyles({
  nav: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    width: '208px',
    padding: '8px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowY: 'auto',
  },
  narrow: { width: '56px' },
  list: {
    listStyleType: 'none',
    margin: '8px 0 0',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
  },
  item: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    columnGap: '10px',
    height: '36px',
    padding: '0 10px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase300,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '9px',
      bottom: '9px',
      width: '3px',
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorCompoundBrandBackground,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
  icon: { flexShrink: 0 },
  label: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  onIcon: { position: 'absolute', top: '1px', right: '1px' },
});

type Props = { readonly screen: string; readonly narrow: boolean; readonly onToggle: () => void };

export function SideNav({ screen, narrow, onToggle }: Props) {
  const styles = useStyles();
  const current = navItemOf(screen);
  const toggleLabel = narrow ? 'Show the names of the screens' : 'Show only icons';
  return (
    <nav className={mergeClasses(styles.nav, narrow && styles.narrow)} aria-label="Screens">
      <Tooltip content={toggleLabel} relationship="label" positioning="after">
        <Button appearance="subtle" icon={<Navigation20Regular />} aria-expanded={!narrow} onClick={onToggle} />
      </Tooltip>
      <CompanyMark narrow={narrow} screen={screen} />
      <ul className={styles.list}>
        {navItems.map((item, index) => (
          <li key={item.screen}>
            <NavLink item={item} keyNumber={index + 1} current={item === current} narrow={narrow} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

type LinkProps = {
  readonly item: NavItem;
  readonly keyNumber: number;
  readonly current: boolean;
  readonly narrow: boolean;
};

function NavLink({ item, keyNumber, current, narrow }: LinkProps) {
  const styles = useStyles();
  const count = useAppStore((state) => (item.badge === undefined ? 0 : (state.home?.badges[item.badge] ?? 0)));
  const Icon = item.icon;
  const link = (
    <a
      href={item.hash}
      className={mergeClasses(styles.item, current && styles.current)}
      aria-current={current ? 'page' : undefined}
      aria-keyshortcuts={`Control+${keyNumber}`}
    >
      <Icon aria-hidden className={styles.icon} />
      <span className={narrow ? styles.hidden : styles.label}>{item.label}</span>
      {count > 0 ? (
        <>
          <CounterBadge count={count} size="small" className={narrow ? styles.onIcon : undefined} />
          <span className={styles.hidden}>{` ${item.badgeWords ?? ''}`}</span>
        </>
      ) : null}
    </a>
  );
  if (!narrow) return link;
  return (
    <Tooltip content={`${item.label} (Ctrl+${keyNumber})`} relationship="inaccessible" positioning="after">
      {link}
    </Tooltip>
  );
}
