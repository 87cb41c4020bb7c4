import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Regular,
  CircleHint16Regular,
  Clock16Regular,
  Drafts16Regular,
  type FluentIcon,
  Prohibited16Regular,
  ThumbLike16Regular,
} from '@fluentui/react-icons';
import type { CorStatus } from '#shared/domain/cor.ts';
import { corStatusWords } from '#shared/domain/corAmounts.ts';

const icons: Readonly<Record<CorStatus, FluentIcon>> = {
  draft: Drafts16Regular,
  in_review: Clock16Regular,
  approved_to_proceed: ThumbLike16Regular,
  approved_co_issued: CheckmarkCircle16Regular,
  rejected: Prohibited16Regular,
  placeholder: CircleHint16Regular,
};

const useStyles = makeStyles({
  status: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '5px',
    minWidth: 0,
    verticalAlign: 'bottom',
    whiteSpace: 'nowrap',
  },
  icon: { flexShrink: 0, width: '16px', height: '16px', color: tokens.colorNeutralForeground3 },
  word: { overflow: 'hidden', textOverflow: 'ellipsis' },
  approved: { color: tokens.colorStatusSuccessForeground1 },
  void: { color: tokens.colorStatusDangerForeground1 },
});

/** A COR's status in Clearstory. Quieter than its state in Sage, which is what people look for here. */
export function StatusText({ status }: { readonly status: CorStatus }) {
  const styles = useStyles();
  const Icon = icons[status];
  const approved = status === 'approved_to_proceed' || status === 'approved_co_issued';
  return (
    <span className={styles.status}>
      <Icon
        aria-hidden
        className={mergeClasses(styles.icon, approved && styles.approved, status === 'rejected' && styles.void)}
      />
      <span className={styles.word}>{corStatusWords[status]}</span>
    </span>
  );
}
