import { editionWords, IMPLIED_EDITION, latestEdition } from '../editions.ts';
import type { Edition } from '../radar.ts';
import { choose, type Ledger } from './merge-ledger.ts';
import { matchEntries } from './merge-match.ts';

/** Editions of both radars, and the ids that they have in the merged one. */
export interface MergedEditions {
  editions: Edition[];
  /** Only where mine names no edition: then what it holds stands in the latest one of theirs. */
  mine: ReadonlyMap<string, string>;
  theirs: ReadonlyMap<string, string>;
}

/**
 * Editions are the same by id, else by date. A radar that names no edition shows how things stand: it is read as the
 * latest edition of the other.
 */
export function mergeEditions(
  mine: readonly Edition[],
  theirs: readonly Edition[],
  ledger: Ledger,
): MergedEditions {
  const [own, other] = [isImplied(mine), isImplied(theirs)];
  if (own && !other) {
    const latest = latestEdition(theirs).id;
    tellImplied('this radar', latest, ledger);
    return {
      editions: [...theirs],
      mine: new Map(mine.map(({ id }) => [id, latest])),
      theirs: identity(theirs),
    };
  }
  if (other && !own) {
    const latest = latestEdition(mine).id;
    tellImplied('the other radar', latest, ledger);
    return {
      editions: [...mine],
      mine: identity(mine),
      theirs: new Map(theirs.map(({ id }) => [id, latest])),
    };
  }
  const matched = matchEntries(mine, theirs, [({ id }) => [id], ({ date }) => [date]]);
  const ids = new Map([...matched].map(([at, edition]) => [theirs[at]?.id ?? '', edition.id]));
  const partner = new Map([...matched].map(([at, edition]) => [edition.id, theirs[at]]));
  const added: Edition[] = [];
  for (const [at, edition] of theirs.entries()) {
    if (matched.has(at)) continue;
    const twin = mine.find(({ date }) => date === edition.date);
    if (twin === undefined) added.push(edition);
    else tellTwin(edition, twin, ledger);
    ids.set(edition.id, twin?.id ?? edition.id);
  }
  const dates = [...mine, ...theirs.map(({ id, date }) => ({ id: ids.get(id) ?? id, date }))];
  const editions = mine.map((edition) => {
    const wanted = partner.get(edition.id);
    if (wanted === undefined) return edition;
    if (wanted.id !== edition.id) tellTwin(wanted, edition, ledger);
    // Two editions of one date could not be put in order.
    if (wanted.date !== edition.date && isTaken(wanted.date, edition.id, dates)) {
      ledger.leftOut.push({
        what: `The other date of the edition ${edition.id}, ${wanted.date}`,
        why: 'another edition has this date',
      });
      return edition;
    }
    return choose(
      ledger,
      {
        id: `edition:${edition.id}:date`,
        trend: null,
        subject: `Edition ${editionWords(edition)}`,
        field: 'Date',
      },
      datesOf(edition),
      { ...datesOf(wanted), id: edition.id },
      ({ date, retrospective }) => (retrospective ? `${date} (retrospective)` : date),
    );
  });
  return { editions: restore(mine, [...editions, ...added]), mine: identity(mine), theirs: ids };
}

/** An edition says that it is not retrospective by saying nothing. */
function datesOf({ id, date, retrospective }: Edition): Edition {
  return { id, date, ...(retrospective === true ? { retrospective } : {}) };
}

/** An edition that was not changed stays as it was written. */
function restore(mine: readonly Edition[], merged: readonly Edition[]): Edition[] {
  return merged.map((edition) => {
    const own = mine.find(({ id }) => id === edition.id);
    const same =
      own !== undefined && own.date === edition.date && !own.retrospective === !edition.retrospective;
    return same ? own : edition;
  });
}

function isTaken(date: string, edition: string, dates: readonly { id: string; date: string }[]): boolean {
  return dates.some((entry) => entry.id !== edition && entry.date === date);
}

function isImplied(editions: readonly Edition[]): boolean {
  const [edition] = editions;
  return editions.length === 1 && edition?.id === IMPLIED_EDITION.id && edition.date === IMPLIED_EDITION.date;
}

function identity(editions: readonly Edition[]): Map<string, string> {
  return new Map(editions.map(({ id }) => [id, id]));
}

function tellImplied(which: string, edition: string, ledger: Ledger): void {
  ledger.leftOut.push({
    what: `The nameless edition of ${which}`,
    why: `its trends stand in the edition ${edition}, the latest one`,
  });
}

function tellTwin(theirs: Edition, mine: Edition, ledger: Ledger): void {
  ledger.leftOut.push({
    what: `The edition ${theirs.id} as one of its own`,
    why: `its trends stand in the edition ${mine.id}, which has the same date`,
  });
}
