import { Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import type { Refusal } from '#shared/domain/plan.ts';
import { navigate } from '../../../navigation/route.ts';
import { useAppStore } from '../../../store/StoreContext.tsx';
import { fieldWords, stepHash, stepOf } from '../draft/fieldPath.ts';
import { useWizard } from '../draft/WizardContext.tsx';

const useStyles = makeStyles({
  list: { margin: '6px 0 2px', paddingLeft: '20px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** Why there is no plan: each sentence with a link to its field. */
export function RefusalList({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const styles = useStyles();
  const { id } = useWizard();
  const typed = useAppStore((state) => state.info?.writes) === 'handEntry';
  const count = refusals.length === 1 ? 'One thing has' : `${refusals.length} things have`;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>
          {count} to be put right before this can be {typed ? 'approved' : 'pushed'}.
        </MessageBarTitle>
        <ul className={styles.list}>
          {refusals.map((refusal, index) => {
            const hash = stepHash(id, stepOf(refusal.field), refusal.field);
            return (
              // Two refusals may be about the same field.
              <li key={`${refusal.field} ${refusals.indexOf(refusal) === index ? '' : index}`}>
                <Link
                  inline
                  href={hash}
                  onClick={(event) => {
                    event.preventDefault();
                    navigate(hash);
                  }}
                >
                  {fieldWords(refusal.field)}
                </Link>
                : {refusal.sentence}
              </li>
            );
          })}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
