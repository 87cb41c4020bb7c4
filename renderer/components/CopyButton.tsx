import { Button } from '@fluentui/react-components';
import { Checkmark16Regular, Copy16Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useToast } from './Toasts.tsx';

/** Long enough to be seen. */
const confirmedMs = 2_000;

/** Puts a text on the clipboard. `what` says which one, for those who hear the button. */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const toast = useToast();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), confirmedMs);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      toast('The clipboard is not available here.', 'warning', `Copy it by hand: ${text}`);
    }
  };

  return (
    <Button
      size="small"
      aria-label={`Copy ${what}`}
      icon={copied ? <Checkmark16Regular /> : <Copy16Regular />}
      onClick={() => void copy()}
    >
      {copied ? 'Copied' : 'Copy'}
    </Button>
  );
}
