import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Failure } from '#shared/domain/failure.ts';
import { MeaningLink } from './MeaningLink.tsx';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  detail: { marginTop: '4px', fontSize: tokens.fontSizeBase200 },
  technical: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

type Props = { readonly failure: Failure; readonly onRetry?: () => void };

/** A failure in plain words with the way out; technical details folded. */
export function FailureMessage({ failure, onRetry }: Props) {
  const styles = useStyles();
  return (
    <MessageBar intent={failure.next === 'waitUntil' ? 'warning' : 'error'} layout="multiline" role="alert">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{failure.sentence}</MessageBarTitle>
        {failure.remedy} <MeaningLink code={failure.code} />
        {failure.detail === undefined ? null : (
          <details className={styles.detail}>
            <summary>Details for support ({failure.code})</summary>
            <div className={styles.technical}>{failure.detail}</div>
          </details>
        )}
      </MessageBarBody>
      {onRetry === undefined ? null : (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
