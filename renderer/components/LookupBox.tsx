import { Input, makeStyles, Portal, usePositioning } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, useId, useState } from 'react';
import { LookupOptions } from './LookupOptions.tsx';
import type { LookupOption } from './lookupOption.ts';
import { type Search, useSearch } from './useSearch.ts';

const useStyles = makeStyles({ box: { width: '100%', minWidth: 0 } });

type Props = {
  /** What the box shows while nobody types in it. */
  readonly text: string;
  readonly search: Search<LookupOption>;
  readonly onChoose: (option: LookupOption) => void;
  /** Free text: every keystroke counts. Without it, only choosing from the list does. */
  readonly onType?: (text: string) => void;
  readonly placeholder?: string;
  readonly label?: string;
  readonly nothing: string;
  readonly size?: 'small' | 'medium';
  readonly autoFocus?: boolean;
  readonly invalid?: boolean;
};

/**
 * Type-ahead (combobox with a listbox). Typing, Down or a click opens the list; arrows mark a line, Enter takes it, Tab takes it
 * only when an arrow key has marked it; Esc closes the list. What is only likely is never taken by itself.
 */
export function LookupBox(props: Props) {
  const { text, search, onChoose, onType, placeholder, label, nothing, size, autoFocus = false, invalid } = props;
  const styles = useStyles();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const { targetRef, containerRef } = usePositioning({ position: 'below', align: 'start', offset: 2 });
  const found = useSearch(open ? (typed ?? '') : null, search);
  const last = found.options.length - 1;
  const firstFree =
    typed === null || typed.trim() === '' ? -1 : found.options.findIndex((each) => each.refusal === null);
  const marked = moved === null ? firstFree : Math.min(moved, last);

  const close = () => {
    setOpen(false);
    setTyped(null);
    setMoved(null);
  };
  const choose = (option: LookupOption | undefined) => {
    if (option === undefined || option.refusal !== null) return;
    onChoose(option);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (open) setMoved(Math.max(0, Math.min(marked + (event.key === 'ArrowDown' ? 1 : -1), last)));
      else setOpen(true);
      return;
    }
    if (!open) return;
    const option = found.status === 'searching' ? undefined : found.options[marked];
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(option);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab' && moved !== null) choose(option);
  };

  return (
    <>
      <Input
        className={styles.box}
        root={{ ref: targetRef }}
        {...(size === undefined ? {} : { size })}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(invalid === true ? { 'aria-invalid': true } : {})}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open && marked >= 0 ? `${id}-${marked}` : undefined}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        placeholder={placeholder}
        value={typed ?? text}
        contentAfter={<ChevronDown16Regular aria-hidden />}
        onChange={(_, data) => {
          setOpen(true);
          setTyped(data.value);
          setMoved(null);
          onType?.(data.value);
        }}
        onClick={() => setOpen(true)}
        onFocus={(event) => event.target.select()}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {open ? (
        <Portal>
          <LookupOptions
            ref={containerRef}
            id={id}
            label={label ?? placeholder ?? ''}
            found={found}
            marked={marked}
            nothing={nothing}
            onChoose={choose}
          />
        </Portal>
      ) : null}
    </>
  );
}
