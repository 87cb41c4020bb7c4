import { Field, Input, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { HeaderDraft } from '#shared/domain/draft.ts';
import { setHeader } from '../draft/headerEdits.ts';
import { headerHints } from '../draft/hints.ts';
import { useWizard } from '../draft/WizardContext.tsx';

const useStyles = makeStyles({
  field: { minWidth: 0 },
  small: { gridColumn: 'span 2' },
  medium: { gridColumn: 'span 3' },
  large: { gridColumn: 'span 6' },
  full: { gridColumn: '1 / -1' },
  input: { minWidth: 0, width: '100%' },
});

export type FieldName = keyof HeaderDraft;
export type FieldWidth = 'small' | 'medium' | 'large' | 'full';

type BoxProps = {
  readonly name: FieldName;
  readonly label: string;
  readonly width: FieldWidth;
  readonly required?: boolean;
  /** How much of the column is used, or another quiet remark. */
  readonly hint?: string | undefined;
  readonly children: ReactNode;
};

/** One labelled field of the header with what is wrong about it, if anything. */
export function HeaderField({ name, label, width, required = false, hint, children }: BoxProps) {
  const styles = useStyles();
  const { draft, refusals } = useWizard();
  const own = headerHints(draft)[name];
  const refusal = refusals.ofField(`header.${name}`, draft);
  const words = refusal ?? own?.words;
  const state = refusal !== null || own?.kind === 'wrong' ? 'error' : own === undefined ? 'none' : 'warning';
  return (
    <Field
      className={mergeClasses(styles.field, styles[width])}
      label={label}
      required={required}
      validationState={state}
      {...(words === undefined ? {} : { validationMessage: words })}
      {...(hint === undefined ? {} : { hint })}
    >
      {children}
    </Field>
  );
}

type TextProps = Omit<BoxProps, 'children'> & { readonly type?: 'text' | 'date'; readonly limit?: number };

/** A one-line field of the header: text with a count of what Sage keeps, or a date. */
export function HeaderText({ name, type = 'text', limit, ...box }: TextProps) {
  const styles = useStyles();
  const { draft, edit } = useWizard();
  const value = draft.header[name];
  const counted = limit === undefined ? box.hint : `${value.trim().length} of ${limit} characters`;
  return (
    <HeaderField name={name} {...box} hint={counted}>
      <Input
        className={styles.input}
        type={type}
        value={value}
        data-field={`header.${name}`}
        onChange={(_, data) => edit(setHeader({ [name]: data.value }))}
      />
    </HeaderField>
  );
}
