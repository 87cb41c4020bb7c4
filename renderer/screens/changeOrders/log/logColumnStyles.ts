import { makeStyles } from '@fluentui/react-components';

/** One class per column width in use: the same for header and rows, so that they line up. */
export const useColumnStyles = makeStyles({
  number: { flex: '0 0 68px' },
  title: { flex: '3 0 176px' },
  job: { flex: '0 0 60px' },
  project: { flex: '2 0 120px' },
  status: { flex: '0 0 176px' },
  stage: { flex: '0 0 136px' },
  requested: { flex: '0 0 104px' },
  approved: { flex: '0 0 104px' },
  customerCoNumber: { flex: '0 0 128px' },
  customerReferenceNumber: { flex: '0 0 128px' },
  daysInReview: { flex: '0 0 116px' },
  updated: { flex: '0 0 104px' },
  sage: { flex: '0 0 172px' },
});
