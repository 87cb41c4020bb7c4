import { comingWords, relativeWords } from '#shared/domain/dates.ts';
import { useAppStore } from '../store/StoreContext.tsx';
import { useNow } from '../store/useNow.ts';
import { instantWords } from './instantWords.ts';

type Props = {
  readonly instant: string | null;
  /** `relative` (default): `2 minutes ago`, kept up to date; the full date and time are in its title. `coming`: of what has not been. */
  readonly show?: 'relative' | 'coming' | 'absolute';
  /** What to say when there is none. */
  readonly none?: string;
};

/** An instant in the office's time zone. */
export function InstantText({ instant, show = 'relative', none = '–' }: Props) {
  const now = useNow();
  const timeZone = useAppStore((state) => state.info?.timeZone);
  if (instant === null || instant === '') return <span>{none}</span>;
  const absolute = instantWords(instant, timeZone);
  return (
    <time dateTime={instant} title={show === 'absolute' ? undefined : absolute}>
      {show === 'absolute' ? absolute : (show === 'coming' ? comingWords : relativeWords)(instant, now)}
    </time>
  );
}
