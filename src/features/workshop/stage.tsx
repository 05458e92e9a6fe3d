import { useEffect, useMemo, useRef, useState } from 'react';
import { actWords, trendName } from '../../domain/workshop/acts.ts';
import { isDecided, outcomeOf } from '../../domain/workshop/outcome.ts';
import type { Act, Session } from '../../domain/workshop/session.ts';
import { QUESTION } from '../../domain/workshop/session.ts';
import { buildWorkshopIndex } from '../../domain/workshop/workshop-index.ts';
import { nextTrend, previousTrend, progressOf } from '../../domain/workshop/workshop-order.ts';
import { DecideBar } from './decide-bar.tsx';
import { type CommandId, isTyping, type KeyContext, readKey } from './keys.ts';
import { QueueList } from './queue-list.tsx';
import css from './stage.module.css';
import { StageEvidence } from './stage-evidence.tsx';
import { StageFoot } from './stage-foot.tsx';
import { StageHelp } from './stage-help.tsx';
import { type LineKind, StageLine } from './stage-line.tsx';
import { StageRadar } from './stage-radar.tsx';
import { type SaveStatus, StageStatus } from './stage-status.tsx';
import { StageTimer } from './stage-timer.tsx';
import { StageTrend } from './stage-trend.tsx';
import { VoteBallot } from './vote-ballot.tsx';
import { countAct, currentRound, voteTotal } from './vote-counts.ts';

/** What the stage shows beside the rings. */
type StageView = 'split' | 'stage' | 'radar';
const VIEWS: readonly StageView[] = ['split', 'stage', 'radar'];
const VIEW_WORDS: Readonly<Record<StageView, string>> = {
  split: 'Trend and radar',
  stage: 'The trend alone',
  radar: 'The radar alone',
};

/** What takes the place of the text. */
type Opened = 'evidence' | 'queue' | 'help';

export interface StageProps {
  session: Session;
  act: (act: Act) => void;
  /** Null where there is nothing to take back. */
  undo: (() => void) | null;
  redo: (() => void) | null;
  /** What undo and redo would take back, and do again. */
  undoWords: string | null;
  redoWords: string | null;
  status: SaveStatus;
  /** The window for the room: it shows, and leaves out notes, dissent and what is hidden. */
  room: boolean;
  /** Whether single letters, digits and signs run commands. */
  singleKeys: boolean;
  leave: () => void;
  showResult: () => void;
  openRoom: () => void;
  saveFile: () => void;
  toggleFullScreen?: () => void;
  /** ms, of any clock that only goes forward. Always the same function. */
  now: () => number;
  /** An id that nothing else has. */
  newId: () => string;
  /** Of this opening of the window: time is counted by it. */
  windowId: string;
}

