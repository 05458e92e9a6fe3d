import type { Radar } from '../radar.ts';
import { OUTCOME_WORDS, outcomeOf } from './outcome.ts';
import {
  type Act,
  type ActContext,
  type ActWrites,
  type Json,
  QUESTION,
  type Session,
  type SessionRecord,
  type SessionStart,
  type Standing,
} from './session.ts';
import { voteResult, voteWords } from './vote-result.ts';

/** The record of a workshop that has just begun. */
export function startSession(start: SessionStart, context: ActContext): SessionRecord {
  const { name, radar, edition, room, hidden, minutes, queue } = start;
  return {
    values: {
      'meta/name': name,
      'meta/started': context.at,
      'meta/radar': radar as unknown as Json,
      'meta/edition': edition,
      'meta/room': room,
      'meta/hidden': hidden,
      'meta/minutes': minutes,
      'meta/queue': queue,
    },
    log: [{ ...context, trend: null, words: `Began “${name}” with ${queue.length} trends` }],
  };
}

/** What an act writes. An act on a trend that the workshop has not writes nothing. */
export function writesOf(session: Session, act: Act, context: ActContext): ActWrites {
  const set = valuesOf(session, act, context);
  const told = set.length > 0 && !SILENT.has(act.kind);
  const trend = 'trend' in act ? act.trend : act.kind === 'propose' ? act.proposal.id : null;
  return { set, log: told ? { ...context, trend, words: actWords(session, act) } : null };
}

/** Whether an act belongs to what undo goes back through: where one looks, and the clock, do not. */
export function isUndoable(act: Act): boolean {
  return act.kind !== 'go' && act.kind !== 'spend';
}

/** Acts that the log does not tell of: votes are told when they are shown. */
const SILENT: ReadonlySet<Act['kind']> = new Set(['go', 'spend', 'count', 'ballot']);

function valuesOf(session: Session, act: Act, { at }: ActContext): ActWrites['set'] {
  switch (act.kind) {
    case 'order':
      return [['meta/queue', act.queue]];
    case 'settings': {
      const { name, room, hidden, minutes } = act;
      return Object.entries({ name, room, hidden, minutes }).flatMap(([key, value]) =>
        value === undefined ? [] : [[`meta/${key}`, value] as const],
      );
    }
    case 'propose': {
      const { id, ...proposal } = act.proposal;
      const place = act.ring === null ? [] : [[`trend/${id}/to`, act.ring] as const];
      return [[`proposal/${id}`, { ...proposal, at }], ...place];
    }
    default: {
      const standing = session.standings.get(act.trend);
      if (standing === undefined) return [];
      if (act.kind === 'go') return [['meta/at', act.trend]];
      return trendValues(standing, act, at).map(
        ([key, value]) => [`trend/${act.trend}/${key}`, value] as const,
      );
    }
  }
}

type TrendAct = Exclude<Act, { kind: 'order' | 'settings' | 'propose' | 'go' }>;

/** Null takes a value out: an empty text is one that is not there. */
function trendValues(standing: Standing, act: TrendAct, at: string): ActWrites['set'] {
  const round = `round/${standing.rounds.length}`;
  switch (act.kind) {
    case 'spend':
      return [[`seconds/${act.window}`, act.seconds]];
    case 'count':
      return [[`${round}/count`, { ...act.votes }]];
    case 'ballot':
      return [[`${round}/ballot/${act.ballot}`, act.vote]];
    case 'reveal':
      return [[`${round}/revealed`, true]];
    case 'revote':
      return [[`round/${standing.rounds.length + 1}/revealed`, false]];
    case 'place':
      return [
        ['to', act.ring],
        ['retired', null],
        ['parked', null],
      ];
    case 'reopen':
      return [
        ['to', null],
        ['retired', null],
        ['parked', null],
      ];
    case 'retire':
      return [
        ['retired', true],
        ['parked', null],
      ];
    case 'park':
      return act.parked
        ? [
            ['parked', true],
            ['to', null],
            ['retired', null],
          ]
        : [['parked', null]];
    case 'reason':
      return [
        ['reason', act.text || null],
        ['basis', act.basis.length === 0 ? null : act.basis],
      ];
    case 'dissent':
      return [['dissent', act.text || null]];
    case 'champion':
      return [['champion', act.name || null]];
    case 'note':
      return [[`note/${act.note}`, act.text === '' ? null : { text: act.text, at }]];
    case 'evidence': {
      const { id, ...evidence } = act.evidence;
      return [[`evidence/${id}`, evidence]];
    }
    case 'drop-evidence':
      return [[`evidence/${act.evidence}`, null]];
  }
}

