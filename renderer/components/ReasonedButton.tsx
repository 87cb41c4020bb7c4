import { Button, type ButtonProps, Tooltip } from '@fluentui/react-components';

export type ReasonedButtonProps = Omit<ButtonProps, 'disabled' | 'disabledFocusable'> & {
  /** Why it cannot be pressed now; null when it can. */
  readonly reason: string | null;
};

/** A button that, when dimmed, can still be reached and says why on hover and focus. */
export function ReasonedButton({ reason, ...props }: ReasonedButtonProps) {
  if (reason === null) return <Button {...(props as ButtonProps)} />;
  return (
    <Tooltip content={reason} relationship="description" withArrow>
      <Button {...(props as ButtonProps)} disabledFocusable />
    </Tooltip>
  );
}
