import { makeStyles, tokens } from '@fluentui/react-components';
import { relativeWords } from '#shared/domain/dates.ts';
import { StateBadge } from '../components/StateBadge.tsx';
import { toneWords } from '../components/toneWords.ts';
import { useAppStore } from '../store/StoreContext.tsx';
import { useNow } from '../store/useNow.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '16px',
    height: '28px',
    padding: '0 12px',
    flexShrink: 0,
    overflow: 'hidden',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
  link: {
    display: 'inline-flex',
    color: 'inherit',
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  rest: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** One line at the bottom of every screen: how it stands, when each side was last heard, who is working. */
export function StatusLine() {
  const styles = useStyles();
  const home = useAppStore((state) => state.home);
  const info = useAppStore((state) => state.info);
  const connected = useAppStore((state) => state.connected);
  const now = useNow();
  const tone = connected
    ? home === null
      ? ({ kind: 'neutral', word: 'Starting' } as const)
      : toneWords[home.tone]
    : ({ kind: 'failed', word: 'Plumbline does not answer' } as const);
  const heard = (home?.sides ?? [])
    .filter((side) => side.side !== 'push')
    .map((side) => `${side.name}: ${side.lastHeard === null ? 'not heard yet' : relativeWords(side.lastHeard, now)}`);
  return (
    <footer className={styles.line} title={home?.sentence}>
      <a className={styles.link} href="#/home">
        <StateBadge kind={tone.kind} word={tone.word} />
      </a>
      <span className={styles.rest}>{heard.join('  ·  ')}</span>
      {info === null ? null : <span>{`${info.person}  ·  Plumbline ${info.version}`}</span>}
      <span className={styles.hidden} role="status">
        {home === null ? '' : tone.word}
      </span>
    </footer>
  );
}
