import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { darkTheme, lightTheme } from './themes.ts';

const darkQuery = '(prefers-color-scheme: dark)';

function watchDark(listener: () => void): () => void {
  const media = window.matchMedia(darkQuery);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** The nonce that the host has put into this page; without it the content security policy refuses generated styles. */
function styleNonce(): string {
  const element = document.querySelector('meta[property="csp-nonce"], script[nonce]');
  return element instanceof HTMLElement ? element.nonce : '';
}

/** Light or dark as the system is, at once when it changes. High contrast is left to the browser's forced colours. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const dark = useSyncExternalStore(watchDark, () => window.matchMedia(darkQuery).matches);
  const [renderer] = useState(() => {
    const nonce = styleNonce();
    return createDOMRenderer(document, nonce === '' ? {} : { styleElementAttributes: { nonce } });
  });
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={dark ? darkTheme : lightTheme}>{children}</FluentProvider>
    </RendererProvider>
  );
}
