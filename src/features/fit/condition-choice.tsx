import { useId } from 'react';
import type { Condition } from '../../domain/radar.ts';
import css from './condition-choice.module.css';

/** The conditions of a radar by group, in the radar's order, each with what it means. */
export function ConditionChoice(props: {
  conditions: readonly Condition[];
  /** Ids, of which the radar may lack some: those are kept. */
  chosen: readonly string[];
  choose: (chosen: string[]) => void;
}) {
  const id = useId();
  const chosen = new Set(props.chosen);
  const groups = new Map<string, Condition[]>();
  for (const condition of props.conditions) {
    groups.set(condition.group, [...(groups.get(condition.group) ?? []), condition]);
  }
  const toggle = (condition: string, holds: boolean) => {
    const others = props.chosen.filter((other) => other !== condition);
    props.choose(holds ? [...others, condition] : others);
  };
  return (
    <div className={css.groups}>
      {[...groups].map(([group, members]) => (
        <fieldset key={group} className={css.group}>
          <legend>
            {group}{' '}
            <span>
              {members.filter((member) => chosen.has(member.id)).length} of {members.length}
            </span>
          </legend>
          {members.map((condition) => (
            <label key={condition.id} className={css.condition}>
              <input
                type="checkbox"
                checked={chosen.has(condition.id)}
                aria-labelledby={`${id}-${condition.id}-label`}
                aria-describedby={`${id}-${condition.id}-explanation`}
                onChange={(event) => toggle(condition.id, event.target.checked)}
              />
              <span>
                <b id={`${id}-${condition.id}-label`}>{condition.label}</b>
                <span id={`${id}-${condition.id}-explanation`} className={css.explanation}>
                  {condition.explanation}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
