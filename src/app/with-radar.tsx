import type { ReactNode } from 'react';
import type { Radar } from '../domain/radar.ts';
import { LoadFailure } from '../platform/load-failure.ts';
import { Button } from '../ui/button.tsx';
import { FailureText } from '../ui/failure-text.tsx';

/** The whole radar when it is there; before, that it is loading or why it cannot be. */
export function WithRadar(props: {
  query: { data: Radar | undefined; error: Error | null; refetch: () => unknown };
  children: (radar: Radar) => ReactNode;
}) {
  const { data, error } = props.query;
  if (data !== undefined) return props.children(data);
  if (error === null) return <p role="status">Loading the evidence of all trends …</p>;
  return (
    <div role="alert">
      <FailureText reason={error.message} cure={error instanceof LoadFailure ? error.cure : undefined} />
      <Button onClick={() => void props.query.refetch()}>Try again</Button>
    </div>
  );
}
