import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProjectRow } from '#shared/contract/projects.ts';
import { useAct } from '../../api/useAct.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { MappingForm } from './MappingForm.tsx';
import { ProjectFacts } from './ProjectFacts.tsx';
import { SageSection } from './SageSection.tsx';

type Props = { readonly row: ProjectRow; readonly onClose: () => void };

/** One project: what Clearstory knows of it, and the Sage job it belongs to. */
export function ProjectPanel({ row, onClose }: Props) {
  const toast = useToast();
  const [editing, setEditing] = useState(false);
  const [dirty, setDirty] = useState(false);
  const [asking, setAsking] = useState<'unmap' | 'discard' | null>(null);
  const unmap = useAct('projects.unmap');
  const { project, mapping } = row;

  const stopEditing = () => {
    setAsking(null);
    setEditing(false);
    setDirty(false);
  };
  const leave = () => {
    if (editing && dirty) setAsking('discard');
    else onClose();
  };
  const confirmUnmap = async () => {
    const answer = await unmap.run({ projectId: project.id });
    if (!answer.ok) return;
    toast(`“${project.title}” is no longer mapped.`);
    onClose();
  };

  if (editing) {
    return (
      <>
        <MappingForm
          row={row}
          onDirty={setDirty}
          onCancel={() => (dirty ? setAsking('discard') : stopEditing())}
          onClose={leave}
          onSaved={(job) => {
            toast(`“${project.title}” is mapped to Sage job ${job}.`);
            if (mapping === null) onClose();
            else stopEditing();
          }}
        />
        <ConfirmDialog
          open={asking === 'discard'}
          title="Discard what you have entered?"
          sentence="The mapping has not been saved."
          confirmWord="Discard"
          onConfirm={stopEditing}
          onClose={() => setAsking(null)}
        />
      </>
    );
  }
  return (
    <SidePanel
      title={project.title}
      open
      onClose={onClose}
      footer={
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
      }
    >
      <ProjectFacts row={row} />
      <SageSection row={row} />
      <ConfirmDialog
        open={asking === 'unmap'}
        title="Unmap this project?"
        sentence={`“${project.title}” and Sage job ${mapping?.job ?? ''} both stay as they are. Plumbline forgets that they belong together, and the defaults entered here.`}
        confirmWord="Unmap"
        onConfirm={confirmUnmap}
        onClose={() => {
          setAsking(null);
          unmap.clear();
        }}
        busy={unmap.busy}
        failure={unmap.failure}
      />
    </SidePanel>
  );
}
