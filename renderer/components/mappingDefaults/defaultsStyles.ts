import { makeStyles, tokens } from '@fluentui/react-components';

/** What the groups of fields share. */
export const useDefaultsStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: '8px', fontWeight: tokens.fontWeightSemibold },
  hint: {
    display: 'block',
    marginBottom: '8px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(230px, 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
  },
});
