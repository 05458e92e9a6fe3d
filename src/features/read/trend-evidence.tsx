import { type MouseEvent, useMemo } from 'react';
import type { Fact, Source } from '../../domain/radar.ts';
import { detailIn, type RadarIndex, type TrendDetail } from '../../domain/radar-index.ts';
import type { ShownTrend } from '../../domain/shown-trends.ts';
import { GRADE_WORDS } from '../../domain/strength.ts';
import { dateWords, KIND_WORDS, MEASURER_WORDS, RELATION_WORDS } from '../../domain/words.ts';
import { Button } from '../../ui/button.tsx';
import { About } from './about.tsx';
import { Basis, GradeBadge, SourceLink } from './basis.tsx';
import { FailureModes } from './failure-modes.tsx';
import { Folded, Section } from './section.tsx';
import css from './trend-evidence.module.css';
import { Verdict } from './verdict.tsx';

/** All that is recorded of a trend, in the order in which a decision needs it. */
export function TrendEvidence(props: {
  index: RadarIndex;
  edition: string;
  trend: ShownTrend;
  detail: TrendDetail;
  linkTo: (trend: string) => string;
  select: (trend: string) => void;
  /** Leads to where evidence is added to the trend; without it nothing offers to. */
  addEvidence?: (() => void) | undefined;
}) {
  const { index, trend: shown } = props;
  const detail = detailIn(props.detail, index.editions, props.edition);
  const { trend } = detail;
  const sources = useMemo(
    () => new Map(detail.sources.map((source) => [source.id, source])),
    [detail.sources],
  );
  const facts = trend.facts ?? [];
  const known = facts.filter((fact) => !detail.later.includes(fact.id));
  const factNumbers = new Map(facts.map((fact, at) => [fact.id, at + 1]));
  const names = new Map(index.trends.map((entry) => [entry.id, entry.name]));
  const { tradeoffs = [], failureModes = [], fits = [], avoidWhen = [], tooling = [] } = trend;
  const { milestones = [], articles = [], tags = [], links = [] } = trend;
  const { conditions } = detail;
  const ties = [...detail.ties].sort(
    (a, b) => RELATION_ORDER.indexOf(a.relation) - RELATION_ORDER.indexOf(b.relation),
  );
  const labels = new Map(conditions.map((condition) => [condition.id, condition.label]));

  const silent = failureModes.filter((mode) => mode.silent).length;
  const parts = [
    ['evidence', `${facts.length} facts`, facts.length],
    ['tradeoffs', `${tradeoffs.length} tradeoffs`, tradeoffs.length],
    ['failure-modes', `${failureModes.length} failure modes, ${silent} silent`, failureModes.length],
    ['fit', 'Fit', fits.length + avoidWhen.length],
    ['related', 'Related', ties.length],
    ['description', 'Description', trend.description === undefined ? 0 : 1],
    ['tags', 'Tags', tags.length],
    ['links', 'Links', links.length],
  ].flatMap(([id, words, count]) => (count === 0 ? [] : [[String(id), String(words)] as const]));

  const follow = (event: MouseEvent, id: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    props.select(id);
  };

  return (
    <>
      <Verdict {...{ index, shown, detail, factNumbers }} edition={props.edition} />
      {parts.length > 0 && (
        <nav className={css.jump} aria-label="Parts of this trend">
          {parts.map(([id, words]) => (
            <a key={id} href={`#${id}`}>
              {words}
            </a>
          ))}
        </nav>
      )}
      {facts.length === 0 && (
        <>
          <About trend={trend} />
          <Section id="evidence" title="Evidence" count={0}>
            <p className={css.aside}>
              No evidence recorded: no fact says yet what speaks for this trend and what limits it.
            </p>
            {props.addEvidence !== undefined && (
              <p className={css.invitation}>
                <Button onClick={props.addEvidence}>Add evidence</Button>
              </p>
            )}
          </Section>
        </>
      )}
      {facts.length > 0 && (
        <Section id="evidence" title="Evidence" count={facts.length}>
          <details className={css.meanings}>
            <summary>What the grades mean</summary>
            <dl>
              {Object.entries(GRADE_WORDS).map(([grade, words]) => (
                <div key={grade}>
                  <dt>
                    <GradeBadge grade={grade as keyof typeof GRADE_WORDS} />
                  </dt>
                  <dd>{words.meaning}</dd>
                </div>
              ))}
            </dl>
          </details>
          <FactList
            title="Supports"
            facts={known.filter((fact) => fact.stance === 'supports')}
            {...{ factNumbers, sources }}
          />
          <FactList
            title="Limits"
            facts={known.filter((fact) => fact.stance === 'limits')}
            {...{ factNumbers, sources }}
          />
          <FactList
            title={`Public only after ${props.edition}, not judged by`}
            facts={facts.filter((fact) => detail.later.includes(fact.id))}
            {...{ factNumbers, sources }}
          />
        </Section>
      )}
      {tradeoffs.length > 0 && (
        <Section id="tradeoffs" title="Tradeoffs" count={tradeoffs.length}>
          {tradeoffs.map((tradeoff) => (
            <div key={tradeoff.gain + tradeoff.cost} className={css.tradeoff}>
              <dl>
                <div>
                  <dt>Gain</dt>
                  <dd>{tradeoff.gain}</dd>
                </div>
                <div>
                  <dt>Cost</dt>
                  <dd>{tradeoff.cost}</dd>
                </div>
                <div className={css.when}>
                  <dt>The cost dominates when</dt>
                  <dd>{tradeoff.when}</dd>
                </div>
              </dl>
              <Basis statement={tradeoff} factNumbers={factNumbers} sources={sources} />
            </div>
          ))}
        </Section>
      )}
      {failureModes.length > 0 && (
        <FailureModes modes={failureModes} factNumbers={factNumbers} sources={sources} />
      )}
      {fits.length + avoidWhen.length > 0 && (
        <Section id="fit" title="Fit" count={fits.length + avoidWhen.length}>
          <div className={css.columns}>
            {[
              { title: 'Fits', list: fits },
              { title: 'Avoid when', list: avoidWhen },
            ].map(({ title, list }) => (
              <div key={title} data-fit={title}>
                <h4>{title}</h4>
                <ul>
                  {list.map((fit) => (
                    <li key={fit.condition}>
                      <b>{labels.get(fit.condition) ?? fit.condition}:</b> {fit.why}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
          <details className={css.meanings}>
            <summary>What the conditions mean</summary>
            <dl>
              {conditions.map((condition) => (
                <div key={condition.id}>
                  <dt>{condition.label}</dt>
                  <dd>{condition.explanation}</dd>
                </div>
              ))}
            </dl>
          </details>
        </Section>
      )}
      {ties.length > 0 && (
        <Section id="related" title="Related trends" count={ties.length}>
          <ul className={css.related}>
            {ties.map((tie) => (
              <li key={tie.trend}>
                <span>{RELATION_WORDS[tie.relation][tie.inverse ? 'inverse' : 'own']}</span>{' '}
                <a href={props.linkTo(tie.trend)} onClick={(event) => follow(event, tie.trend)}>
                  {names.get(tie.trend) ?? tie.trend}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {facts.length > 0 && <About trend={trend} />}
      {tooling.length > 0 && (
        <Folded id="tooling" title="Tooling" count={tooling.length}>
          <ul className={css.plainList}>
            {tooling.map((tool) => (
              <li key={tool.name}>
                <a href={tool.url} target="_blank" rel="noopener noreferrer">
                  {tool.name}
                </a>
                {tool.note !== undefined && <p>{tool.note}</p>}
              </li>
            ))}
          </ul>
        </Folded>
      )}
      {milestones.length > 0 && (
        <Folded id="milestones" title="Milestones" count={milestones.length}>
          <ol className={css.plainList}>
            {milestones.map((milestone) => (
              <li key={milestone.date + milestone.event} id={`milestone-${milestone.date}`} tabIndex={-1}>
                <b>{dateWords(milestone.date)}</b> {milestone.event}
                <Basis statement={milestone} factNumbers={factNumbers} sources={sources} />
              </li>
            ))}
          </ol>
        </Folded>
      )}
      {articles.length > 0 && (
        <Folded id="articles" title="What the articles claim" count={articles.length}>
          <p className={css.aside}>
            The articles that named this trend. Their words are claims, not evidence, and count for nothing
            above.
          </p>
          <ul className={css.plainList}>
            {articles.map((mention) => (
              <li key={mention.article}>
                {mention.says}
                <p>{index.articles.find((article) => article.id === mention.article)?.title}</p>
              </li>
            ))}
          </ul>
        </Folded>
      )}
    </>
  );
}

const RELATION_ORDER = Object.keys(RELATION_WORDS);

function FactList(props: {
  title: string;
  facts: readonly Fact[];
  factNumbers: ReadonlyMap<string, number>;
  sources: ReadonlyMap<string, Source>;
}) {
  if (props.facts.length === 0) {
    return <p className={css.aside}>{`${props.title}: none recorded.`}</p>;
  }
  return (
    <div className={css.facts} data-stance={props.title.toLowerCase()}>
      <h4>
        {props.title} <span>{props.facts.length}</span>
      </h4>
      <ol>
        {props.facts.map((fact) => {
          const source = props.sources.get(fact.source);
          return (
            <li key={fact.id} id={`fact-${fact.id}`} value={props.factNumbers.get(fact.id)} tabIndex={-1}>
              <p className={css.claim}>{fact.claim}</p>
              <p className={css.meta}>
                <GradeBadge grade={fact.grade} /> · {KIND_WORDS[fact.kind]} · {dateWords(fact.date)}
                {fact.measuredBy !== undefined && ` · ${MEASURER_WORDS[fact.measuredBy]}`}
                {fact.scope !== undefined && ` · ${SCOPE_WORDS[fact.scope]}`}
              </p>
              {source !== undefined && (
                <p className={css.meta}>
                  <SourceLink source={source} />
                </p>
              )}
              {fact.note !== undefined && <p className={css.meta}>{fact.note}</p>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const SCOPE_WORDS = { abstract: 'abstract read', excerpt: 'excerpt read', page: 'page read' } as const;
