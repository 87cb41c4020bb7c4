import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Textarea,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Failure } from '#shared/domain/failure.ts';
import { FailureMessage } from './FailureMessage.tsx';
import { ReasonedButton } from './ReasonedButton.tsx';
import { useFocusReturn } from './useFocusReturn.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
});

type Props = {
  readonly open: boolean;
  readonly title: string;
  readonly sentence: string;
  /** The word on the button that does it, e.g. `Unmap`. */
  readonly confirmWord: string;
  /** The word on the button that changes nothing. */
  readonly cancelWord?: string;
  /** With a label, a reason has to be given (at most 200 characters). */
  readonly reasonLabel?: string;
  /** What else has to be given first, in words; null when nothing is missing. */
  readonly missing?: string | null;
  /** Gets the reason, trimmed; empty when none is asked for. */
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
  readonly busy?: boolean;
  readonly failure?: Failure | null;
  readonly children?: ReactNode;
};

const longestReason = 200;

/** Asks before something that is not easily undone. Esc and Cancel change nothing. */
export function ConfirmDialog(props: Props) {
  const {
    open,
    title,
    sentence,
    confirmWord,
    reasonLabel,
    onConfirm,
    onClose,
    busy = false,
    missing: lacking = null,
    cancelWord = 'Cancel',
    failure,
    children,
  } = props;
  const styles = useStyles();
  const [reason, setReason] = useState('');
  useFocusReturn(open);
  useEffect(() => {
    if (open) setReason('');
  }, [open]);
  const missing = reasonLabel !== undefined && reason.trim() === '' ? `Give a reason first: ${reasonLabel}.` : lacking;
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => (data.open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            <span>{sentence}</span>
            {children}
            {reasonLabel === undefined ? null : (
              <Field label={reasonLabel} required hint={`${reason.length} of ${longestReason} characters`}>
                <Textarea
                  rows={3}
                  maxLength={longestReason}
                  value={reason}
                  onChange={(_, data) => setReason(data.value)}
                />
              </Field>
            )}
            {failure === undefined || failure === null ? null : <FailureMessage failure={failure} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{cancelWord}</Button>
            <ReasonedButton
              appearance="primary"
              reason={busy ? 'This is being done.' : missing}
              onClick={() => onConfirm(reason.trim())}
            >
              {confirmWord}
            </ReasonedButton>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
