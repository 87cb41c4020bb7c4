import { makeStyles, tokens } from '@fluentui/react-components';

export const useListTableStyles = makeStyles({
  frame: {
    flexShrink: 1,
    minHeight: '120px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  // Separate borders, because collapsed ones do not stay with a header that sticks.
  table: { width: '100%', borderCollapse: 'separate', borderSpacing: 0, fontSize: '13px' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: '32px',
    padding: '0 10px',
    textAlign: 'left',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  narrow: { width: '56px' },
  medium: { width: '120px' },
  wide: { width: '210px' },
  grow: { width: 'auto' },
  end: { textAlign: 'right' },
  check: { width: '40px', padding: '0 4px' },
  row: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { outline: '1px solid Highlight', outlineOffset: '-1px' },
  },
  cell: {
    height: '36px',
    padding: '2px 10px',
    verticalAlign: 'middle',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
});
