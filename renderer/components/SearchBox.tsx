import { SearchBox as FluentSearchBox, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

const useStyles = makeStyles({ box: { width: '280px', maxWidth: '100%' } });

/** A pause in typing, after which the search starts. */
const pauseMs = 200;

type Props = {
  /** Says what is searched; shown in the empty box and read aloud. */
  readonly label: string;
  readonly value: string;
  /** Called when the typing pauses, and at once when the box is cleared. */
  readonly onChange: (text: string) => void;
};

export function SearchBox({ label, value, onChange }: Props) {
  const styles = useStyles();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  // Changed elsewhere, by a link or by Back. Taken over while drawing: an effect would come after the one below has sent the old text.
  if (value !== known) {
    setKnown(value);
    if (value !== text) setText(value);
  }
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), text === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <FluentSearchBox
      className={styles.box}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(_, data) => setText(data.value)}
    />
  );
}
