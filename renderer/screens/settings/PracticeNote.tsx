import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ bar: { whiteSpace: 'normal' } });

/** Said in place of the address while the sample company works with the practice Clearstory. */
export function PracticeNote({ address }: { readonly address: string }) {
  const styles = useStyles();
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody className={styles.bar}>
        <MessageBarTitle>This is the practice Clearstory on this computer.</MessageBarTitle>
        It runs at {address} and belongs to the sample company; nothing leaves this computer. Your own Clearstory gets
        its key once your own company is added under Companies.
      </MessageBarBody>
    </MessageBar>
  );
}
