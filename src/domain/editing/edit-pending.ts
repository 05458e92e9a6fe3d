import type { Edit, EntryList, Fields } from './edit-acts.ts';

/** What is typed into forms and not taken over yet, by form and field: kept, so that no text is lost. */
export type Pending = Readonly<Record<string, Fields>>;

/** The key of the form of an entry, or of a new one. */
export function entryForm(trend: string, list: EntryList, at: number | 'new'): string {
  return `trend/${trend}/${list}/${at}`;
}

/** What waits in one form now; nothing takes the form away. */
export function setPending(pending: Pending, form: string, fields: Fields): Pending {
  const { [form]: old, ...others } = pending;
  if (Object.keys(fields).length > 0) return { ...others, [form]: fields };
  return old === undefined ? pending : others;
}

/** Entries are known by their places, so what waits in their forms moves along when an act moves them. */
export function followPending(pending: Pending, act: Edit): Pending {
  if (act.kind !== 'move-entry' && act.kind !== 'remove-entry') return pending;
  const { at } = act;
  const placeAfter = (place: number): number | null => {
    if (act.kind === 'remove-entry') return place === at ? null : place > at ? place - 1 : place;
    if (place === at) return act.to;
    const without = place > at ? place - 1 : place;
    return without >= act.to ? without + 1 : without;
  };
  return mapForms(pending, act.trend, act.list, placeAfter);
}

/** After undo or redo of an act that moves entries nobody can say which of them a text was meant for: it goes. */
export function forgetPending(pending: Pending, act: Edit): Pending {
  return act.kind === 'add-entry' || act.kind === 'move-entry' || act.kind === 'remove-entry'
    ? mapForms(pending, act.trend, act.list, () => null)
    : pending;
}

function mapForms(
  pending: Pending,
  trend: string,
  list: EntryList,
  placeAfter: (place: number) => number | null,
): Pending {
  const start = `trend/${trend}/${list}/`;
  return Object.fromEntries(
    Object.entries(pending).flatMap(([form, fields]) => {
      const place = form.startsWith(start) ? form.slice(start.length) : 'new';
      if (place === 'new') return [[form, fields]];
      const after = placeAfter(Number(place));
      return after === null ? [] : [[`${start}${after}`, fields]];
    }),
  );
}
