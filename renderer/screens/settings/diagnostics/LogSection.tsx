import { Field, makeStyles, Select, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { type LogLevel, logLevels } from '#shared/domain/logLevel.ts';
import { useHostAct } from '../../../api/useAct.ts';
import { useHostRequest } from '../../../api/useHostRequest.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { InstantText } from '../../../components/InstantText.tsx';
import { Lockable, LocksProvider } from '../../../components/Lockable.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  heading: { margin: 0 },
  level: { maxWidth: '420px' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

const words: Readonly<Record<LogLevel, string>> = {
  error: 'Only what went wrong',
  warn: 'What went wrong and what is odd',
  info: 'Every run and every write',
  debug: 'Everything, for an hour',
};

/** How much the log tells, and where it is. */
export function LogSection() {
  const styles = useStyles();
  const act = useHostAct('log.set');
  const { value: log, refresh } = useHostRequest('log.get', {});
  if (log === null) return null;
  const choose = async (level: LogLevel) => {
    await act.run({ level });
    refresh();
  };
  return (
    <section className={styles.section} aria-label="Log">
      <Subtitle2 as="h3" className={styles.heading}>
        Log
      </Subtitle2>
      {act.failure === null ? null : <FailureMessage failure={act.failure} />}
      <LocksProvider value={log.locks}>
        <Lockable path="log.level">
          <Field
            className={styles.level}
            label="What it tells"
            hint={
              log.debugUntil === null ? (
                'It never holds secrets, amounts or names.'
              ) : (
                <>
                  Until <InstantText instant={log.debugUntil} show="absolute" />, or until Plumbline ends.
                </>
              )
            }
          >
            <Select
              value={log.level}
              onChange={(_, { value }) => void choose(logLevels.find((one) => one === value) ?? 'info')}
            >
              {logLevels.map((level) => (
                <option key={level} value={level}>
                  {words[level]}
                </option>
              ))}
            </Select>
          </Field>
        </Lockable>
      </LocksProvider>
      <Text className={styles.quiet}>{log.folder}</Text>
    </section>
  );
}
