import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { hueAt } from '../../domain/hue-at.ts';
import type { FailureMode, Source, Trend } from '../../domain/radar.ts';
import type { RadarIndex } from '../../domain/radar-index.ts';
import { countEvidence, strengthOf } from '../../domain/strength.ts';
import { strongestFact } from '../../domain/strongest-facts.ts';
import { STRENGTH_WORDS } from '../../domain/words.ts';
import { ringName, trendName } from '../../domain/workshop/acts.ts';
import { OUTCOME_WORDS, outcomeOf } from '../../domain/workshop/outcome.ts';
import type { Session, Standing } from '../../domain/workshop/session.ts';
import css from './stage.module.css';
import { StageFact } from './stage-fact.tsx';
import { countWords } from './stage-words.ts';

/** Where not even the first block fits: without the count of what is left out, then without the claim. */
const NO_MORE = -1;
const NO_CLAIM = -2;

const SEVERITY = { high: 0, medium: 1, low: 2 } as const;

/** The trend on the stage in very large type. What does not fit is counted, never cut in the middle of a sentence. */
export function StageTrend(props: {
  session: Session;
  standing: Standing;
  index: RadarIndex;
  sources: ReadonlyMap<string, Source>;
  room: boolean;
}) {
  const { session, standing, index, sources, room } = props;
  const trend = session.radar.trends.find((entry) => entry.id === standing.trend) ?? null;
  const proposal = session.proposals.find((entry) => entry.id === standing.trend);
  const quadrant = trend?.quadrant ?? proposal?.quadrant;
  const at = session.radar.quadrants.findIndex((entry) => entry.id === quadrant);
  const summary = trend?.summary ?? proposal?.summary ?? '';
  const blocks = collectBlocks(trend, standing, sources, room);
  const { box, count } = useFit(blocks.length, `${standing.trend} ${blocks.map(({ key }) => key).join()}`);
  const shown = blocks.slice(0, Math.max(0, count));
  const sections = [...new Set(blocks.map((block) => block.section))];
  const more = moreWords(trend, standing, shown, room);
  return (
    <article
      className={css.trend}
      data-quadrant={hueAt(index, at)}
      aria-label={trendName(session, standing.trend)}
    >
      <p className={css.kicker}>
        {session.radar.quadrants[at]?.name} · {session.queue.indexOf(standing.trend) + 1} of{' '}
        {session.queue.length}
        {proposal !== undefined && ' · proposed'}
      </p>
      <div className={css.body} ref={box}>
        <h1>{trendName(session, standing.trend)}</h1>
        {summary !== '' && count > NO_CLAIM && <p className={css.claim}>{summary}</p>}
        <p className={css.strength}>
          <Evidence trend={trend} session={session} sources={sources} />
          {standing.evidence.length > 0 &&
            ` ${countWords(standing.evidence.length, 'fact')} of the team’s own.`}
        </p>
        <Decision session={session} standing={standing} room={room} />
        {sections.map((section) => {
          const own = shown.filter((block) => block.section === section);
          return own.length === 0 ? null : (
            <section key={section} className={css.block} data-section={section}>
              <h2>{section}</h2>
              {own.map((block) => (
                <p key={block.key}>{block.text}</p>
              ))}
            </section>
          );
        })}
        {more !== '' && count > NO_MORE && (
          <p className={css.more}>
            And {more}
            {room ? '.' : ': E opens all.'}
          </p>
        )}
      </div>
    </article>
  );
}

function Evidence(props: { trend: Trend | null; session: Session; sources: ReadonlyMap<string, Source> }) {
  const facts = props.trend?.facts ?? [];
  const counts = countEvidence(facts, props.sources, props.session.radar.organisations);
  const words = STRENGTH_WORDS[strengthOf(counts)];
  const grades = (['verified', 'derived', 'assumption'] as const)
    .filter((grade) => counts[grade] > 0)
    .map((grade) =>
      grade === 'assumption' ? countWords(counts[grade], grade) : `${counts[grade]} ${grade}`,
    );
  return (
    <>
      <b>{words}.</b>
      {facts.length > 0 && ` ${grades.join(', ')}: ${counts.supports} for, ${counts.limits} against.`}
    </>
  );
}

/** What is decided so far, in sight while it is talked about. */
function Decision({ session, standing, room }: { session: Session; standing: Standing; room: boolean }) {
  const outcome = outcomeOf(session, standing);
  const { from, to, reason, champion, dissent } = standing;
  const where =
    outcome === 'in' || outcome === 'out'
      ? `${OUTCOME_WORDS[outcome]} from ${ringName(session.radar, from)} to ${ringName(session.radar, to)}`
      : outcome === 'same' || outcome === 'new'
        ? `${outcome === 'same' ? 'Stays' : 'New'} in ${ringName(session.radar, to)}`
        : OUTCOME_WORDS[outcome];
  if (outcome === 'open' && reason === '' && champion === '' && (room || dissent === '')) return null;
  return (
    <p className={css.decision}>
      {outcome !== 'open' && <b>{where}. </b>}
      {reason !== '' && `${/[.!?]$/.test(reason) ? reason : `${reason}.`} `}
      {champion !== '' && `Champion: ${champion}. `}
      {!room && dissent !== '' && `Dissent: ${dissent}`}
    </p>
  );
}

