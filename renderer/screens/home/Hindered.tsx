import { Link, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { HomeStatus } from '#shared/contract/home.ts';

/** Plumbline does not write although it should: why, and what to do. */
export function Hindered({ sentence, remedy }: NonNullable<HomeStatus['hindered']>) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
        <MessageBarTitle>{sentence}</MessageBarTitle>
        {remedy}
      </MessageBarBody>
      <MessageBarActions>
        <Link href="#/settings/writing">Everything that stands in the way</Link>
      </MessageBarActions>
    </MessageBar>
  );
}
