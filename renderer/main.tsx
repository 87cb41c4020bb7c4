import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './App.tsx';
import { createBridgeCarrier } from './api/bridgeCarrier.ts';
import { HostApiProvider } from './api/HostApiContext.tsx';
import { createHostApi } from './api/hostApi.ts';
import { createHttpCarrier } from './api/httpCarrier.ts';
import { CompanyGate } from './companies/CompanyGate.tsx';
import { Toasts } from './components/Toasts.tsx';
import { ThemeProvider } from './theme/ThemeProvider.tsx';

// Compiled checks need `eval`, which the content security policy of this page forbids.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
const carrier = createBridgeCarrier() ?? createHttpCarrier();
const host = createHostApi(carrier);

createRoot(root).render(
  <StrictMode>
    <ThemeProvider>
      <HostApiProvider host={host}>
        <CompanyGate carrier={carrier}>
          <Toasts>
            <App />
          </Toasts>
        </CompanyGate>
      </HostApiProvider>
    </ThemeProvider>
  </StrictMode>,
);
