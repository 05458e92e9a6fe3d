import { Button } from '../../ui/button.tsx';
import css from './edit.module.css';

/** Where the radar that is edited is kept, and what happened last. */
export interface EditState {
  /** Whether this browser has the last change: yes, on its way, it refuses, or another tab has stored something else. */
  keeping: 'kept' | 'keeping' | 'failed' | 'conflict';
  /** Changes since the radar was last saved to a file. */
  unsaved: number;
  /** When it was last saved to a file, an ISO time. */
  saved: string | null;
  /** What happened last, in words; empty at first. */
  said: string;
}

/** A step of undo or redo, with what it would do in words. */
export interface StepBack {
  words: string;
  run: () => void;
}

/** The line that says where the changes are, with undo, redo and saving. */
export function EditStatus(props: {
  status: EditState;
  undo: StepBack | null;
  redo: StepBack | null;
  saveFile: () => void;
  takeOver: () => void;
}) {
  const { status, undo, redo } = props;
  return (
    <div className={css.status} data-keeping={status.keeping}>
      {status.keeping === 'failed' && (
        <p role="alert" className={css.alarm}>
          This browser does not keep your changes: its storage is full or blocked. Save to a file before you
          leave.
        </p>
      )}
      {status.keeping === 'conflict' && (
        <div role="alert" className={css.alarm}>
          <p>This radar was changed in another tab. Nothing of it is overwritten; yours waits here.</p>
          <Button onClick={props.takeOver}>Take over the other version</Button>
          <p>Your version is kept as a copy.</p>
        </div>
      )}
      <p className={css.where}>
        {KEPT_WORDS[status.keeping]} · <b>{savedWords(status)}</b>
      </p>
      <div className={css.actions}>
        <Button onClick={props.saveFile}>Save to a file</Button>
        <StepButton name="Undo" step={undo} />
        <StepButton name="Redo" step={redo} />
      </div>
      <p role="status" className={css.said}>
        {status.said}
      </p>
    </div>
  );
}

/** It stays where it is without a step, so that the focus has a place. */
function StepButton({ name, step }: { name: string; step: StepBack | null }) {
  return (
    <Button
      aria-disabled={step === null}
      aria-label={step === null ? name : `${name}: ${step.words}`}
      title={step?.words}
      onClick={() => step?.run()}
    >
      {name}
    </Button>
  );
}

const KEPT_WORDS: Readonly<Record<EditState['keeping'], string>> = {
  kept: 'Kept in this browser',
  keeping: 'Being kept in this browser …',
  failed: 'Not kept in this browser',
  conflict: 'Not kept in this browser yet',
};

/** How much of the radar is in no file: "not saved to a file since 12 changes". */
export function savedWords({ unsaved, saved }: Pick<EditState, 'unsaved' | 'saved'>): string {
  if (unsaved > 0) return `not saved to a file since ${unsaved} ${unsaved === 1 ? 'change' : 'changes'}`;
  return saved === null ? 'nothing changed yet' : `saved to a file on ${saved.slice(0, 10)}`;
}
