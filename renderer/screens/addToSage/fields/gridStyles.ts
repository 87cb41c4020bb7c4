import { makeStyles, tokens } from '@fluentui/react-components';

/** What the two editable grids share besides their cells: groups by COR, totals, line numbers. */
export const useGridStyles = makeStyles({
  fixed: { tableLayout: 'fixed' },
  group: {
    padding: '10px 6px 6px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  groupBar: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '4px 12px' },
  corTitle: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  corFacts: { color: tokens.colorNeutralForeground2 },
  tools: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginLeft: 'auto' },
  lineNumber: {
    padding: '6px 2px 0',
    textAlign: 'right',
    verticalAlign: 'top',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  amount: { padding: '5px 6px 0', verticalAlign: 'top' },
  remove: { minWidth: '28px', maxWidth: '28px', height: '26px', padding: 0 },
  off: { color: tokens.colorStatusWarningForeground3 },
  right: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  nothing: { padding: '6px', color: tokens.colorNeutralForeground2 },
  add: { padding: '4px 2px 10px' },
});
