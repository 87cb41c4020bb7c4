import { MessageBar, MessageBarBody, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ItemPreview, PreviewStep } from '#shared/contract/procore.ts';
import { Money } from '../../components/Money.tsx';
import { useSmallTableStyles } from '../../components/smallTableStyles.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  sums: { display: 'flex', flexWrap: 'wrap', gap: '4px 20px', margin: 0 },
  sum: { display: 'flex', columnGap: '6px' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  step: { margin: 0 },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold, padding: '2px 0' },
});

/** Exactly what would be written: each row of Sage, or each record of Procore, with its fields. */
export function Preview({ preview }: { readonly preview: ItemPreview }) {
  const styles = useStyles();
  if (!preview.ok) {
    return (
      <div className={styles.box} role="status">
        {preview.refusals.map(({ field, sentence }) => (
          <MessageBar key={`${field} ${sentence}`} intent="error" layout="multiline">
            <MessageBarBody>{sentence}</MessageBarBody>
          </MessageBar>
        ))}
      </div>
    );
  }
  const { title, sums, warnings, steps, stepCount, undo } = preview;
  return (
    <div className={styles.box}>
      <Text weight="semibold">{title}</Text>
      {sums.length === 0 ? null : (
        <dl className={styles.sums}>
          {sums.map(({ label, amount }) => (
            <div key={label} className={styles.sum}>
              <dt className={styles.quiet}>{label}</dt>
              <dd className={styles.step}>
                <Money amount={amount} inline />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {warnings.map((warning) => (
        <MessageBar key={warning} intent="warning" layout="multiline">
          <MessageBarBody>{warning}</MessageBarBody>
        </MessageBar>
      ))}
      <div>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a preview is shown whole and never reordered
          <Step key={index} step={step} open={index === 0} />
        ))}
        {stepCount > steps.length ? (
          <Text className={styles.quiet}>{`and ${stepCount - steps.length} more of the same kind`}</Text>
        ) : null}
      </div>
      {undo.map((sentence) => (
        <Text key={sentence} className={styles.quiet}>
          {sentence}
        </Text>
      ))}
    </div>
  );
}

function Step({ step, open }: { readonly step: PreviewStep; readonly open: boolean }) {
  const styles = useStyles();
  const table = useSmallTableStyles();
  return (
    <details open={open}>
      <summary className={styles.summary}>
        {step.title} <span className={styles.quiet}>{step.place}</span>
      </summary>
      <table className={table.table} aria-label={step.title}>
        <tbody>
          {step.columns.map(({ label, was, value, why }) => (
            <tr key={label}>
              <th className={mergeClasses(table.cell, table.narrow)} scope="row">
                {label}
              </th>
              <td className={table.cell}>
                {was === null || was === value ? null : (
                  <>
                    <del>{was === '' ? 'empty' : was}</del> <span aria-hidden>→</span>{' '}
                  </>
                )}
                {value === null || value === '' ? '–' : value}
                {why === '' ? null : <div className={styles.quiet}>{why}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
