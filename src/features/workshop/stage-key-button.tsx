import { ariaKeys, type CommandId, findCommand, keyCap } from './keys.ts';
import css from './stage.module.css';
import { StageCap } from './stage-cap.tsx';

/** A command of the stage as a button with its keys in sight. */
export function StageKeyButton(props: {
  id: CommandId;
  rings: number;
  words?: string;
  pressed?: boolean;
  run: () => void;
}) {
  const command = findCommand(props.id);
  const [first = ''] = command.keys;
  return (
    <button
      type="button"
      className={css.key}
      aria-keyshortcuts={ariaKeys(props.id)}
      aria-label={command.words}
      aria-pressed={props.pressed}
      onClick={props.run}
    >
      <StageCap>{keyCap(first, props.rings)}</StageCap>
      {props.words ?? command.words}
    </button>
  );
}