/** One trend at a time before the whole room: it fills the window, and everything on it works by keys. */
export function Stage(props: StageProps) {
  const { session, undo, redo, room, now, newId, windowId } = props;
  const stage = useRef<HTMLElement>(null);
  const [view, setView] = useState<StageView>('split');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [line, setLine] = useState<{ kind: LineKind; trend: string } | null>(null);
  const [ballot, setBallot] = useState<{ trend: string; cast: number } | null>(null);
  const [said, setSaid] = useState('');

  const standing = (session.at === null ? null : session.standings.get(session.at)) ?? null;
  const lineStanding = (line === null ? null : session.standings.get(line.trend)) ?? standing;
  const round = currentRound(standing?.rounds ?? []);
  const outcome = standing === null ? 'open' : outcomeOf(session, standing);
  const { rings } = session.radar;
  const workshop = useMemo(() => buildWorkshopIndex(session), [session]);
  const sources = useMemo(
    () => new Map(session.radar.sources.map((source) => [source.id, source])),
    [session.radar],
  );

  const context: KeyContext = {
    rings: rings.length,
    trend: standing !== null,
    votes: voteTotal(round),
    revealed: round.revealed,
    decided: isDecided(outcome),
    parked: outcome === 'parked',
    canUndo: undo !== null,
    canRedo: redo !== null,
    reading: opened !== null,
    fullScreen: props.toggleFullScreen !== undefined,
  };

  const act = (done: Act, words = actWords(session, done)) => {
    props.act(done);
    setSaid(words);
  };
  const refocus = () => stage.current?.focus({ preventScroll: true });
  const close = () => {
    setLine(null);
    setOpened(null);
    setBallot(null);
    refocus();
  };
  const open = (what: Opened) => {
    if (opened === what) close();
    else setOpened(what);
  };
  const write = (kind: LineKind) => setLine({ kind, trend: session.at ?? '' });
  const go = (trend: string | null, none: string) => {
    if (trend === null) return setSaid(none);
    setSaid('');
    if (opened !== 'evidence') setOpened(null);
    props.act({ kind: 'go', trend });
  };
  const place = (ring: string) => {
    if (standing === null) return;
    act({ kind: 'place', trend: standing.trend, ring });
    write('reason');
  };
  const setVotes = (vote: string, count: number) => {
    if (standing === null) return;
    const change = countAct(round, standing.trend, vote, count, newId);
    // which answer got it stays hidden, here too
    if (change !== null) act(change, session.hidden ? 'Changed the votes' : undefined);
  };
  const addVote = (vote: string | undefined) => {
    if (vote !== undefined) setVotes(vote, (round.votes[vote] ?? 0) + 1);
  };
  const stepBack = (step: (() => void) | null, words: string) => {
    if (step === null) return;
    step();
    setSaid(words);
  };

  const run = (id: CommandId, digit = -1) => {
    if (id === 'previous') go(previousTrend(session), 'This is the first trend.');
    else if (id === 'next') go(nextTrend(session), 'This is the last trend: S shows the result.');
    else if (id === 'queue' || id === 'evidence' || id === 'help') open(id);
    else if (id === 'view') {
      const next = VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length] ?? 'split';
      setView(next);
      setSaid(VIEW_WORDS[next]);
    } else if (id === 'escape') {
      if (line !== null || opened !== null || ballot !== null) close();
      else if (!room) props.leave();
    } else if (id === 'undo') stepBack(undo, `Undone: ${props.undoWords ?? 'the last step'}`);
    else if (id === 'redo') stepBack(redo, `Done again: ${props.redoWords ?? 'the last step'}`);
    else if (id === 'full') props.toggleFullScreen?.();
    else if (id === 'room') props.openRoom();
    else if (id === 'result') props.showResult();
    else if (id === 'save') props.saveFile();
    else if (id === 'propose') write('propose');
    else if (standing === null) return;
    else {
      const { trend } = standing;
      if (id === 'place') {
        const ring = rings[digit];
        if (ring !== undefined) place(ring.id);
      } else if (id === 'count') addVote(rings[digit]?.id);
      else if (id === 'question') addVote(QUESTION);
      else if (id === 'ballot') setBallot({ trend, cast: 0 });
      else if (id === 'reveal' || id === 'revote' || id === 'reopen') act({ kind: id, trend });
      else if (id === 'retire') {
        act({ kind: 'retire', trend });
        write('reason');
      } else if (id === 'park') act({ kind: 'park', trend, parked: !standing.parked });
      else write(id);
    }
  };

  const inBallot = ballot !== null && standing?.trend === ballot.trend && !round.revealed;
  const onKey = useRef<(event: KeyboardEvent) => void>(() => {});
  onKey.current = (event) => {
    if (inBallot || event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
    const press = readKey(event, context, props.singleKeys);
    if (press === null || (event.repeat && press.id !== 'next' && press.id !== 'previous')) return;
    if (room && !ROOM_COMMANDS.has(press.id)) return;
    event.preventDefault();
    run(press.id, press.digit);
  };
  useEffect(() => {
    const heed = (event: KeyboardEvent) => onKey.current(event);
    document.addEventListener('keydown', heed);
    stage.current?.focus();
    return () => document.removeEventListener('keydown', heed);
  }, []);

  const panel =
    opened === 'queue' ? (
      <QueueList
        session={session}
        go={(trend) => {
          close();
          go(trend, '');
        }}
        close={close}
      />
    ) : opened === 'help' ? (
      <StageHelp
        context={context}
        run={(id) => {
          close();
          run(id);
        }}
        close={close}
      />
    ) : opened === 'evidence' && standing !== null ? (
      <StageEvidence
        trend={session.radar.trends.find((entry) => entry.id === standing.trend) ?? null}
        standing={standing}
        sources={sources}
        room={room}
        act={act}
        close={close}
      />
    ) : null;
  const { done, left, parked } = progressOf(session);
  const hasText = panel === null && view !== 'radar';

  return (
    <main ref={stage} className={css.stage} tabIndex={-1} data-view={view} aria-label={session.name}>
      {inBallot ? (
        <VoteBallot
          session={session}
          name={trendName(session, ballot.trend)}
          cast={ballot.cast}
          singleKeys={props.singleKeys}
          vote={(vote) => {
            props.act({ kind: 'ballot', trend: ballot.trend, ballot: newId(), vote });
            const cast = ballot.cast + 1;
            if (session.room.length > 0 && cast === session.room.length) {
              close();
              setSaid(`All ${cast} votes are in: R reveals them`);
            } else setBallot({ ...ballot, cast });
          }}
          close={close}
        />
      ) : (
        <div className={css.main}>
          {(view !== 'stage' || standing === null) && (
            <StageRadar
              session={session}
              workshop={workshop}
              alone={view === 'radar' && panel === null}
              room={room}
              place={place}
              go={(trend) => go(trend, '')}
            />
          )}
          {panel}
          {hasText && standing !== null && (
            <StageTrend
              session={session}
              standing={standing}
              index={workshop.index}
              sources={sources}
              room={room}
            />
          )}
          {standing === null && panel === null && (
            <p className={css.empty}>The queue is empty. {room ? '' : 'A adds a trend.'}</p>
          )}
        </div>
      )}
      {standing !== null && !inBallot && (
        <DecideBar {...{ session, standing, room, place, setVotes }} named={!hasText} />
      )}
      {line !== null && lineStanding !== null && !room && (
        <StageLine
          key={`${line.kind} ${line.trend}`}
          kind={line.kind}
          session={session}
          standing={lineStanding}
          act={act}
          newId={newId}
          close={() => {
            setLine(null);
            refocus();
          }}
        />
      )}
      <StageStatus
        said={room ? '' : said}
        timer={
          standing !== null && (
            <StageTimer
              session={session}
              standing={standing}
              counts={!room}
              act={props.act}
              now={now}
              windowId={windowId}
            />
          )
        }
        progress={`${done} done, ${left} left${parked > 0 ? `, ${parked} of them parked` : ''}`}
        status={room ? null : props.status}
        saveFile={props.saveFile}
      />
      {!room && !inBallot && line === null && <StageFoot context={context} run={run} />}
    </main>
  );
}

/** What keys may do in the window for the room: look, never change. */
const ROOM_COMMANDS: ReadonlySet<CommandId> = new Set(['evidence', 'view', 'full', 'escape']);
