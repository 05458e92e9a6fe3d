/** A place where both radars say something, and not the same. */
export interface Conflict {
  /** What a decision on it goes by: `mine` (the default) or `theirs`. */
  id: string;
  /** The trend that it is about, by its id in the merged radar; null for what is about the whole radar. */
  trend: string | null;
  /** Name of the trend, or of what else of the radar it is about. */
  subject: string;
  /** Such as "Ring in 2026-11". */
  field: string;
  mine: string;
  theirs: string;
}

/** Something of the other radar that finds no room, and where it goes: decided by the value of an option. */
export interface RoomQuestion {
  id: string;
  kind: 'quadrant' | 'ring';
  name: string;
  reason: string;
  options: { value: string; label: string }[];
  default: string;
}

/** By id of a conflict or question; what is not decided takes its default. */
export type MergeDecisions = Readonly<Record<string, string>>;

/** What a merge has to tell, gathered on its way. */
export interface Ledger {
  conflicts: Conflict[];
  questions: RoomQuestion[];
  leftOut: { what: string; why: string }[];
  /** Ids of the trends that both radars have and that the other one added something to, without any conflict. */
  enriched: Set<string>;
  decisions: MergeDecisions;
}

/** What a conflict would be about. */
export type About = Omit<Conflict, 'mine' | 'theirs'>;

export function openLedger(decisions: MergeDecisions): Ledger {
  return { conflicts: [], questions: [], leftOut: [], enriched: new Set(), decisions };
}

/** The decision on a conflict or question, undefined where there is none. */
export function decisionOn(id: string, { decisions }: Ledger): string | undefined {
  return Object.hasOwn(decisions, id) ? decisions[id] : undefined;
}

/**
 * What the merged radar holds of two values: the only one, the same one, or the one that was decided for.
 *
 * @param word how a value is shown to those who decide
 */
export function choose<T>(
  ledger: Ledger,
  about: About,
  mine: T,
  theirs: T,
  word: (value: NonNullable<T>) => string = String,
): T {
  if (theirs === undefined || theirs === null || mine === theirs) return mine;
  if (typeof theirs === 'object' && keyOf(mine) === keyOf(theirs)) return mine;
  if (mine === undefined || mine === null) {
    enrich(ledger, about.trend);
    return theirs;
  }
  ledger.conflicts.push({ ...about, mine: word(mine), theirs: word(theirs) });
  return decisionOn(about.id, ledger) === 'theirs' ? theirs : mine;
}

/** Both lists, what is equal in content once. */
export function unite<T>(
  ledger: Ledger,
  trend: string | null,
  mine: readonly T[] | undefined,
  theirs: readonly T[] | undefined,
  key: (value: T) => string = keyOf,
): T[] | undefined {
  const known = new Set((mine ?? []).map(key));
  const fresh = (theirs ?? []).filter((value) => {
    const own = key(value);
    return !known.has(own) && known.add(own);
  });
  if (fresh.length > 0) enrich(ledger, trend);
  const all = [...(mine ?? []), ...fresh];
  return all.length === 0 ? undefined : all;
}

export function enrich(ledger: Ledger, trend: string | null): void {
  if (trend !== null) ledger.enriched.add(trend);
}

/** The content of a value as a text: the same whatever the order of its keys, and whether what is missing is written. */
export function keyOf(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}

/** A name as names are compared: without regard to case and spaces. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The object without the keys that have no value. */
export function compact<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}
