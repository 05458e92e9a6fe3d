import { completeRadar } from '../complete-radar.ts';
import type { Radar, RadarFile } from '../radar.ts';
import { isRecord, textOf } from '../radar-values.ts';
import type {
  ActWrites,
  Json,
  Note,
  Proposal,
  Round,
  Session,
  SessionRecord,
  Standing,
  TeamEvidence,
} from './session.ts';

/** The record after an act: what the shared document does with its writes, in plain values. */
export function applyWrites(record: SessionRecord, writes: ActWrites): SessionRecord {
  const values = { ...record.values };
  for (const [key, value] of writes.set) {
    if (value === null) delete values[key];
    else values[key] = value;
  }
  return { values, log: writes.log === null ? record.log : [...record.log, writes.log] };
}

/**
 * The workshop that a record holds. Values of a shape that no act writes are taken as not there, and ids that the radar
 * does not have are left out, so that a record of a newer version can be read.
 *
 * @throws RangeError where the record has no radar: it was never begun
 */
export function readSession(id: string, record: SessionRecord): Session {
  const { values } = record;
  const radar = readRadar(values['meta/radar']);
  const edition =
    radar.editions.find((entry) => entry.id === values['meta/edition'])?.id ??
    radar.editions.at(-1)?.id ??
    '';
  const quadrants = new Set(radar.quadrants.map((quadrant) => quadrant.id));
  const { parts, proposed } = groupKeys(values);
  const proposals = readProposals(proposed).filter((proposal) => quadrants.has(proposal.quadrant));
  const known = new Set([
    ...radar.trends.map((trend) => trend.id),
    ...proposals.map((proposal) => proposal.id),
  ]);
  const listed = [...new Set(readTexts(values['meta/queue']))].filter((trend) => known.has(trend));
  const queue = [
    ...listed,
    ...proposals.map(({ id: trend }) => trend).filter((trend) => !listed.includes(trend)),
  ];
  const starts = new Map(
    radar.trends.map((trend) => [
      trend.id,
      trend.placements.find((place) => place.edition === edition)?.ring,
    ]),
  );
  const rings = new Set(radar.rings.map((ring) => ring.id));
  const at = textOf(values['meta/at']);
  return {
    id,
    name: textOf(values['meta/name']) ?? 'Workshop',
    started: textOf(values['meta/started']) ?? '',
    radar,
    edition,
    room: readTexts(values['meta/room']),
    hidden: values['meta/hidden'] === true,
    minutes: readCount(values['meta/minutes']),
    queue,
    at: at !== undefined && queue.includes(at) ? at : (queue[0] ?? null),
    proposals,
    standings: new Map(
      queue.map((trend) => [
        trend,
        readStanding(trend, starts.get(trend) ?? null, parts.get(trend) ?? new Map(), rings),
      ]),
    ),
    log: record.log,
  };
}

const TREND = 'trend/';
const PROPOSAL = 'proposal/';

/** A document hands out the same object until it is written again, so the radar is completed once. */
const radars = new WeakMap<object, Radar>();

function readRadar(value: Json | undefined): Radar {
  if (!isRecord(value)) throw new RangeError('a workshop holds the radar that it began with');
  const known = radars.get(value);
  if (known !== undefined) return known;
  const radar = completeRadar(value as unknown as RadarFile);
  radars.set(value, radar);
  return radar;
}

/** The values under `trend/<id>/` by the id and what follows it, and those under `proposal/` by the id. */
function groupKeys(values: SessionRecord['values']) {
  const parts = new Map<string, Map<string, Json>>();
  const proposed: (readonly [id: string, value: Json])[] = [];
  // Read after each act, with thousands of keys: taking them apart by hand costs a third of what a pattern does.
  for (const key in values) {
    const value = values[key];
    if (value === undefined) continue;
    if (key.startsWith(TREND)) {
      const end = key.indexOf('/', TREND.length);
      if (end <= TREND.length || end === key.length - 1) continue;
      const trend = key.slice(TREND.length, end);
      const part = parts.get(trend);
      if (part === undefined) parts.set(trend, new Map([[key.slice(end + 1), value]]));
      else part.set(key.slice(end + 1), value);
    } else if (key.startsWith(PROPOSAL)) {
      const id = key.slice(PROPOSAL.length);
      if (id !== '' && !id.includes('/')) proposed.push([id, value]);
    }
  }
  return { parts, proposed };
}

