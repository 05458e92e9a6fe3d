import { useQuery } from '@tanstack/react-query';
import type { RadarIndex } from '../domain/radar-index.ts';
import { LoadFailure } from '../platform/load-failure.ts';
import { codeQuery } from '../state/code-query.ts';
import { Button } from '../ui/button.tsx';
import { FailureText } from '../ui/failure-text.tsx';
import { Modal } from '../ui/modal.tsx';

const textQuery = codeQuery('the explanation', () => import('../features/explain/how-to-read.tsx'));

/** The dialog that explains the radar; it says so where its text cannot be fetched. */
export function Explanation(props: { index: RadarIndex; open: boolean; close: () => void }) {
  const text = useQuery({ ...textQuery, enabled: props.open });
  const HowToRead = text.data?.HowToRead;
  return (
    <Modal title="How to read this radar" open={props.open} close={props.close}>
      {HowToRead !== undefined ? (
        <HowToRead index={props.index} />
      ) : text.isError ? (
        <div role="alert">
          <FailureText
            reason={text.error.message}
            cure={text.error instanceof LoadFailure ? text.error.cure : undefined}
          />
          <Button onClick={() => void text.refetch()}>Try again</Button>
        </div>
      ) : (
        <p role="status">Loading …</p>
      )}
    </Modal>
  );
}
