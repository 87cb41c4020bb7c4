import { makeStyles, mergeClasses, Title3, tokens } from '@fluentui/react-components';
import type { HomeStatus } from '#shared/contract/home.ts';
import { type StateKind, stateIcons } from '../../components/StateBadge.tsx';
import { toneWords } from '../../components/toneWords.ts';
import { PauseControl } from './PauseControl.tsx';
import { SyncButton } from './SyncButton.tsx';

const useStyles = makeStyles({
  header: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap', gap: '8px 16px' },
  truth: { display: 'flex', alignItems: 'center', columnGap: '10px', minWidth: 0 },
  icon: { flexShrink: 0, width: '28px', height: '28px' },
  title: { margin: 0, outlineStyle: 'none' },
  buttons: { display: 'flex', columnGap: '8px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  calm: { color: tokens.colorBrandForeground1 },
  wary: { color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
});

const colourOf: Partial<Readonly<Record<StateKind, 'good' | 'wary' | 'bad'>>> = {
  ok: 'good',
  warning: 'wary',
  paused: 'wary',
  failed: 'bad',
};

/** The one sentence that says the truth, and the buttons that act on everything. */
export function HomeHeader({ home }: { readonly home: HomeStatus }) {
  const styles = useStyles();
  const { kind } = toneWords[home.tone];
  const Icon = stateIcons[kind];
  return (
    <header className={styles.header}>
      <div className={styles.truth}>
        <Icon aria-hidden className={mergeClasses(styles.icon, styles[colourOf[kind] ?? 'calm'])} />
        <Title3 as="h1" className={styles.title} tabIndex={-1} data-page-title>
          {home.sentence}
        </Title3>
      </div>
      <div className={styles.buttons}>
        <SyncButton home={home} side="all" name="everything" />
        <PauseControl home={home} />
      </div>
    </header>
  );
}
