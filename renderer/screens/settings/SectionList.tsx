import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useRef } from 'react';
import { type SectionId, settingsSections } from './settingsSections.ts';

const useStyles = makeStyles({
  nav: { position: 'sticky', top: 0, alignSelf: 'start', marginLeft: '-10px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '2px' },
  link: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    minHeight: '32px',
    padding: '0 10px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '8px',
      bottom: '8px',
      width: '3px',
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorCompoundBrandBackground,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
});

/** The sections of the settings. Besides Tab, the arrows move between them; Enter opens. */
export function SectionList({ current }: { readonly current: SectionId }) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const from = links.findIndex((link) => link.matches(':focus'));
    if (step === 0 || from < 0) return;
    event.preventDefault();
    links[from + step]?.focus();
  };
  return (
    <nav className={styles.nav} aria-label="Sections of the settings">
      <ul className={styles.list} ref={list} onKeyDown={onKeyDown}>
        {settingsSections.map(({ id, label }) => (
          <li key={id}>
            <a
              href={`#/settings/${id}`}
              className={mergeClasses(styles.link, id === current && styles.current)}
              aria-current={id === current ? 'page' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
