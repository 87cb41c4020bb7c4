import { Input, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

const useStyles = makeStyles({ box: { width: '132px' } });

/** A pause in typing, after which the filter works. */
const pauseMs = 300;

type Props = { readonly label: string; readonly value: string; readonly onChange: (text: string) => void };

/** A short text as a filter, e.g. a job number. */
export function TextFilter({ label, value, onChange }: Props) {
  const styles = useStyles();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  // Changed elsewhere, by a link or by Back. Taken over while drawing: an effect would come after the one below has sent the old text.
  if (value !== known) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), text === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <Input
      className={styles.box}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(_, data) => setText(data.value)}
    />
  );
}
