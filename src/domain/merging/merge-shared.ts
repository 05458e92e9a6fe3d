import { idFrom } from '../make-id.ts';
import type { Article, Condition, Radar, Source } from '../radar.ts';
import { choose, compact, type Ledger, nameKey } from './merge-ledger.ts';
import { matchEntries } from './merge-match.ts';

type Ids = ReadonlyMap<string, string>;

/** Conditions are the same by id, else by label. */
export function mergeConditions(
  mine: readonly Condition[] = [],
  theirs: readonly Condition[] = [],
  ledger: Ledger,
): { list: Condition[]; ids: Ids } {
  return mergeNamed(
    mine,
    theirs,
    ({ label }) => label,
    (own, other) => {
      const about = {
        id: `condition:${own.id}`,
        trend: null,
        subject: `Condition “${own.label}”`,
        field: 'Words',
      };
      const words = ({ label, group, explanation }: Condition) => `${label} (${group}): ${explanation}`;
      return choose(ledger, about, own, { ...other, id: own.id }, words);
    },
  );
}

/** Articles are the same by id, else by title. */
export function mergeArticles(
  mine: readonly Article[] = [],
  theirs: readonly Article[] = [],
  ledger: Ledger,
): { list: Article[]; ids: Ids } {
  return mergeNamed(
    mine,
    theirs,
    ({ title }) => title,
    (own, other) => {
      const about = {
        id: `article:${own.id}`,
        trend: null,
        subject: `Article “${own.title}”`,
        field: 'Title',
      };
      return choose(ledger, about, own, { ...other, id: own.id }, ({ title }) => title);
    },
  );
}

function mergeNamed<T extends { id: string }>(
  mine: readonly T[],
  theirs: readonly T[],
  nameOf: (entry: T) => string,
  merge: (own: T, other: T) => T,
): { list: T[]; ids: Ids } {
  const matched = matchEntries(mine, theirs, [({ id }) => [id], (entry) => [nameKey(nameOf(entry))]]);
  const partner = new Map([...matched].map(([at, own]) => [own, theirs[at]]));
  const list = mine.map((own) => {
    const other = partner.get(own);
    return other === undefined ? own : merge(own, other);
  });
  const added = theirs.filter((_, at) => !matched.has(at));
  const ids = new Map(theirs.map((entry, at) => [entry.id, matched.get(at)?.id ?? entry.id]));
  return { list: [...list, ...added], ids };
}

/** What no two sources may share. */
const claimsOf = ({ url, identifier }: Source) => [
  `url ${url}`,
  ...(identifier === undefined ? [] : [`identifier ${identifier}`]),
];

/**
 * Sources are the same by link or identifier, else by id and title. The same id for another source is renamed.
 */
export function mergeSources(
  mine: readonly Source[],
  theirs: readonly Source[],
  ledger: Ledger,
): { list: Source[]; ids: Ids } {
  const matched = matchEntries(mine, theirs, [
    ({ id, url }) => [`${id} ${url}`],
    ({ url }) => [url],
    ({ identifier }) => (identifier === undefined ? [] : [identifier]),
    ({ id, title }) => [`${id} ${nameKey(title)}`],
  ]);
  const owners = new Map<string, Set<string>>();
  const claim = (source: Source, owner: string) => {
    for (const key of claimsOf(source)) owners.set(key, (owners.get(key) ?? new Set()).add(owner));
  };
  for (const source of mine) claim(source, source.id);
  const taken = new Set([...mine, ...theirs].map(({ id }) => id));
  const ids = new Map<string, string>();
  const added: Source[] = [];
  for (const [at, source] of theirs.entries()) {
    const own = matched.get(at);
    const owner = own?.id ?? claimsOf(source).flatMap((key) => [...(owners.get(key) ?? [])])[0];
    if (own === undefined && owner !== undefined) {
      ledger.leftOut.push({ what: `The source “${source.title}”`, why: `it is the same as “${owner}”` });
    }
    const id = owner ?? (mine.some((entry) => entry.id === source.id) ? idFrom(source.id, taken) : source.id);
    taken.add(id);
    ids.set(source.id, id);
    if (own !== undefined || owner === undefined) claim(source, id);
    if (owner === undefined) added.push({ ...source, id });
  }
  const partner = new Map([...matched].map(([at, own]) => [own, theirs[at]]));
  const list = mine.map((own) => {
    const other = partner.get(own);
    if (other === undefined) return own;
    const alone = claimsOf(other).every((key) => owners.get(key)?.size === 1);
    if (!alone) {
      ledger.leftOut.push({
        what: `What the other radar says of the source “${own.title}”`,
        why: 'its link or identifier is that of another source',
      });
      return own;
    }
    return mergeSource(own, other, ledger);
  });
  return { list: [...list, ...added], ids };
}

/** What only one says of a source is taken over; where they differ, a source is taken as a whole. */
function mergeSource(own: Source, other: Source, ledger: Ledger): Source {
  const filled = compact<Source>({ ...other, ...own, id: own.id });
  const about = { id: `source:${own.id}`, trend: null, subject: `Source “${own.title}”`, field: 'Source' };
  const theirs = compact<Source>({ ...own, ...other, id: own.id });
  return choose(ledger, about, filled, theirs, wordSource);
}

function wordSource(source: Source): string {
  const { title, authors, organisations, venue, year, date, url, identifier } = source;
  return [title, authors, organisations?.join(', '), venue, date ?? year, identifier, url]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** Organisations by name, with the units that either radar knows. */
export function mergeOrganisations(
  mine: Radar['organisations'],
  theirs: Radar['organisations'],
): Radar['organisations'] {
  if (mine === undefined || theirs === undefined) return mine ?? theirs;
  const known = new Set(mine.map(({ name }) => name));
  return [
    ...mine.map((entry) => {
      const other = theirs.find(({ name }) => name === entry.name);
      const fresh = other?.units.filter((unit) => !entry.units.includes(unit)) ?? [];
      return fresh.length === 0 ? entry : { ...entry, units: [...entry.units, ...new Set(fresh)] };
    }),
    ...theirs.filter(({ name }) => !known.has(name)),
  ];
}
