import { mergeClasses, Portal, usePositioning } from '@fluentui/react-components';
import { type KeyboardEvent, useId, useState } from 'react';
import { LookupOptions } from '../../../components/LookupOptions.tsx';
import type { LookupOption } from '../../../components/lookupOption.ts';
import { type Search, useSearch } from '../../../components/useSearch.ts';
import { CellNotes, useMarks } from './CellNotes.tsx';
import { useCellStyles } from './cellStyles.ts';
import type { CellProps } from './TextCell.tsx';

type Props = CellProps & {
  readonly search: Search<LookupOption>;
  readonly onChoose: (option: LookupOption) => void;
  readonly placeholder: string;
  /** Said when nothing is found. */
  readonly nothing: string;
  /** The name of what is chosen, below the field. */
  readonly note: string | undefined;
};

/**
 * Type-ahead in a grid (combobox with a listbox). Typing, Down or a click opens the list; arrows mark a line, Enter takes it, Tab
 * takes it only when an arrow key has marked it, Escape closes the list and leaves what was typed.
 */
export function LookupCell(props: Props) {
  const { field, column, label, value, onChange, search, onChoose, placeholder, nothing, note, ...marks } = props;
  const styles = useCellStyles();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(false);
  const [moved, setMoved] = useState<number | null>(null);
  const { targetRef, containerRef } = usePositioning({ position: 'below', align: 'start', offset: 2 });
  const { className, attributes } = useMarks(field, marks);
  // A list opened on a chosen value shows everything: what is chosen is no search.
  const found = useSearch(open ? (typed ? value : '') : null, search);
  const last = found.options.length - 1;
  const firstFree = value.trim() === '' ? -1 : found.options.findIndex(({ refusal }) => refusal === null);
  const chosen = found.options.findIndex(({ code }) => code === value);
  const marked = moved === null ? (typed ? firstFree : chosen) : Math.min(moved, last);

  const close = () => {
    setOpen(false);
    setTyped(false);
    setMoved(null);
  };
  const choose = (option: LookupOption | undefined) => {
    if (option === undefined || option.refusal !== null) return;
    onChoose(option);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!open && event.key === 'ArrowUp') return;
      event.preventDefault();
      if (open) setMoved(Math.max(0, Math.min(marked + (event.key === 'ArrowDown' ? 1 : -1), last)));
      else setOpen(true);
      return;
    }
    if (!open) return;
    const option = found.status === 'searching' ? undefined : found.options[marked];
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(option);
    } else if (event.key === 'Tab' && moved !== null) choose(option);
  };

  return (
    <div className={styles.cell}>
      <input
        {...attributes}
        ref={targetRef}
        className={mergeClasses(styles.field, className)}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open && marked >= 0 ? `${id}-${marked}` : undefined}
        data-field={field}
        data-column={column}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setOpen(true);
          setTyped(true);
          setMoved(null);
          onChange(event.target.value);
        }}
        onClick={() => setOpen(true)}
        onFocus={(event) => event.target.select()}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <CellNotes field={field} {...marks} note={note} />
      {/* A portal leaves an empty element behind, which must not make the row higher. */}
      {open ? (
        <div className={styles.unseen}>
          <Portal>
            <LookupOptions
              ref={containerRef}
              id={id}
              label={label}
              found={found}
              marked={marked}
              nothing={nothing}
              onChoose={choose}
            />
          </Portal>
        </div>
      ) : null}
    </div>
  );
}
