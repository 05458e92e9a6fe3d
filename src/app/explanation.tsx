import { queryOptions, useQuery } from '@tanstack/react-query';
import type { RadarIndex } from '../domain/radar-index.ts';
import { Button } from '../ui/button.tsx';
import { FailureText } from '../ui/failure-text.tsx';
import { Modal } from '../ui/modal.tsx';

/** Most visits never ask for it, so its words come when they do. */
const textQuery = queryOptions({
  queryKey: ['how-to-read'],
  queryFn: () => import('../features/explain/how-to-read.tsx'),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

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
            reason="The explanation could not be fetched"
            cure="Check the connection and try again."
          />
          <Button onClick={() => void text.refetch()}>Try again</Button>
        </div>
      ) : (
        <p role="status">Loading …</p>
      )}
    </Modal>
  );
}
