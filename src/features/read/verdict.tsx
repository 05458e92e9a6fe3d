import type { RadarIndex, TrendDetail } from '../../domain/radar-index.ts';
import type { ShownTrend } from '../../domain/shown-trends.ts';
import { judgeRing, STRENGTH_RULES } from '../../domain/strength.ts';
import css from './verdict.module.css';
import { STRENGTH_WORDS } from './words.ts';

/** Why this ring, how strong the evidence is, and whether it earns the ring; the rule is stated beside the verdict. */
export function Verdict(props: { index: RadarIndex; shown: ShownTrend; detail: TrendDetail }) {
  const { shown, detail } = props;
  const ring = props.index.rings.find((entry) => entry.id === shown.ring);
  const placement = detail.trend.placements.find(
    (entry) => entry.ring === shown.ring && entry.reason !== undefined,
  );
  const { earned, requirements } = judgeRing(shown.ring, detail.strength, detail.trend);
  const missing = requirements.filter((requirement) => !requirement.met);
  const { counts } = detail;
  return (
    <section className={css.verdict} aria-label="Verdict">
      <div className={css.strength} data-strength={detail.strength}>
        <p className={css.words}>
          <span className={css.dot} aria-hidden="true" />
          <b>{STRENGTH_WORDS[detail.strength]}</b>
          <span>
            {' '}
            {earned ? (
              <span className={css.earned}>✓ {ring?.name} is earned</span>
            ) : (
              <span className={css.unearned}>✗ {ring?.name} is not earned</span>
            )}
          </span>
        </p>
        {counts.facts > 0 && (
          <p className={css.counts}>
            <b>{counts.verified}</b> verified · <b>{counts.derived}</b> derived · <b>{counts.assumption}</b>{' '}
            {counts.assumption === 1 ? 'assumption' : 'assumptions'} <span aria-hidden="true">|</span>{' '}
            <b>{counts.supports}</b> {counts.supports === 1 ? 'supports' : 'support'} · <b>{counts.limits}</b>{' '}
            {counts.limits === 1 ? 'limits' : 'limit'}
          </p>
        )}
        {missing.length > 0 && (
          <p className={css.missing}>
            Missing for {ring?.name}:{' '}
            {missing.map((requirement) => requirement.text.toLowerCase()).join('; ')}.
          </p>
        )}
        <details className={css.rule}>
          <summary>How this is judged</summary>
          <p>
            <b>{STRENGTH_WORDS[detail.strength]}:</b> {STRENGTH_RULES[detail.strength]} Verified facts here
            come from{' '}
            {
              ['no organisation', 'one organisation', 'two or more independent organisations'][
                counts.independent
              ]
            }
            ; {counts.verifiedLimits} of them {counts.verifiedLimits === 1 ? 'limits' : 'limit'}.
          </p>
          {requirements.length > 0 ? (
            <ul>
              {requirements.map((requirement) => (
                <li key={requirement.text}>
                  {requirement.met ? '✓' : '✗'} {requirement.text}
                  {requirement.met ? '' : ' (missing)'}
                </li>
              ))}
            </ul>
          ) : (
            <p>{ring?.name} asks for nothing: it is always earned.</p>
          )}
        </details>
      </div>
      {placement?.reason !== undefined && (
        <>
          <h3>Why {ring?.name}</h3>
          <p className={css.reason}>{placement.reason}</p>
        </>
      )}
    </section>
  );
}
