import {
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useRef } from 'react';
import type { CompanyView } from '#shared/contract/companies.ts';
import { useCompanies } from '../companies/CompaniesContext.tsx';
import { StateBadge } from '../components/StateBadge.tsx';
import { toneWords } from '../components/toneWords.ts';
import { navigate } from './route.ts';

const useStyles = makeStyles({
  button: {
    display: 'flex',
    alignItems: 'center',
    position: 'relative',
    width: '100%',
    padding: 0,
    border: 'none',
    font: 'inherit',
    textAlign: 'left',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  narrow: { justifyContent: 'center' },
  content: { flexGrow: 1, minWidth: 0 },
  chevron: { flexShrink: 0, marginRight: '4px' },
  dot: {
    position: 'absolute',
    top: '4px',
    right: '4px',
    width: '9px',
    height: '9px',
    borderRadius: '50%',
    backgroundColor: tokens.colorStatusDangerBackground3,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  item: { display: 'flex', flexDirection: 'column', rowGap: '2px', maxWidth: '320px' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

type Props = {
  /** Name and marks of the company that is shown. */
  readonly title: string;
  readonly screen: string;
  readonly narrow: boolean;
  readonly children: ReactNode;
};

/** The name of the company as a button that offers the others, each with how it stands. A dot: another one needs somebody. */
export function CompanySwitcher({ title, screen, narrow, children }: Props) {
  const styles = useStyles();
  const { companies, current, switched } = useCompanies();
  const button = useRef<HTMLButtonElement>(null);
  // After a switch one stands where one was: the button that did it is another one now.
  useEffect(() => {
    if (switched) button.current?.focus();
  }, [switched]);
  const others = companies.filter(({ id, needsSomebody }) => id !== current.id && needsSomebody);
  const needed = others.length === 0 ? '' : `. ${others.map(({ name }) => name).join(', ')} needs somebody`;
  return (
    <>
      <Menu
        checkedValues={{ company: [current.id] }}
        onCheckedValueChange={(_, { checkedItems: [id] }) => {
          if (id !== undefined && id !== current.id) navigate(`#/company/${id}/${screen}`);
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <button type="button" ref={button} className={mergeClasses(styles.button, narrow && styles.narrow)}>
            <span className={styles.hidden}>Company: </span>
            <span className={styles.content}>{children}</span>
            <span className={styles.hidden}>
              {narrow ? title : ''}
              {needed}
            </span>
            {narrow ? null : <ChevronDown16Regular className={styles.chevron} />}
            {others.length === 0 ? null : <span className={styles.dot} aria-hidden />}
          </button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {companies.map((company) => (
              <MenuItemRadio key={company.id} name="company" value={company.id}>
                <span className={styles.item}>
                  <span className={styles.name}>{company.name}</span>
                  <Standing company={company} />
                </span>
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <span className={styles.hidden} role="status">
        {switched ? `Now in ${current.name}` : ''}
      </span>
    </>
  );
}

/** How a company stands, in a word, an icon and a colour. */
function Standing({ company }: { readonly company: CompanyView }) {
  const kind = company.kind === 'sample' ? 'Sample company · ' : '';
  if (company.state === 'failed') return <StateBadge kind="failed" word={`${kind}Could not be opened`} />;
  if (company.status === null) return <StateBadge kind="neutral" word={`${kind}Opening`} />;
  const tone = toneWords[company.status.tone];
  return <StateBadge kind={tone.kind} word={`${kind}${tone.word}`} />;
}