/** What an act does, or did, in one sentence without a full stop: for the log, and for what undo would take back. */
export function actWords(session: Session, act: Act): string {
  if (act.kind === 'order') return 'Changed the order of the queue';
  if (act.kind === 'settings')
    return act.name === undefined ? 'Changed the settings' : `Renamed to “${act.name}”`;
  if (act.kind === 'propose') return `Proposed ${act.proposal.name}`;
  const name = trendName(session, act.trend);
  const standing = session.standings.get(act.trend);
  switch (act.kind) {
    case 'go':
      return `Turned to ${name}`;
    case 'spend':
      return `Spent time on ${name}`;
    case 'count':
      return `Counted votes on ${name}`;
    case 'ballot':
      return `Cast a vote on ${name}`;
    case 'reveal': {
      const round = standing?.rounds.at(-1);
      return `Votes on ${name}: ${round === undefined ? 'none' : voteWords(voteResult(round, session.radar.rings))}`;
    }
    case 'revote':
      return `Began another vote on ${name}`;
    case 'place':
      return standing === undefined
        ? `Placed ${name}`
        : placeWords(session, { ...standing, to: act.ring, retired: false }, name);
    case 'reopen':
      return `Took back the decision on ${name}`;
    case 'retire':
      return `Retired ${name}`;
    case 'park':
      return act.parked ? `Parked ${name}` : `Took ${name} back from the parked`;
    case 'reason':
      return act.text === '' ? `Took out the reason for ${name}` : `Reason for ${name}: ${act.text}`;
    case 'dissent':
      return act.text === '' ? `Took out the dissent on ${name}` : `Dissent on ${name}: ${act.text}`;
    case 'champion':
      return act.name === '' ? `No champion for ${name}` : `Champion for ${name}: ${act.name}`;
    case 'note':
      return act.text === '' ? `Took out a note on ${name}` : `Note on ${name}: ${act.text}`;
    case 'evidence':
      return `The team’s evidence on ${name}: ${act.evidence.claim}`;
    case 'drop-evidence':
      return `Took out evidence of the team on ${name}`;
  }
}

function placeWords(session: Session, standing: Standing, name: string): string {
  const ring = (id: string | null) => ringName(session.radar, id);
  const outcome = outcomeOf(session, standing);
  if (outcome === 'same') return `Kept ${name} in ${ring(standing.to)}`;
  if (outcome === 'new') return `Placed ${name}, new, in ${ring(standing.to)}`;
  return `${OUTCOME_WORDS[outcome].replace(/^Moved (in|out)$/, 'Moved')} ${name} from ${ring(standing.from)} ${
    outcome === 'in' ? 'in' : 'out'
  } to ${ring(standing.to)}`;
}

/** The name of a ring by its id; of what is a vote for no ring, the words for it. */
export function ringName(radar: Radar, id: string | null): string {
  if (id === QUESTION) return 'Question';
  return radar.rings.find((ring) => ring.id === id)?.name ?? 'no ring';
}

/** The name of a trend of the radar, or of one that was proposed. */
export function trendName(session: Session, id: string): string {
  const known = [...session.radar.trends, ...session.proposals].find((entry) => entry.id === id);
  return known?.name ?? id;
}
