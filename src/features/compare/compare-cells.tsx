import type { ReactNode } from 'react';
import type { CompareRowId, LensCount } from '../../domain/assessing/compare-trends.ts';
import type { JudgedTrend, NumberedFact } from '../../domain/judge-trends.ts';
import type { FailureMode, Source, Stance, Tool, Tradeoff } from '../../domain/radar.ts';
import { GRADE_WORDS } from '../../domain/strength.ts';
import {
  dateWords,
  MEASURER_WORDS,
  publisherWords,
  SEVERITY_WORDS,
  STRENGTH_WORDS,
} from '../../domain/words.ts';
import css from './compare-cells.module.css';

/** What one row says of one trend, or that nothing is recorded. */
export function CompareCell(props: { row: CompareRowId; trend: JudgedTrend; lens: LensCount | undefined }) {
  const { trend } = props;
  switch (props.row) {
    case 'ring':
      return (
        <>
          <p className={css.lead}>
            <b>{trend.ring}</b>{' '}
            <span data-earned={trend.earned}>{trend.earned ? '✓ earned' : '× not earned'}</span>
          </p>
          {trend.missing.length > 0 && <p className={css.aside}>Missing: {trend.missing.join('; ')}.</p>}
        </>
      );
    case 'strength':
      return (
        <p className={css.strength} data-strength={trend.strength} data-quadrant={trend.hue}>
          <span className={css.dot} aria-hidden="true" />
          {STRENGTH_WORDS[trend.strength]}
        </p>
      );
    case 'counts':
      return <Counts trend={trend} />;
    case 'movement':
      return trend.moved ?? <None />;
    case 'lens':
      return props.lens === undefined ? <None /> : <LensWords lens={props.lens} />;
    case 'reason':
      return trend.reason ?? <None />;
    case 'supports':
    case 'limits':
      return <Claims facts={trend.facts} stance={props.row} />;
    case 'tradeoffs':
      return (
        <Several items={trend.trend.tradeoffs} keyOf={({ gain, cost }) => gain + cost}>
          {(tradeoff) => <TradeoffItem tradeoff={tradeoff} trend={trend} />}
        </Several>
      );
    case 'failure-modes':
      return (
        <Several items={trend.failureModes} keyOf={({ name, cause }) => name + cause}>
          {(mode) => <ModeItem mode={mode} trend={trend} />}
        </Several>
      );
    case 'tooling':
      return (
        <Several items={trend.trend.tooling} keyOf={({ name, url }) => name + url}>
          {(tool) => <ToolItem tool={tool} />}
        </Several>
      );
    case 'milestones':
      return (
        <Several items={trend.milestones} keyOf={({ date, event }) => date + event}>
          {({ date, event }) => (
            <>
              <b>{dateWords(date)}</b> {event}
            </>
          )}
        </Several>
      );
  }
}

function None() {
  return <span className={css.none}>none recorded</span>;
}

function Several<T>(props: {
  items: readonly T[] | undefined;
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
}) {
  if (props.items === undefined || props.items.length === 0) return <None />;
  return (
    <ul className={css.several}>
      {props.items.map((item) => (
        <li key={props.keyOf(item)}>{props.children(item)}</li>
      ))}
    </ul>
  );
}

function Counts({ trend }: { trend: JudgedTrend }) {
  const { counts, laterFacts } = trend;
  if (counts.facts + laterFacts === 0) return <None />;
  return (
    <>
      <p>
        <b>{counts.verified}</b> verified · <b>{counts.derived}</b> derived · <b>{counts.assumption}</b>{' '}
        {counts.assumption === 1 ? 'assumption' : 'assumptions'}
      </p>
      <p>
        <b>{counts.supports}</b> for · <b>{counts.limits}</b> against
      </p>
      {laterFacts > 0 && <p className={css.aside}>{laterFacts} more became public later.</p>}
    </>
  );
}

function LensWords({ lens }: { lens: LensCount }) {
  return (
    <p>
      <b>{lens.fits}</b> {lens.fits === 1 ? 'fits' : 'fit'} · <b>{lens.avoid}</b> to avoid ·{' '}
      <b>{lens.unsaid}</b> not recorded
    </p>
  );
}

function Claims({ facts, stance }: { facts: readonly NumberedFact[]; stance: Stance }) {
  const own = facts.filter(({ fact }) => fact.stance === stance);
  if (own.length === 0) return <None />;
  return (
    <ol className={css.claims}>
      {own.map(({ fact, number, source }) => (
        <li key={fact.id} value={number}>
          <p>{fact.claim}</p>
          <p className={css.aside}>
            <b data-grade={fact.grade}>{GRADE_WORDS[fact.grade].label}</b>
            {fact.measuredBy !== undefined && ` · ${MEASURER_WORDS[fact.measuredBy]}`} ·{' '}
            {source === undefined ? dateWords(fact.date) : <SourceLink source={source} date={fact.date} />}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** A short link; the title of the source is its name for those who do not see the column it stands in. */
function SourceLink({ source, date }: { source: Source; date: string }) {
  return (
    <a href={source.url} target="_blank" rel="noopener noreferrer">
      {publisherWords(source) ?? source.title}, {dateWords(date)}
      <span className="visually-hidden">: {source.title}</span>
    </a>
  );
}

function Basis(props: { statement: Tradeoff | FailureMode; trend: JudgedTrend }) {
  const { facts, source, grade } = props.statement;
  const found = source === undefined ? undefined : props.trend.sources.get(source);
  if (facts === undefined && found === undefined) {
    return <p className={css.aside}>From practice, no source recorded.</p>;
  }
  const numbers = (facts ?? []).flatMap((id) => props.trend.factNumbers.get(id) ?? []).sort((a, b) => a - b);
  return (
    <p className={css.aside}>
      {grade !== undefined && <b data-grade={grade}>{GRADE_WORDS[grade].label}</b>}
      {numbers.length > 0 && ` Rests on ${numbers.length === 1 ? 'fact' : 'facts'} ${numbers.join(', ')}. `}{' '}
      {found !== undefined && <SourceLink source={found} date={found.date ?? String(found.year)} />}
    </p>
  );
}

function TradeoffItem({ tradeoff, trend }: { tradeoff: Tradeoff; trend: JudgedTrend }) {
  return (
    <>
      <p>
        <b>{tradeoff.gain}</b>
      </p>
      <p>Cost: {tradeoff.cost}</p>
      <p>Dominates when: {tradeoff.when}</p>
      <Basis statement={tradeoff} trend={trend} />
    </>
  );
}

function ModeItem({ mode, trend }: { mode: FailureMode; trend: JudgedTrend }) {
  return (
    <details className={css.mode}>
      <summary>
        <b>{mode.name}</b> <span className={css.tag}>{SEVERITY_WORDS[mode.severity]}</span>
        {mode.silent && <span className={css.silent}>Silent</span>}
      </summary>
      <dl>
        <dt>Symptom</dt>
        <dd>{mode.symptom}</dd>
        <dt>Cause</dt>
        <dd>{mode.cause}</dd>
        <dt>Detection</dt>
        <dd>{mode.detection}</dd>
        <dt>Mitigation</dt>
        <dd>{mode.mitigation}</dd>
      </dl>
      <Basis statement={mode} trend={trend} />
    </details>
  );
}

function ToolItem({ tool }: { tool: Tool }) {
  return (
    <>
      <a href={tool.url} target="_blank" rel="noopener noreferrer">
        {tool.name}
      </a>
      {tool.note !== undefined && <p className={css.aside}>{tool.note}</p>}
    </>
  );
}
