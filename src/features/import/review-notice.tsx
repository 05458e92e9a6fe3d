import { useState } from 'react';
import type { Draft } from '../../domain/importing/draft.ts';
import { reconcile } from '../../domain/importing/reconcile.ts';
import { countTrends } from '../../domain/importing/reconcile-question.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';

/** For a radar of another tool that a link named: what was decided without asking. */
export function ReviewNotice({ draft, review }: { draft: Draft; review: () => void }) {
  const [shown, setShown] = useState(true);
  const [{ questions, kept, leftOut }] = useState(() => reconcile(draft, {}));
  if (!shown) return null;
  const decided = questions.length === 1 ? '1 question was' : `${questions.length} questions were`;
  return (
    <Message urgent={false}>
      <p>
        Read as {draft.format}: {countTrends(kept)}
        {leftOut.length > 0 && `, ${leftOut.length} left out`}
        {questions.length > 0 && `; ${decided} decided as suggested`}.
      </p>
      <Button
        onClick={() => {
          setShown(false);
          review();
        }}
      >
        Review
      </Button>
      <Button onClick={() => setShown(false)}>Dismiss</Button>
    </Message>
  );
}
