/** The columns that the rows of the freshness strip and its hours share: side, timeline, times, buttons. */
export const strip = { columns: '180px minmax(240px, 1fr) 180px 128px', gap: '20px' } as const;
