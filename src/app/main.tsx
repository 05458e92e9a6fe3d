import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/react';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import './theme.generated.css';
import './app.css';
import { App } from './app.tsx';

/** Replaces the picture that the build drew into the page by the application, in small steps. */
function start(root: HTMLElement): void {
  delete root.dataset.first;
  startTransition(() => {
    createRoot(root).render(
      <NuqsAdapter>
        <QueryClientProvider client={new QueryClient()}>
          <App />
        </QueryClientProvider>
      </NuqsAdapter>,
    );
  });
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

// Where a picture stands in the page already, let it be painted before the application takes the processor.
if (root.dataset.first === undefined) start(root);
else requestAnimationFrame(() => setTimeout(() => start(root)));
