import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useRef } from 'react';
import { useCompanies } from '../companies/CompaniesContext.tsx';
import { ConnectionBar } from './ConnectionBar.tsx';
import { SideNav } from './SideNav.tsx';
import { StatusLine } from './StatusLine.tsx';
import { useNarrow } from './useNarrow.ts';
import { useScreenOpened } from './useScreenOpened.ts';
import { useShortcuts } from './useShortcuts.ts';

const useStyles = makeStyles({
  // On paper there is only what the screen shows, as long as it is.
  window: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    overflow: 'hidden',
    '@media print': { display: 'block', height: 'auto', overflow: 'visible' },
  },
  frame: { display: 'contents', '@media print': { display: 'none' } },
  skip: {
    position: 'absolute',
    left: '8px',
    top: '-48px',
    zIndex: 10,
    padding: '8px 12px',
    border: 'none',
    font: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
    ':focus': { top: '8px' },
  },
  middle: { display: 'flex', flexGrow: 1, minHeight: 0, '@media print': { display: 'block' } },
  main: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    overflowY: 'auto',
    padding: '16px 24px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: 'none',
    '@media print': { display: 'block', overflow: 'visible', padding: 0 },
  },
});

/** The frame around every screen. */
export function Shell({ screen, children }: { readonly screen: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const main = useRef<HTMLElement>(null);
  const [narrow, toggle] = useNarrow();
  useShortcuts();
  const { companies, current } = useCompanies();
  useScreenOpened(screen, companies.length > 1 ? current.name : null, main);
  return (
    <div className={styles.window}>
      <div className={styles.frame}>
        <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
          Skip to the screen
        </button>
        <ConnectionBar />
      </div>
      <div className={styles.middle}>
        <div className={styles.frame}>
          <SideNav screen={screen} narrow={narrow} onToggle={toggle} />
        </div>
        <main className={styles.main} id="main" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <div className={styles.frame}>
        <StatusLine />
      </div>
    </div>
  );
}
