import { editionsBefore, editionWords, RETROSPECTIVE_RULE } from '../../domain/editions.ts';
import type { Placement } from '../../domain/radar.ts';
import type { RadarIndex, TrendDetail } from '../../domain/radar-index.ts';
import type { ShownTrend } from '../../domain/shown-trends.ts';
import { judgeRing, STRENGTH_RULES } from '../../domain/strength.ts';
import { dateWords, STRENGTH_WORDS } from '../../domain/words.ts';
import { FactLinks } from './basis.tsx';
import css from './verdict.module.css';

interface VerdictProps {
  index: RadarIndex;
  /** Id of the edition shown. */
  edition: string;
  shown: ShownTrend;
  detail: TrendDetail;
  /** The numbers that the facts have on the page, by id. */
  factNumbers: ReadonlyMap<string, number>;
}

/** Why this ring, how strong the evidence is, and whether it earns the ring; the rule is stated beside the verdict. */
export function Verdict(props: VerdictProps) {
  const { index, shown, detail, factNumbers } = props;
  const ring = index.rings.find((entry) => entry.id === shown.ring);
  const { placements } = detail.trend;
  const placement = placements.find((entry) => entry.edition === props.edition);
  const facts = (detail.trend.facts ?? []).filter((fact) => !detail.later.includes(fact.id));
  const { earned, requirements } = judgeRing(shown.ring, detail.strength, { ...detail.trend, facts });
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
              <span className={css.unearned}>× {ring?.name} is not earned</span>
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
                  {requirement.met ? '✓' : '×'} {requirement.text}
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
          <p id={`reason-${placement.edition}`} className={css.reason}>
            {placement.reason}
          </p>
          <PlacementBasis placement={placement} factNumbers={factNumbers} />
        </>
      )}
      <Earlier {...props} />
    </section>
  );
}

/** Where the trend stood in the editions before, latest first, and what it was judged by then. */
function Earlier(props: VerdictProps) {
  const { index, shown, detail, factNumbers } = props;
  const before = editionsBefore(index.editions, props.edition).reverse();
  if (before.length === 0) return null;
  return (
    <>
      <h3>Earlier</h3>
      {before.map((edition) => {
        const judged = shown.placements.find((entry) => entry.edition === edition.id);
        const placement = detail.trend.placements.find((entry) => entry.edition === edition.id);
        const ring = index.rings.find((entry) => entry.id === judged?.ring);
        return (
          <div key={edition.id} id={`reason-${edition.id}`} className={css.before}>
            <p className={css.reason}>
              <b>
                {editionWords(edition)}: {ring?.name ?? 'not on the radar'}
              </b>
              {judged !== undefined && `, ${STRENGTH_WORDS[judged.strength].toLowerCase()} by then`}
              {judged?.earned === false && ', not earned'}
              {placement?.reason !== undefined && `. ${placement.reason}`}
            </p>
            {placement !== undefined && <PlacementBasis placement={placement} factNumbers={factNumbers} />}
          </div>
        );
      })}
      {before.some((edition) => edition.retrospective) && <p className={css.aside}>{RETROSPECTIVE_RULE}</p>}
    </>
  );
}

function PlacementBasis(props: { placement: Placement; factNumbers: ReadonlyMap<string, number> }) {
  const { facts = [], milestones = [] } = props.placement;
  if (facts.length + milestones.length === 0) return null;
  return (
    <p className={css.aside}>
      Rests on <FactLinks facts={facts} factNumbers={props.factNumbers} />
      {milestones.length > 0 && (
        <>
          {facts.length > 0 && ' and '}
          {milestones.length === 1 ? 'the milestone of ' : 'the milestones of '}
          {milestones.map((date, at) => (
            <span key={date}>
              {at > 0 && ', '}
              <a href={`#milestone-${date}`}>{dateWords(date)}</a>
            </span>
          ))}
        </>
      )}
      .
    </p>
  );
}
