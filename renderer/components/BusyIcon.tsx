import { Spinner } from '@fluentui/react-components';

/** In the place of a button's icon while it works: the button's words say what is going on, so that readers are told nothing more. */
export function BusyIcon() {
  return <Spinner size="tiny" role="presentation" aria-hidden />;
}
