import { Button, type ButtonProps, Tooltip } from '@fluentui/react-components';

/** Fluent's button is also a link; only a button can be refused. */
type RealButton = Extract<ButtonProps, { as?: 'button' }>;

export type ReasonedButtonProps = Omit<RealButton, 'disabled' | 'disabledFocusable'> & {
  /** Why it cannot be pressed now; null when it can. */
  readonly reason: string | null;
};

/** A button that, when dimmed, can still be reached and says why on hover and focus. */
export function ReasonedButton({ reason, ...props }: ReasonedButtonProps) {
  if (reason === null) return <Button {...props} />;
  return (
    <Tooltip content={reason} relationship="description" withArrow>
      <Button {...props} disabledFocusable />
    </Tooltip>
  );
}
