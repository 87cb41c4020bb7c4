import { Button } from '@fluentui/react-components';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { navigate, useRoute } from '../../navigation/route.ts';
import { stepNumber } from './draft/fieldPath.ts';
import { useDraft } from './draft/useDraft.ts';
import { WizardBody } from './WizardBody.tsx';

/** *+ Add to Sage 100*: `#/add/<transferId>/<step>`. */
export function AddToSageScreen() {
  const { parts, query } = useRoute();
  const [id, step] = parts;
  if (id === undefined) {
    return (
      <EmptyState
        title="Nothing to add"
        sentence="Choose one or several change order requests in the log first, then Add to Sage 100."
        action={<Button onClick={() => navigate('#/change-orders')}>Open the log</Button>}
      />
    );
  }
  return <OpenedDraft key={id} id={id} step={step} field={query.get('field')} />;
}

type OpenedProps = { readonly id: string; readonly step: string | undefined; readonly field: string | null };

function OpenedDraft({ id, step, field }: OpenedProps) {
  const form = useDraft(id);
  if (form.status === 'loading') return <Loading label="Opening the draft" />;
  if (form.status === 'failed') {
    return (
      <>
        <PageHeader
          title="Add to Sage 100"
          actions={<Button onClick={() => navigate('#/change-orders')}>Back to the log</Button>}
        />
        <FailureMessage failure={form.failure} onRetry={form.reload} />
      </>
    );
  }
  return <WizardBody id={id} step={stepNumber(step)} field={field} form={form} />;
}
