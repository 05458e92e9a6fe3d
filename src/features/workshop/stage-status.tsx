import type { ReactNode } from 'react';
import css from './stage.module.css';

/** Whether what was done is stored; where it can't be, why. */
export type SaveStatus = { saved: 'saved' | 'saving' } | { failed: string };

/** One quiet line: what was done last, how far the queue is, whether it is stored. A failure is said at once. */
export function StageStatus(props: {
  said: string;
  timer: ReactNode;
  progress: string;
  /** Null where it is not told. */
  status: SaveStatus | null;
  saveFile: () => void;
}) {
  const { said, timer, progress, status, saveFile } = props;
  return (
    <div className={css.status}>
      <p role="status">{said}</p>
      {timer}
      <p>
        {progress}
        {status !== null && 'saved' in status && ` · ${status.saved === 'saved' ? 'Saved' : 'Saving …'}`}
      </p>
      {status !== null && 'failed' in status && (
        <p role="alert" className={css.failed}>
          Not saved: {status.failed}{' '}
          <button type="button" onClick={saveFile}>
            Save to a file
          </button>
        </p>
      )}
    </div>
  );
}
