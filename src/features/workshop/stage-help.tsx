import { type CommandId, commandsIn, type KeyContext, keyCap, STAGE_KEYS } from './keys.ts';
import css from './stage.module.css';
import { StagePanel } from './stage-panel.tsx';

/** All keys, as buttons too: those that mean nothing now are there and say so. */
export function StageHelp(props: { context: KeyContext; run: (id: CommandId) => void; close: () => void }) {
  const now = new Set<string>(commandsIn(props.context).map((key) => key.id));
  const groups = [...new Set(STAGE_KEYS.map((key) => key.group))];
  return (
    <StagePanel title="All keys" close={props.close}>
      <p className={css.meta}>
        Undo takes back what this window has done since it was opened or reloaded; whatever was done before
        stays, as does the log.
      </p>
      <div className={css.help}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <ul>
              {STAGE_KEYS.filter((key) => key.group === group).map((key) => (
                <li key={key.id}>
                  <button
                    type="button"
                    className={css.key}
                    disabled={!now.has(key.id) || key.id === 'place' || key.id === 'count'}
                    onClick={() => props.run(key.id)}
                  >
                    <span className={css.caps}>
                      {key.keys.map((each) => (
                        <kbd key={each}>{keyCap(each, props.context.rings)}</kbd>
                      ))}
                    </span>{' '}
                    {key.words}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </StagePanel>
  );
}
