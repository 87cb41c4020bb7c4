import { makeStyles } from '@fluentui/react-components';

/** The columns that the rows of the freshness strip and its hours share: side, timeline, times, buttons. */
export const useStripStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '180px minmax(240px, 1fr) 180px 128px',
    columnGap: '20px',
    alignItems: 'center',
    '@media (max-width: 999px)': {
      gridTemplateColumns: '132px minmax(120px, 1fr) 156px 116px',
      columnGap: '12px',
    },
  },
});
