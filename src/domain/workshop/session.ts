import type { Radar, RadarFile } from '../radar.ts';

/**
 * A workshop on a radar. It is recorded as values under flat keys, each of which the last writer decides, and a log to
 * which entries are only ever added; `acts.ts` says what each act writes, `read-session.ts` makes a `Session` of it. So
 * the rules need no shared document, and any store that merges keys and lists can hold one.
 */
export interface SessionRecord {
  values: Readonly<Record<string, Json>>;
  log: readonly LogEntry[];
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a vote can be for: the id of a ring, or the wish to talk first. */
export type VoteFor = string;
export const QUESTION = 'question';

/** One vote on a trend. Voting again begins another round; earlier rounds stay. */
export interface Round {
  /** Votes by what they are for: counts that were entered and ballots that were cast, together. */
  votes: Readonly<Record<VoteFor, number>>;
  /** How many were cast one by one on the shared machine. */
  ballots: number;
  revealed: boolean;
}

/** What the team itself knows of a trend, beside what the radar records. */
export interface TeamEvidence {
  id: string;
  stance: 'supports' | 'limits';
  claim: string;
  url: string | null;
}

export interface Note {
  id: string;
  text: string;
  /** ISO time. */
  at: string;
}

/** What a workshop has made of one trend so far. */
export interface Standing {
  trend: string;
  /** Id of the ring at the start; null for a trend that was proposed in the workshop. */
  from: string | null;
  /** Id of the ring decided, `null` where nothing is decided yet. */
  to: string | null;
  /** Whether it leaves the radar. */
  retired: boolean;
  parked: boolean;
  /** The first is the oldest; there is always one. */
  rounds: readonly Round[];
  reason: string;
  /** Ids of facts of the radar, and of the team's evidence, that the reason rests on. */
  basis: readonly string[];
  dissent: string;
  champion: string;
  notes: readonly Note[];
  evidence: readonly TeamEvidence[];
  /** Time spoken about it, in seconds. */
  seconds: number;
}

/** A trend that somebody proposed in the workshop. */
export interface Proposal {
  id: string;
  name: string;
  quadrant: string;
  summary: string;
}

/** How a decision stands to the start. */
export type Outcome = 'open' | 'parked' | 'in' | 'out' | 'same' | 'new' | 'retired';

/** One thing that happened, as it is told afterwards; never changed and never taken out. */
export interface LogEntry {
  id: string;
  /** ISO time. */
  at: string;
  /** Id of the trend that it is about, or null. */
  trend: string | null;
  /** What happened, one sentence: "Moved Mixture of experts from Trial to Adopt: …". */
  words: string;
  /** Id of the entry that this one takes back, where it does. */
  undoes?: string;
}

/** A workshop as the rest of the product sees it. */
export interface Session {
  id: string;
  name: string;
  /** ISO time. */
  started: string;
  /** The radar that it began with. */
  radar: Radar;
  /** Id of the edition that it began with. */
  edition: string;
  /** Who is in the room; may be empty. */
  room: readonly string[];
  /** Whether votes stay hidden until they are revealed. */
  hidden: boolean;
  /** Minutes meant for each trend; 0 for no limit. */
  minutes: number;
  /** Ids of the trends to talk about, in their order; proposals come last. */
  queue: readonly string[];
  /** Id of the trend on the stage, or null where the queue is empty. */
  at: string | null;
  proposals: readonly Proposal[];
  /** For each trend of the queue, by id. */
  standings: ReadonlyMap<string, Standing>;
  log: readonly LogEntry[];
}

/** What people do in a workshop. All but `go` and `spend` can be undone. */
export type Act =
  | { kind: 'go'; trend: string }
  /** `seconds` in all, of the window that counts them. */
  | { kind: 'spend'; trend: string; window: string; seconds: number }
  | { kind: 'count'; trend: string; votes: Readonly<Record<VoteFor, number>> }
  | { kind: 'ballot'; trend: string; ballot: string; vote: VoteFor }
  | { kind: 'reveal'; trend: string }
  | { kind: 'revote'; trend: string }
  | { kind: 'place'; trend: string; ring: string }
  | { kind: 'reopen'; trend: string }
  | { kind: 'retire'; trend: string }
  | { kind: 'park'; trend: string; parked: boolean }
  | { kind: 'reason'; trend: string; text: string; basis: readonly string[] }
  | { kind: 'dissent'; trend: string; text: string }
  | { kind: 'champion'; trend: string; name: string }
  | { kind: 'note'; trend: string; note: string; text: string }
  | { kind: 'evidence'; trend: string; evidence: TeamEvidence }
  | { kind: 'drop-evidence'; trend: string; evidence: string }
  | { kind: 'propose'; proposal: Proposal; ring: string | null }
  | { kind: 'order'; queue: readonly string[] }
  | { kind: 'settings'; name?: string; room?: readonly string[]; hidden?: boolean; minutes?: number };

/** What an act comes with: chance and clock are the caller's. */
export interface ActContext {
  /** An id that no other act has. */
  id: string;
  /** ISO time. */
  at: string;
}

/** What a workshop begins with. */
export interface SessionStart {
  name: string;
  radar: RadarFile;
  edition: string;
  room: readonly string[];
  hidden: boolean;
  minutes: number;
  queue: readonly string[];
}

/** What an act changes: values by key (null takes one out), and the entry that tells of it, where one is told. */
export interface ActWrites {
  set: readonly (readonly [key: string, value: Json])[];
  log: LogEntry | null;
}
