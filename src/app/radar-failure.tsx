import { IssueList } from '../features/open/issue-list.tsx';
import { LoadFailure } from '../platform/load-failure.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { FailureText } from '../ui/failure-text.tsx';
import { StatusScreen } from '../ui/status-screen.tsx';
import css from './app.module.css';

/** Why a radar is not shown, what to do about it, and the ways to another one. */
export function RadarFailure(props: {
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
            <Button onClick={open}>Open another radar</Button>
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
