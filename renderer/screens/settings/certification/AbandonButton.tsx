import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useAct } from '../../../api/useAct.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';

/** Ends the comparison; what was certified before stays. */
export function AbandonButton() {
  const [asking, setAsking] = useState(false);
  const abandon = useAct('certification.abandon');
  return (
    <>
      <Button onClick={() => setAsking(true)}>End the comparison …</Button>
      <ConfirmDialog
        open={asking}
        title="End the comparison?"
        sentence="The entries that are compared already keep their certificates. The example change orders stay in Sage: delete or void them there."
        confirmWord="End it"
        cancelWord="Go on comparing"
        busy={abandon.busy}
        failure={abandon.failure}
        onConfirm={() => void abandon.run({})}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
