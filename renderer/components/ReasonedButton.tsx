import { Button, type ButtonProps, Tooltip } from '@fluentui/react-components';
import { useState } from 'react';

/** Fluent's button is also a link; only a button can be refused. */
type RealButton = Extract<ButtonProps, { as?: 'button' }>;

export type ReasonedButtonProps = Omit<RealButton, 'disabled' | 'disabledFocusable'> & {
  /** Why it cannot be pressed now; null when it can. */
  readonly reason: string | null;
};

/**
 * A button that, when dimmed, can still be reached and says why on hover and focus. With and without a reason it is the same element,
 * so that a press that dims it does not lose the focus.
 */
export function ReasonedButton({ reason, ...props }: ReasonedButtonProps) {
  const [asked, setAsked] = useState(false);
  return (
    <Tooltip
      content={reason ?? ''}
      relationship={reason === null ? 'inaccessible' : 'description'}
      visible={asked && reason !== null}
      onVisibleChange={(_, data) => setAsked(data.visible)}
      withArrow
    >
      <Button {...props} disabledFocusable={reason !== null} />
    </Tooltip>
  );
}