interface Block {
  key: string;
  section: 'For' | 'Against' | 'Fails silently' | 'Tradeoffs' | 'Other failures' | 'Notes';
  text: ReactNode;
}

/** The most important first: so many are shown as find room. */
function collectBlocks(
  trend: Trend | null,
  standing: Standing,
  sources: ReadonlyMap<string, Source>,
  room: boolean,
): Block[] {
  const facts = trend?.facts ?? [];
  const sides = (['supports', 'limits'] as const).flatMap((stance): Block[] => {
    const section = stance === 'supports' ? 'For' : 'Against';
    const fact = strongestFact(facts, stance);
    const own = standing.evidence.filter((entry) => entry.stance === stance).at(-1);
    if (fact === null) return own ? [{ key: own.id, section, text: `${own.claim} (the team’s own)` }] : [];
    const number = facts.indexOf(fact) + 1;
    return [
      {
        key: fact.id,
        section,
        text: <StageFact fact={fact} number={number} source={sources.get(fact.source)} />,
      },
    ];
  });
  const tradeoffs = (trend?.tradeoffs ?? []).map(({ gain, cost, when }, at): Block => {
    return {
      key: `tradeoff-${at}`,
      section: 'Tradeoffs',
      text: (
        <>
          <b>Gain</b> {gain} <b>Cost</b> {cost} <b>When</b> {when}
        </>
      ),
    };
  });
  const modes = sortModes(trend?.failureModes ?? []).map((mode): Block => {
    return {
      key: `mode-${mode.name}`,
      section: mode.silent ? 'Fails silently' : 'Other failures',
      text: (
        <>
          <b>{mode.name}.</b> {mode.symptom} <b>Notice it</b> {mode.detection}
        </>
      ),
    };
  });
  const [tradeoff, ...otherTradeoffs] = tradeoffs;
  const [mode, ...otherModes] = modes;
  const note = room ? undefined : standing.notes.at(-1);
  return [
    ...sides,
    ...(note ? [{ key: note.id, section: 'Notes' as const, text: note.text }] : []),
    ...(mode ? [mode] : []),
    ...(tradeoff ? [tradeoff] : []),
    ...otherModes.filter((block) => block.section === 'Fails silently'),
    ...otherTradeoffs,
    ...otherModes.filter((block) => block.section !== 'Fails silently'),
  ];
}

/** Silent ones first, as nothing else tells of them; of equals the gravest. */
function sortModes(modes: readonly FailureMode[]): FailureMode[] {
  return [...modes].sort(
    (a, b) => Number(b.silent) - Number(a.silent) || SEVERITY[a.severity] - SEVERITY[b.severity],
  );
}

function moreWords(trend: Trend | null, standing: Standing, shown: readonly Block[], room: boolean): string {
  const count = (...sections: Block['section'][]) =>
    shown.filter((block) => sections.includes(block.section)).length;
  const facts = (trend?.facts ?? []).length + standing.evidence.length - count('For', 'Against');
  const tradeoffs = (trend?.tradeoffs ?? []).length - count('Tradeoffs');
  const modes = (trend?.failureModes ?? []).length - count('Fails silently', 'Other failures');
  const notes = room ? 0 : standing.notes.length - count('Notes');
  const parts = [
    facts > 0 && `${facts} more ${facts === 1 ? 'fact' : 'facts'}`,
    tradeoffs > 0 && countWords(tradeoffs, 'tradeoff'),
    modes > 0 && countWords(modes, 'failure mode'),
    notes > 0 && countWords(notes, 'note'),
  ].filter((part) => part !== false);
  return parts.join(', ');
}

/**
 * How many of a list of blocks fit into a box, found before it is painted: all, then one less each time until nothing
 * overflows. Another key, or another size of the box, begins again.
 */
function useFit(all: number, key: string) {
  const box = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState({ key, count: all });
  const [size, setSize] = useState('');
  const whole = `${key} ${size}`;
  const count = fit.key === whole ? fit.count : all;
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (count > NO_CLAIM && element.scrollHeight > element.clientHeight + 1)
      setFit({ key: whole, count: count - 1 });
  }, [whole, count]);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setSize(`${element.clientWidth}x${element.clientHeight}`));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, count };
}
