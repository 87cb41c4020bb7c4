export function DetailPanel({ corId }: { readonly corId: string | null; readonly onClose: () => void }) {
  return corId === null ? null : <span>{corId}</span>;
}
