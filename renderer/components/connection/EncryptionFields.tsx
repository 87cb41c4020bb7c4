import {
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
} from '@fluentui/react-components';
import { canTrustUnchecked, certificateWords, encryptions, encryptionWords } from '#shared/domain/sageConnection.ts';
import { Lockable } from '../Lockable.tsx';
import { type ConnectionDraft, isTrusted } from './connectionDraft.ts';
import { type ConnectionFormProps, problemOf } from './connectionFields.ts';

const useStyles = makeStyles({
  choice: { maxWidth: '420px' },
  bar: { whiteSpace: 'normal' },
});

/** What protects the connection, each choice with what follows from it. */
export function EncryptionFields({ draft, problems, onChange }: ConnectionFormProps) {
  const styles = useStyles();
  const set = (change: Partial<ConnectionDraft>) => onChange({ ...draft, ...change });
  const trusted = isTrusted(draft);
  return (
    <>
      <Lockable path="sage.connection.encrypt">
        <Field
          label="Encryption"
          hint={draft.encrypt === 'no' ? '' : encryptionWords[draft.encrypt].meaning}
          {...problemOf(problems, 'encrypt')}
        >
          <Select
            className={styles.choice}
            value={draft.encrypt}
            onChange={(_, { value }) => set({ encrypt: encryptions.find((one) => one === value) ?? 'yes' })}
          >
            {encryptions.map((encryption) => (
              <option key={encryption} value={encryption}>
                {encryptionWords[encryption].label}
              </option>
            ))}
          </Select>
        </Field>
      </Lockable>
      {draft.encrypt === 'no' ? <Warning title={encryptionWords.no.label}>{encryptionWords.no.meaning}</Warning> : null}
      {draft.encrypt !== 'no' && canTrustUnchecked(draft.encrypt) ? (
        <Lockable path="sage.connection.trustServerCertificate">
          <Field label="Certificate of the server" hint={trusted ? '' : certificateWords.check.meaning}>
            <RadioGroup
              value={draft.certificate}
              onChange={(_, { value }) => set({ certificate: value === 'trust' ? 'trust' : 'check' })}
            >
              <Radio value="check" label={certificateWords.check.label} />
              <Radio value="trust" label={certificateWords.trust.label} />
            </RadioGroup>
          </Field>
        </Lockable>
      ) : null}
      {trusted ? <Warning title={certificateWords.trust.label}>{certificateWords.trust.meaning}</Warning> : null}
      {draft.encrypt === 'no' || trusted ? null : (
        <Lockable path="sage.connection.certificateName">
          <Field
            label="Name in the certificate"
            className={styles.choice}
            hint="Only where the certificate bears another name than the server above. Needs driver 18."
            {...problemOf(problems, 'certificateName')}
          >
            <Input
              spellCheck={false}
              autoComplete="off"
              maxLength={200}
              value={draft.certificateName}
              onChange={(_, { value }) => set({ certificateName: value })}
            />
          </Field>
        </Lockable>
      )}
    </>
  );
}

function Warning({ title, children }: { readonly title: string; readonly children: string }) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.bar}>
        <MessageBarTitle>{title}.</MessageBarTitle>
        {children}
      </MessageBarBody>
    </MessageBar>
  );
}
