import { makeStyles, tokens } from '@fluentui/react-components';

/** Tables of the wizard: thin lines, sticky heads, figures to the right. */
export const useTableStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase300 },
  head: {
    position: 'sticky',
    // Against the padding of the scrolling step, so that no row shows above it.
    top: '-12px',
    zIndex: 1,
    boxSizing: 'border-box',
    padding: '6px',
    textAlign: 'left',
    verticalAlign: 'bottom',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  right: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  cell: { padding: '6px', verticalAlign: 'top' },
  field: { padding: '2px', verticalAlign: 'top' },
  total: { padding: '6px', fontWeight: tokens.fontWeightSemibold, verticalAlign: 'top' },
});
