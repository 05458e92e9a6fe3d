import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { codeQuery } from '../state/code-query.ts';
import { indexQuery } from '../state/radar-queries.ts';
import { useViewState } from '../state/view-state.ts';
import { StatusScreen } from '../ui/status-screen.tsx';
import css from './app.module.css';
import { OnDemand } from './on-demand.tsx';
import { OpenFile } from './open-file.tsx';
import type { Opened } from './opened.ts';
import { RadarPage } from './radar-page.tsx';

const failureQuery = codeQuery('what went wrong', () => import('./radar-failure.tsx'));
const workshopQuery = codeQuery('the workshop', () => import('./workshop-page.tsx'));

/** The whole application: loads the radar that the address names and shows it, or says what failed. */
export function App() {
  const client = useQueryClient();
  const view = useViewState();
  const query = useQuery(indexQuery(client, view.radar));
  const [opened, give] = useState<Opened>(null);
  const open = useCallback(() => give('choose'), []);
  if (view.workshop !== null)
    return (
      <OnDemand query={workshopQuery}>
        {({ WorkshopPage }) => <WorkshopPage id={view.workshop ?? ''} view={view} />}
      </OnDemand>
    );
  return (
    <>
      <OpenFile {...{ opened, give, view }} />
      {query.data !== undefined ? (
        <RadarPage key={view.radar} index={query.data} view={view} open={open} />
      ) : query.isError ? (
        <OnDemand query={failureQuery}>
          {({ RadarFailure }) => (
            <RadarFailure error={query.error} retry={() => void query.refetch()} view={view} open={open} />
          )}
        </OnDemand>
      ) : (
        <Loading radar={view.radar} />
      )}
    </>
  );
}

function Loading({ radar }: { radar: string | null }) {
  return (
    <main className={css.whole}>
      <StatusScreen busy title="Loading the radar …">
        {radar !== null && (
          <p>
            From <code>{radar}</code>
          </p>
        )}
      </StatusScreen>
    </main>
  );
}
