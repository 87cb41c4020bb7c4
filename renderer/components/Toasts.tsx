import {
  AriaLiveAnnouncer,
  Toast,
  ToastBody,
  Toaster,
  ToastTitle,
  useAnnounce,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { createContext, type ReactNode, useCallback, useContext } from 'react';

export type ToastTone = 'success' | 'info' | 'warning' | 'error';
/** Shows a sentence for a few seconds, and reads it aloud. Problems stay longer. */
export type ShowToast = (sentence: string, tone?: ToastTone, more?: string) => void;

const ToastContext = createContext<ShowToast | null>(null);

const shownMs: Readonly<Record<ToastTone, number>> = { success: 4_000, info: 5_000, warning: 10_000, error: 15_000 };

/** In pixels. */
const aboveStatusLine = { horizontal: 16, vertical: 40 };

type Props = { readonly children: ReactNode };

/** Read aloud beside the page: everything in it is hidden from readers while a panel is open over it. */
export function Toasts({ children }: Props) {
  return (
    <AriaLiveAnnouncer>
      <ShownToasts>{children}</ShownToasts>
    </AriaLiveAnnouncer>
  );
}

function ShownToasts({ children }: Props) {
  const { announce } = useAnnounce();
  const toasterId = useId('toasts');
  const { dispatchToast } = useToastController(toasterId);
  const show = useCallback<ShowToast>(
    (sentence, tone = 'success', more) => {
      dispatchToast(
        <Toast>
          <ToastTitle>{sentence}</ToastTitle>
          {more === undefined ? null : <ToastBody>{more}</ToastBody>}
        </Toast>,
        {
          intent: tone,
          timeout: shownMs[tone],
          pauseOnHover: true,
          politeness: tone === 'error' ? 'assertive' : 'polite',
        },
      );
    },
    [dispatchToast],
  );
  return (
    <ToastContext.Provider value={show}>
      {children}
      <Toaster
        toasterId={toasterId}
        position="bottom-end"
        offset={aboveStatusLine}
        limit={4}
        announce={(words, { politeness }) =>
          announce(words, politeness === 'assertive' ? { alert: true } : { polite: true })
        }
      />
    </ToastContext.Provider>
  );
}

export function useToast(): ShowToast {
  const show = useContext(ToastContext);
  if (show === null) throw new Error('useToast needs Toasts above it');
  return show;
}
