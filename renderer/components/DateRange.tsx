import {
  Button,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { CalendarLtr16Regular, ChevronDown16Regular } from '@fluentui/react-icons';
import { dayWords } from '#shared/domain/dates.ts';

const useStyles = makeStyles({
  button: { fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap' },
  chevron: { marginLeft: '6px' },
  fields: { display: 'flex', flexDirection: 'column', rowGap: '10px', width: '200px' },
});

type Props = {
  /** What the dates are, e.g. `Submitted`. */
  readonly label: string;
  /** YYYY-MM-DD, inclusive; empty for none. */
  readonly from: string;
  readonly to: string;
  readonly onChange: (from: string, to: string) => void;
};

/** A span of days as a filter; either end may be open. */
export function DateRange({ label, from, to, onChange }: Props) {
  const styles = useStyles();
  const backwards = from !== '' && to !== '' && from > to;
  return (
    <Popover trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button className={styles.button} icon={<CalendarLtr16Regular />}>
          {rangeWords(label, from, to)}
          <ChevronDown16Regular aria-hidden className={styles.chevron} />
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={label}>
        <div className={styles.fields}>
          <Field label={`${label} from`}>
            <Input type="date" value={from} max="9999-12-31" onChange={(_, { value }) => onChange(value, to)} />
          </Field>
          <Field
            label={`${label} to`}
            {...(backwards ? { validationMessage: 'This day is before the first one: nothing matches.' } : {})}
          >
            <Input type="date" value={to} max="9999-12-31" onChange={(_, { value }) => onChange(from, value)} />
          </Field>
          <Button size="small" onClick={() => onChange('', '')}>
            Any day
          </Button>
        </div>
      </PopoverSurface>
    </Popover>
  );
}

function rangeWords(label: string, from: string, to: string): string {
  if (from === '' && to === '') return `${label}: any day`;
  if (to === '') return `${label}: from ${dayWords(from)}`;
  if (from === '') return `${label}: to ${dayWords(to)}`;
  return `${label}: ${dayWords(from)} – ${dayWords(to)}`;
}
