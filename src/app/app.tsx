import { useQuery, useQueryClient } from '@tanstack/react-query';
import { formatIssue } from '../domain/issue.ts';
import { LoadFailure } from '../platform/load-failure.ts';
import { indexQuery } from '../state/radar-queries.ts';
import { useViewState } from '../state/view-state.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { FailureText } from '../ui/failure-text.tsx';
import { StatusScreen } from '../ui/status-screen.tsx';
import css from './app.module.css';
import { RadarPage } from './radar-page.tsx';

/** Most issues of a broken file that are listed; the rest are counted. */
const MOST_ISSUES = 50;

/** The whole application: loads the radar that the address names and shows it, or says what failed. */
export function App() {
  const client = useQueryClient();
  const view = useViewState();
  const query = useQuery(indexQuery(client, view.radar));

  if (query.data !== undefined) return <RadarPage key={view.radar} index={query.data} view={view} />;
  if (query.isError)
    return <RadarFailure error={query.error} retry={() => void query.refetch()} view={view} />;
  return (
    <main className={css.whole}>
      <StatusScreen busy title="Loading the radar …">
        {view.radar !== null && (
          <p>
            From <code>{view.radar}</code>
          </p>
        )}
      </StatusScreen>
    </main>
  );
}

function RadarFailure(props: { error: Error; retry: () => void; view: { radar: string | null } }) {
  const { error, retry, view } = props;
  const failure = error instanceof LoadFailure ? error : undefined;
  const issues = failure?.issues ?? [];
  return (
    <main className={css.whole}>
      <StatusScreen
        title="The radar could not be loaded"
        actions={
          <>
            <Button onClick={retry}>Try again</Button>
            {view.radar !== null && <ButtonLink href="?">Show the built-in radar</ButtonLink>}
          </>
        }
      >
        <FailureText reason={error.message} address={failure?.address} cure={failure?.cure} />
        {issues.length > 0 && (
          <ul className={css.issues}>
            {issues.slice(0, MOST_ISSUES).map((issue) => (
              <li key={formatIssue(issue)}>{formatIssue(issue)}</li>
            ))}
            {issues.length > MOST_ISSUES && <li>… and {issues.length - MOST_ISSUES} more</li>}
          </ul>
        )}
      </StatusScreen>
    </main>
  );
}
