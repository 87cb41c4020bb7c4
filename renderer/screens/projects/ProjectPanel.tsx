import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProjectRow } from '#shared/contract/projects.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { MappingForm } from './MappingForm.tsx';
import { ProjectFacts } from './ProjectFacts.tsx';
import { SageSection } from './SageSection.tsx';
import { UnmapDialog } from './UnmapDialog.tsx';
import { useMappingForm } from './useMappingForm.ts';

type Props = { readonly row: ProjectRow; readonly onClose: () => void };

/** One project: what Clearstory knows of it, and the Sage job it belongs to. */
export function ProjectPanel({ row, onClose }: Props) {
  const toast = useToast();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState<'unmap' | 'leave' | 'stop' | null>(null);
  const { project, mapping } = row;
  const form = useMappingForm(row, editing, (job) => {
    toast(`“${project.title}” is mapped to Sage job ${job}.`);
    if (mapping === null) onClose();
    else setEditing(false);
  });
  const unsaved = editing && form.dirty;
  const stop = () => (unsaved ? setAsking('stop') : setEditing(false));
  const leave = () => (unsaved ? setAsking('leave') : onClose());
  const discard = () => {
    const leaving = asking === 'leave';
    setAsking(null);
    setEditing(false);
    if (leaving) onClose();
  };

  return (
    <SidePanel
      title={project.title}
      open
      wide={editing}
      onClose={leave}
      footer={
        editing ? (
          <>
            <ReasonedButton appearance="primary" type="submit" form={form.formId} reason={form.refusal}>
              Save
            </ReasonedButton>
            <Button onClick={stop}>Cancel</Button>
          </>
        ) : (
          <>
            <Button appearance="primary" onClick={() => setEditing(true)}>
              Edit
            </Button>
            {mapping === null ? null : (
              <ReasonedButton reason={row.unmapRefusal} onClick={() => setAsking('unmap')}>
                Unmap
              </ReasonedButton>
            )}
          </>
        )
      }
    >
      {editing ? (
        <MappingForm projectId={project.id} form={form} />
      ) : (
        <>
          <ProjectFacts row={row} />
          <SageSection row={row} />
        </>
      )}
      <UnmapDialog row={row} open={asking === 'unmap'} onClose={() => setAsking(null)} onUnmapped={onClose} />
      <ConfirmDialog
        open={asking === 'leave' || asking === 'stop'}
        title="Discard what you have entered?"
        sentence="The mapping has not been saved."
        confirmWord="Discard"
        cancelWord="Keep editing"
        onConfirm={discard}
        onClose={() => setAsking(null)}
      />
    </SidePanel>
  );
}
