import { makeStyles } from '@fluentui/react-components';

/** The columns that the rows of the freshness strip and its hours share: side, timeline, times, buttons. */
export const useStripStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '180px minmax(240px, 1fr) 180px 128px',
    columnGap: '20px',
    alignItems: 'center',
    '@media (max-width: 999px)': {
      gridTemplateColumns: '128px minmax(100px, 1fr) 176px 120px',
      columnGap: '12px',
    },
  },
});
