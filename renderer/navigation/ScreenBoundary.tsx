import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../components/EmptyState.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly broken: boolean };

/** Keeps a fault in one screen from taking the window down. */
export class ScreenBoundary extends Component<Props, State> {
  override readonly state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <EmptyState
        title="This screen has run into a fault"
        sentence="It is a fault of the screen, not of your books: what was approved goes on by itself. Reload to continue."
        action={
          <Button appearance="primary" onClick={() => location.reload()}>
            Reload
          </Button>
        }
      />
    );
  }
}
