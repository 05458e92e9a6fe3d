import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { IssueList } from '../features/open/issue-list.tsx';
import { LoadFailure } from '../platform/load-failure.ts';
import { indexQuery } from '../state/radar-queries.ts';
import { useViewState } from '../state/view-state.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { FailureText } from '../ui/failure-text.tsx';
import { StatusScreen } from '../ui/status-screen.tsx';
import css from './app.module.css';
import { OpenFile } from './open-file.tsx';
import { RadarPage } from './radar-page.tsx';

/** The whole application: loads the radar that the address names and shows it, or says what failed. */
export function App() {
  const client = useQueryClient();
  const view = useViewState();
  const query = useQuery(indexQuery(client, view.radar));
  const chooser = useRef<HTMLInputElement>(null);
  const open = useCallback(() => chooser.current?.click(), []);
  return (
    <>
      <OpenFile chooser={chooser} view={view} />
      {query.data !== undefined ? (
        <RadarPage key={view.radar} index={query.data} view={view} open={open} />
      ) : query.isError ? (
        <RadarFailure error={query.error} retry={() => void query.refetch()} view={view} open={open} />
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

function RadarFailure(props: {
  error: Error;
  retry: () => void;
  view: { radar: string | null };
  open: () => void;
}) {
  const { error, retry, view, open } = props;
  const failure = error instanceof LoadFailure ? error : undefined;
  return (
    <main className={css.whole}>
      <StatusScreen
        title="The radar could not be loaded"
        actions={
          <>
            <Button onClick={retry}>Try again</Button>
            <Button onClick={open}>Open a file</Button>
            {view.radar !== null && <ButtonLink href="?">Show the built-in radar</ButtonLink>}
          </>
        }
      >
        <FailureText reason={error.message} address={failure?.address} cure={failure?.cure} />
        <IssueList issues={failure?.issues ?? []} />
      </StatusScreen>
    </main>
  );
}
