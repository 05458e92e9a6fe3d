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
  const { words = command.words } = props;
  // who speaks to the machine says what is to be seen
  const says = command.words.toLowerCase().includes(words.toLowerCase());
  return (
    <button
      type="button"
      className={css.key}
      aria-keyshortcuts={ariaKeys(props.id)}
      aria-label={says ? command.words : `${words}: ${command.words}`}
      aria-pressed={props.pressed}
      onClick={props.run}
    >
      <StageCap>{keyCap(first, props.rings)}</StageCap>
      {words}
    </button>
  );
}
