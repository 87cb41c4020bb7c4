export function ImportedTab({ rejected }: { readonly rejected: number }) {
  return <p>{rejected}</p>;
}
