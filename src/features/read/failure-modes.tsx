import type { FailureMode, Source } from '../../domain/radar.ts';
import { SEVERITY_WORDS } from '../../domain/words.ts';
import { Basis } from './basis.tsx';
import css from './failure-modes.module.css';
import { Section } from './section.tsx';

const FIELDS = [
  ['symptom', 'Symptom'],
  ['cause', 'Cause'],
  ['detection', 'Detection'],
  ['mitigation', 'Mitigation'],
] as const;

const RANK = { high: 0, medium: 1, low: 2 } as const;

/** Failure modes, the gravest first and of equals the silent ones first: those are the ones a team must look for. */
export function FailureModes(props: {
  modes: readonly FailureMode[];
  factNumbers: ReadonlyMap<string, number>;
  sources: ReadonlyMap<string, Source>;
}) {
  const modes = [...props.modes].sort(
    (a, b) => RANK[a.severity] - RANK[b.severity] || Number(b.silent) - Number(a.silent),
  );
  return (
    <Section id="failure-modes" title="Failure modes" count={modes.length}>
      {modes.map((mode) => (
        <div key={mode.name} className={css.mode} data-severity={mode.severity}>
          <h4>
            {mode.name}
            <span className={css.severity}>{SEVERITY_WORDS[mode.severity]}</span>
            {mode.silent && <span className={css.silent}>Silent</span>}
          </h4>
          <dl>
            {FIELDS.map(([field, label]) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>{mode[field]}</dd>
              </div>
            ))}
          </dl>
          <Basis statement={mode} factNumbers={props.factNumbers} sources={props.sources} />
        </div>
      ))}
    </Section>
  );
}
