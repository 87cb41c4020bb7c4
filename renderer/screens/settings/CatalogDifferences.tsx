import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { ResponseOf } from '#shared/contract/requests.ts';
import type { CatalogDifference } from '#shared/domain/sage/catalog.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { InstantText } from '../../components/InstantText.tsx';
import { StateBadge, type StateKind } from '../../components/StateBadge.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  heading: { margin: 0 },
  line: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '4px 12px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxHeight: '420px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 132px',
    columnGap: '10px',
    alignItems: 'start',
    padding: '8px 12px',
    overflowWrap: 'anywhere',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
});

const effects: Readonly<Record<CatalogDifference['effect'], { readonly kind: StateKind; readonly word: string }>> = {
  blocks: { kind: 'failed', word: 'Stops writing' },
  narrows: { kind: 'warning', word: 'Tighter limit' },
  note: { kind: 'neutral', word: 'Harmless' },
};
const worstFirst = ['blocks', 'narrows', 'note'] as const;

type Catalog = ResponseOf<'settings.get'>['sage']['catalog'];

/** What is other in this company's database than Plumbline expects, by name, the worst first. */
export function CatalogDifferences({ catalog }: { readonly catalog: Catalog }) {
  const styles = useStyles();
  return (
    <section className={styles.part} aria-label="Tables of the company">
      <Subtitle2 as="h3" className={styles.heading}>
        Tables of the company
      </Subtitle2>
      {catalog === null ? (
        <span className={styles.quiet}>Not looked at yet: that happens whenever Sage is read.</span>
      ) : (
        <Known catalog={catalog} />
      )}
    </section>
  );
}

function Known({ catalog }: { readonly catalog: NonNullable<Catalog> }) {
  const styles = useStyles();
  const { differences, fingerprint, readAt, serverVersion } = catalog;
  const sorted = worstFirst.flatMap((effect) => differences.filter((one) => one.effect === effect));
  return (
    <>
      <div className={styles.line}>
        <span>{summary(differences)}</span>
        <span className={styles.quiet}>
          {serverVersion === '' ? '' : `SQL Server ${serverVersion}. `}
          Looked at <InstantText instant={readAt} />, fingerprint {fingerprint.slice(0, 12)}
        </span>
        <CopyButton text={textOf(catalog)} what="what was found, for support" />
      </div>
      {sorted.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable with the keyboard.
        <ul className={styles.list} aria-label="Differences from what is expected" tabIndex={0}>
          {sorted.map((one) => (
            <li key={`${one.table}.${one.column}.${one.aspect}.${one.found}`} className={styles.row}>
              <span className={styles.words}>
                <span>{one.sentence}</span>
                <Text size={200} className={styles.quiet}>
                  Expected: {one.expected}. Found: {one.found}.
                </Text>
              </span>
              <StateBadge {...effects[one.effect]} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function summary(differences: readonly CatalogDifference[]): string {
  if (differences.length === 0) return 'Every table and column that is used is as expected.';
  const words = worstFirst.flatMap((effect) => {
    const count = differences.filter((one) => one.effect === effect).length;
    return count === 0 ? [] : [`${count} ${counted[effect]}`];
  });
  return `Other than expected: ${words.join(', ')}.`;
}

const counted = { blocks: 'that stop writing', narrows: 'with a tighter limit', note: 'harmless' } as const;

function textOf({ differences, fingerprint, serverVersion }: NonNullable<Catalog>): string {
  const lines = differences.map(
    (one) => `${one.effect} ${one.aspect}: ${one.sentence} (${one.expected} / ${one.found})`,
  );
  return [`Catalog ${fingerprint}, SQL Server ${serverVersion}`, ...lines].join('\n');
}
