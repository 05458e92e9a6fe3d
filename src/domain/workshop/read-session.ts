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
        readStanding(trend, starts.get(trend) ?? null, parts.get(trend) ?? NOTHING, rings),
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

/** What is written of one trend: entries by the first part of what follows its id, each with what follows that. */
type Part = ReadonlyMap<string, readonly Entry[]>;
type Entry = readonly [rest: string, value: Json];

const NOTHING: Part = new Map();

/**
 * The values under `trend/<id>/` by the id, and those under `proposal/` by the id. It is called after each act, with
 * thousands of keys, so each key is taken apart once, and without a pattern.
 */
function groupKeys(values: SessionRecord['values']): { parts: ReadonlyMap<string, Part>; proposed: Entry[] } {
  const parts = new Map<string, Map<string, Entry[]>>();
  const proposed: Entry[] = [];
  for (const [key, value] of Object.entries(values)) {
    if (key.startsWith(TREND)) {
      const end = key.indexOf('/', TREND.length);
      if (end < 0) continue;
      const trend = key.slice(TREND.length, end);
      const next = key.indexOf('/', end + 1);
      const first = next < 0 ? key.slice(end + 1) : key.slice(end + 1, next);
      const entry = [next < 0 ? '' : key.slice(next + 1), value] as const;
      const part = parts.get(trend) ?? new Map<string, Entry[]>();
      parts.set(trend, part);
      const entries = part.get(first);
      if (entries === undefined) part.set(first, [entry]);
      else entries.push(entry);
    } else if (key.startsWith(PROPOSAL)) proposed.push([key.slice(PROPOSAL.length), value]);
  }
  return { parts, proposed };
}

function readStanding(trend: string, from: string | null, part: Part, rings: ReadonlySet<string>): Standing {
  const single = (key: string) => part.get(key)?.find(([rest]) => rest === '')?.[1];
  const to = textOf(single('to'));
  return {
    trend,
    from,
    to: to !== undefined && rings.has(to) ? to : null,
    retired: single('retired') === true,
    parked: single('parked') === true,
    rounds: readRounds(part.get('round') ?? []),
    reason: textOf(single('reason')) ?? '',
    basis: readTexts(single('basis')),
    dissent: textOf(single('dissent')) ?? '',
    champion: textOf(single('champion')) ?? '',
    notes: readEntries(part.get('note'), readNote).sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id)),
    evidence: readEntries(part.get('evidence'), readEvidence).sort((a, b) => compare(a.id, b.id)),
    seconds: (part.get('seconds') ?? []).reduce((sum, [, value]) => sum + readCount(value), 0),
  };
}

/** Rounds are numbered from 1; a ballot or count of a round makes it. @param entries such as `1/ballot/<id>` */
function readRounds(entries: readonly Entry[]): Round[] {
  const rounds: { votes: Map<string, number>; ballots: number; revealed: boolean }[] = [];
  const roundAt = (number: number) => {
    while (rounds.length < number) rounds.push({ votes: new Map(), ballots: 0, revealed: false });
    return rounds[number - 1];
  };
  roundAt(1);
  for (const [rest, value] of entries) {
    const [digits = '', what] = rest.split('/', 2);
    const round = /^\d{1,4}$/.test(digits) ? roundAt(Number(digits)) : undefined;
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
  entries: readonly Entry[] | undefined,
  read: (id: string, value: Json) => T | null,
): T[] {
  return (entries ?? []).flatMap(([id, value]) => {
    const entry = read(id, value);
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

function readProposals(proposed: readonly Entry[]): Proposal[] {
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
