import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './App.tsx';
import { ApiProvider } from './api/ApiContext.tsx';
import { createBridgeApi } from './api/bridgeApi.ts';
import { createHttpApi } from './api/httpApi.ts';
import { Toasts } from './components/Toasts.tsx';
import { createAppStore } from './store/appStore.ts';
import { StoreProvider } from './store/StoreContext.tsx';
import { ThemeProvider } from './theme/ThemeProvider.tsx';
import './theme/page.css';

// Compiled checks need `eval`, which the content security policy of this page forbids.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
const api = createBridgeApi() ?? createHttpApi();
const store = createAppStore(api);

createRoot(root).render(
  <StrictMode>
    <ThemeProvider>
      <ApiProvider api={api}>
        <StoreProvider store={store}>
          <Toasts>
            <App />
          </Toasts>
        </StoreProvider>
      </ApiProvider>
    </ThemeProvider>
  </StrictMode>,
);
