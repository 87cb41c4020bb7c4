import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Inline } from './markdown/blocks.ts';
import { linkAddress, pictureAddress } from './pages.ts';

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: '0.92em', overflowWrap: 'anywhere' },
  picture: {
    display: 'block',
    width: '100%',
    maxWidth: '960px',
    height: 'auto',
    margin: '4px 0',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

type Props = { readonly page: string; readonly parts: readonly Inline[] };

/** Words with what is marked in them. */
export function HelpWords({ page, parts }: Props) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes
  return parts.map((part, index) => <HelpWord key={index} page={page} part={part} />);
}

/** A link that leads outside the help is shown as its words, and so is a picture that is not there. */
function HelpWord({ page, part }: { readonly page: string; readonly part: Inline }) {
  const styles = useStyles();
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code className={styles.code}>{part.text}</code>;
    case 'strong':
      return (
        <strong>
          <HelpWords page={page} parts={part.parts} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <HelpWords page={page} parts={part.parts} />
        </em>
      );
    case 'link': {
      const address = linkAddress(page, part.to);
      const words = <HelpWords page={page} parts={part.parts} />;
      return address === null ? (
        words
      ) : (
        <Link inline href={address}>
          {words}
        </Link>
      );
    }
    case 'image': {
      const address = pictureAddress(part.file);
      return address === null ? part.words : <img className={styles.picture} src={address} alt={part.words} />;
    }
  }
}
