import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useFocusReturn } from './useFocusReturn.ts';

const useStyles = makeStyles({
  panel: { width: 'min(560px, 100vw)' },
  wide: { width: 'min(880px, 100vw)' },
  body: { paddingTop: '4px', paddingBottom: '16px' },
  footer: {
    justifyContent: 'flex-start',
    flexWrap: 'wrap',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '12px 24px',
  },
});

type Props = {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly wide?: boolean;
};

/** A panel at the right edge. The focus moves in, stays in and goes back where it came from; Esc closes. */
export function SidePanel({ title, open, onClose, children, footer, wide = false }: Props) {
  const styles = useStyles();
  useFocusReturn(open);
  return (
    <OverlayDrawer
      open={open}
      position="end"
      className={wide ? styles.wide : styles.panel}
      onOpenChange={(_, data) => {
        if (!data.open) onClose();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={<Button appearance="subtle" aria-label="Close" icon={<Dismiss20Regular />} onClick={onClose} />}
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      {/* In the tab order, so that text without any control can be scrolled by keyboard. */}
      <DrawerBody className={styles.body} tabIndex={0}>
        {children}
      </DrawerBody>
      {footer === undefined ? null : <DrawerFooter className={styles.footer}>{footer}</DrawerFooter>}
    </OverlayDrawer>
  );
}
