import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import type { CompanyView } from '#shared/contract/companies.ts';
import { certificateWords } from '#shared/domain/sageConnection.ts';
import { instantWords } from '../../components/instantWords.ts';

const useStyles = makeStyles({ bar: { whiteSpace: 'normal' } });

type Props = {
  readonly company: Pick<CompanyView, 'origin' | 'trust'>;
  /** Of the office, an IANA name. */
  readonly timeZone: string;
};

/** Stands there for as long as a server's certificate is accepted unchecked: who decided it, when, and how it is turned off. */
export function TrustNotice({ company: { origin, trust }, timeZone }: Props) {
  const styles = useStyles();
  if (trust === null) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.bar}>
        <MessageBarTitle>This server is trusted without checking its certificate.</MessageBarTitle>
        {`Decided by ${trust.by}${trust.at === null ? '' : ` on ${instantWords(trust.at, timeZone)}`}, for every company on this server.`}{' '}
        {certificateWords.trust.meaning} To turn it off,{' '}
        {origin === 'file'
          ? 'have IT take trustServerCertificate out of the configuration file.'
          : `choose “${certificateWords.check.label}” below and save.`}
      </MessageBarBody>
    </MessageBar>
  );
}
