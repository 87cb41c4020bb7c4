import { makeStyles } from '@fluentui/react-components';

/** Paper is white and its ink black, whatever the theme of the screen is. */
const ink = '#000000';
const line = '1px solid #767676';
// A long word may break; a number never does, so that nobody types half of it.
const cell = { padding: '4px 8px', border: line, verticalAlign: 'top', overflowWrap: 'break-word' } as const;

export const usePaperStyles = makeStyles({
  paper: {
    backgroundColor: '#ffffff',
    color: ink,
    padding: '24px',
    maxWidth: '1000px',
    border: line,
    fontSize: '13px',
    lineHeight: '18px',
    '@media print': { padding: 0, border: 'none', maxWidth: 'none' },
  },
  head: { marginBottom: '14px' },
  title: { margin: '0 0 4px', fontSize: '18px', lineHeight: '24px' },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '4px 24px',
    margin: '0 0 16px',
    breakInside: 'avoid',
  },
  field: {
    display: 'grid',
    gridTemplateColumns: '130px minmax(0, 1fr)',
    columnGap: '8px',
    borderBottom: '1px dotted #767676',
  },
  wide: { gridColumn: '1 / -1' },
  label: { color: ink },
  value: { margin: 0, fontWeight: 600, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  grid: { width: '100%', borderCollapse: 'collapse', marginBottom: '16px' },
  caption: { textAlign: 'left', fontWeight: 600, paddingBottom: '4px' },
  row: { breakInside: 'avoid' },
  cellHead: { ...cell, textAlign: 'left', backgroundColor: '#f0f0f0' },
  figureHead: { ...cell, textAlign: 'right', backgroundColor: '#f0f0f0' },
  cell,
  figure: { ...cell, textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  narrow: { ...cell, width: '1px', whiteSpace: 'nowrap' },
  totals: { margin: '0 0 20px', fontWeight: 600 },
  sign: { display: 'flex', alignItems: 'baseline', columnGap: '12px', flexWrap: 'wrap', breakInside: 'avoid' },
  tick: { display: 'flex', alignItems: 'center', columnGap: '8px' },
  box: { display: 'inline-block', width: '12px', height: '12px', border: `1px solid ${ink}`, boxSizing: 'border-box' },
  blank: { display: 'inline-block', minWidth: '140px', borderBottom: `1px solid ${ink}`, height: '18px' },
});
