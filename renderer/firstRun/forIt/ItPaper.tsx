import { makeStyles, tokens } from '@fluentui/react-components';
import { type ForIt, type ItPart, itTitle } from './itWords.ts';

const useStyles = makeStyles({
  paper: {
    padding: '20px 24px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    '@media print': { border: 'none', padding: 0, color: 'black' },
  },
  title: { margin: '0 0 12px', fontSize: tokens.fontSizeBase500 },
  heading: { margin: '14px 0 4px', fontSize: tokens.fontSizeBase300 },
  lines: { margin: 0, paddingLeft: '20px', '& li': { marginBottom: '3px', overflowWrap: 'anywhere' } },
  script: {
    margin: '4px 0 0',
    padding: '8px',
    maxHeight: '260px',
    overflow: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground3,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media print': { maxHeight: 'none', overflow: 'visible', backgroundColor: 'transparent', padding: 0 },
  },
});

/** The page as it is printed; on the screen the scripts scroll. */
export function ItPaper({ parts, scripts }: { readonly parts: readonly ItPart[]; readonly scripts: ForIt['scripts'] }) {
  const styles = useStyles();
  return (
    <article className={styles.paper} aria-label={itTitle}>
      <h4 className={styles.title}>{itTitle}</h4>
      {parts.map(({ title, lines }) => (
        <section key={title}>
          <h5 className={styles.heading}>{title}</h5>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      {scripts.map(({ name, text }) => (
        <section key={name}>
          <h5 className={styles.heading}>{name}</h5>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: so that it can be scrolled by keyboard */}
          <pre className={styles.script} tabIndex={0}>
            {text}
          </pre>
        </section>
      ))}
    </article>
  );
}
