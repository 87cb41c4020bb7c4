import type { ProjectRow } from '#shared/contract/projects.ts';
import { useAct } from '../../api/useAct.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useToast } from '../../components/Toasts.tsx';

type Props = {
  readonly row: ProjectRow;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onUnmapped: () => void;
};

/** Asks before a project and its job are taken apart, and says what stays. */
export function UnmapDialog({ row, open, onClose, onUnmapped }: Props) {
  const unmap = useAct('projects.unmap');
  const toast = useToast();
  const { project, mapping } = row;
  const confirm = async () => {
    const answer = await unmap.run({ projectId: project.id });
    if (!answer.ok) return;
    toast(`“${project.title}” is no longer mapped.`);
    onUnmapped();
  };
  return (
    <ConfirmDialog
      open={open}
      title="Unmap this project?"
      sentence={`“${project.title}” and Sage job ${mapping?.job ?? ''} both stay as they are. Plumbline forgets that they belong together, and the defaults entered here.`}
      confirmWord="Unmap"
      onConfirm={confirm}
      onClose={() => {
        unmap.clear();
        onClose();
      }}
      busy={unmap.busy}
      failure={unmap.failure}
    />
  );
}
