import { type CommandId, commandsIn, type KeyContext } from './keys.ts';
import css from './stage.module.css';
import { StageKeyButton } from './stage-key-button.tsx';

/** The keys that mean something now, in sight, and buttons for who has none. */
export function StageFoot(props: { context: KeyContext; run: (id: CommandId) => void }) {
  return (
    <nav className={css.strip} aria-label="Keys">
      {commandsIn(props.context).map(
        (key) =>
          key.strip !== undefined &&
          // a ring is chosen on its card: here the keys are only named
          (key.id === 'place' || key.id === 'count' ? null : (
            <StageKeyButton
              key={key.id}
              id={key.id}
              rings={props.context.rings}
              words={key.strip}
              run={() => props.run(key.id)}
            />
          )),
      )}
    </nav>
  );
}