function readStanding(
  trend: string,
  from: string | null,
  part: ReadonlyMap<string, Json>,
  rings: ReadonlySet<string>,
): Standing {
  const to = textOf(part.get('to'));
  return {
    trend,
    from,
    to: to !== undefined && rings.has(to) ? to : null,
    retired: part.get('retired') === true,
    parked: part.get('parked') === true,
    rounds: readRounds(part),
    reason: textOf(part.get('reason')) ?? '',
    basis: readTexts(part.get('basis')),
    dissent: textOf(part.get('dissent')) ?? '',
    champion: textOf(part.get('champion')) ?? '',
    notes: readEntries(part, 'note/', readNote).sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id)),
    evidence: readEntries(part, 'evidence/', readEvidence).sort((a, b) => compare(a.id, b.id)),
    seconds: readEntries(part, 'seconds/', (_, value) => readCount(value)).reduce(
      (sum, next) => sum + next,
      0,
    ),
  };
}

/** Rounds are numbered from 1; a ballot or count of a round makes it. */
function readRounds(part: ReadonlyMap<string, Json>): Round[] {
  const numbers = [...part.keys()].map((key) => Number(/^round\/(\d{1,4})\//.exec(key)?.[1] ?? 1));
  const last = Math.max(1, ...numbers);
  const rounds = Array.from({ length: last }, () => ({
    votes: new Map<string, number>(),
    ballots: 0,
    revealed: false,
  }));
  for (const [key, value] of part) {
    const [, number, what] = /^round\/(\d{1,4})\/(count|ballot|revealed)/.exec(key) ?? [];
    const round = rounds[Number(number) - 1];
    if (round === undefined) continue;
    const add = (vote: string, count: number) =>
      count > 0 && round.votes.set(vote, (round.votes.get(vote) ?? 0) + count);
    if (what === 'revealed') round.revealed = value === true;
    else if (what === 'ballot' && typeof value === 'string') {
      round.ballots += 1;
      add(value, 1);
    } else if (what === 'count' && isRecord(value))
      for (const [vote, count] of Object.entries(value)) add(vote, readCount(count));
  }
  return rounds.map((round) => ({
    ...round,
    votes: Object.fromEntries([...round.votes].sort(([a], [b]) => compare(a, b))),
  }));
}

function readEntries<T>(
  part: ReadonlyMap<string, Json>,
  prefix: string,
  read: (id: string, value: Json) => T | null,
): T[] {
  return [...part].flatMap(([key, value]) => {
    const entry = key.startsWith(prefix) ? read(key.slice(prefix.length), value) : null;
    return entry === null ? [] : [entry];
  });
}

function readNote(id: string, value: Json): Note | null {
  if (!isRecord(value)) return null;
  const text = textOf(value.text);
  return text === undefined ? null : { id, text, at: textOf(value.at) ?? '' };
}

function readEvidence(id: string, value: Json): TeamEvidence | null {
  if (!isRecord(value)) return null;
  const claim = textOf(value.claim);
  if (claim === undefined) return null;
  return {
    id,
    claim,
    stance: value.stance === 'limits' ? 'limits' : 'supports',
    url: textOf(value.url) ?? null,
  };
}

function readProposals(proposed: readonly (readonly [id: string, value: Json])[]): Proposal[] {
  return proposed
    .flatMap(([id, value]) => {
      if (!isRecord(value)) return [];
      const [name, quadrant] = [textOf(value.name), textOf(value.quadrant)];
      if (name === undefined || quadrant === undefined) return [];
      return [{ id, name, quadrant, summary: textOf(value.summary) ?? '', at: textOf(value.at) ?? '' }];
    })
    .sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id))
    .map(({ at: _, ...proposal }) => proposal);
}

function readTexts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function readCount(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
