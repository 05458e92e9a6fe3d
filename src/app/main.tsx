import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/react';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import './theme.generated.css';
import './app.css';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

// From here on it is the application's: the picture that the build drew into the page gives way, in small steps.
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
