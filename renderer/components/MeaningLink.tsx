import { Link } from '@fluentui/react-components';

/** To the paragraph of the help that explains a failure, by its code. */
export function MeaningLink({ code }: { readonly code: string }) {
  return (
    <Link inline href={`#/help/messages/${encodeURIComponent(code)}`}>
      What does this mean?
    </Link>
  );
}
