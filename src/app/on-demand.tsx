import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadFailure } from '../platform/load-failure.ts';
import { Button } from '../ui/button.tsx';
import { FailureText } from '../ui/failure-text.tsx';
import { Message } from '../ui/message.tsx';

/**
 * A part of the page whose code comes when it is asked for; it says so where the code cannot be fetched: in place, or
 * at the foot of the window where the part has no place of its own.
 */
export function OnDemand<T>(props: {
  query: UseQueryOptions<T, Error, T, readonly unknown[]>;
  afloat?: boolean;
  children: (code: T) => ReactNode;
}) {
  const code = useQuery(props.query);
  if (code.data !== undefined) return props.children(code.data);
  const words = code.isError ? (
    <>
      <FailureText
        reason={code.error.message}
        cure={code.error instanceof LoadFailure ? code.error.cure : undefined}
      />
      <Button onClick={() => void code.refetch()}>Try again</Button>
    </>
  ) : (
    <p>Loading …</p>
  );
  if (props.afloat) return <Message urgent={code.isError}>{words}</Message>;
  return <div role={code.isError ? 'alert' : 'status'}>{words}</div>;
}
