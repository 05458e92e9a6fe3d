import { useCallback, useMemo, useState } from 'react';
import { actWords, isUndoable, writesOf } from '../../src/domain/workshop/acts.ts';
import { applyWrites, readSession } from '../../src/domain/workshop/read-session.ts';
import type { Act, Session, SessionRecord } from '../../src/domain/workshop/session.ts';
import { Stage, type StageProps } from '../../src/features/workshop/stage.tsx';

const EPOCH = Date.UTC(2026, 10, 21, 9);
let ids = 0;
const newId = () => {
  ids += 1;
  return `id-${ids}`;
};
const fixedNow = () => EPOCH;

interface Step {
  words: string;
  before: SessionRecord['values'];
  after: SessionRecord['values'];
}

/** The stage over a plain record in memory; undo goes back through its values. */
export function StageHarness(
  props: Partial<StageProps> & { record: SessionRecord; heard?: (session: Session, act: Act) => void },
) {
  const { record: first, heard, ...rest } = props;
  const [record, setRecord] = useState(first);
  const [past, setPast] = useState<readonly Step[]>([]);
  const [future, setFuture] = useState<readonly Step[]>([]);
  const session = useMemo(() => readSession('w', record), [record]);
  const act = (done: Act) => {
    heard?.(session, done);
    // several acts may come before the next drawing, as with the shared document
    setRecord((last) =>
      applyWrites(
        last,
        writesOf(readSession('w', last), done, {
          id: newId(),
          at: new Date(EPOCH + last.log.length * 1000).toISOString(),
        }),
      ),
    );
    if (!isUndoable(done)) return;
    const after = applyWrites(record, writesOf(session, done, { id: newId(), at: '' })).values;
    setPast((steps) => [...steps, { words: actWords(session, done), before: record.values, after }]);
    setFuture([]);
  };
  const step = useCallback((values: SessionRecord['values']) => {
    setRecord((last) => ({ values, log: last.log }));
  }, []);
  const [undone, redone] = [past.at(-1), future.at(-1)];
  return (
    <Stage
      session={session}
      act={act}
      undo={
        undone === undefined
          ? null
          : () => {
              step(undone.before);
              setPast((steps) => steps.slice(0, -1));
              setFuture((steps) => [...steps, undone]);
            }
      }
      redo={
        redone === undefined
          ? null
          : () => {
              step(redone.after);
              setFuture((steps) => steps.slice(0, -1));
              setPast((steps) => [...steps, redone]);
            }
      }
      undoWords={undone?.words ?? null}
      redoWords={redone?.words ?? null}
      status={{ saved: 'saved' }}
      room={false}
      singleKeys
      leave={() => {}}
      showResult={() => {}}
      openRoom={() => {}}
      saveFile={() => {}}
      now={fixedNow}
      newId={newId}
      windowId="window"
      {...rest}
    />
  );
}
