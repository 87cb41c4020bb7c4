import { Button } from '@fluentui/react-components';
import { EmptyState } from '../../components/EmptyState.tsx';

type Props = { readonly state: 'waiting' | 'rejected'; readonly search: string; readonly onClear: () => void };

export function NoImported({ state, search, onClear }: Props) {
  if (search !== '') {
    return (
      <EmptyState
        title={`Nothing matches “${search}”`}
        sentence="Try part of a number, of a name or of a client."
        action={<Button onClick={onClear}>Clear the search</Button>}
      />
    );
  }
  if (state === 'rejected') {
    return <EmptyState title="No job has been rejected" sentence="Rejected jobs stay here and can be restored." />;
  }
  return (
    <EmptyState
      title="No job is waiting"
      sentence="A job created in Sage appears here after the next reading of Sage, so that its Clearstory project can be created from it."
    />
  );
}
