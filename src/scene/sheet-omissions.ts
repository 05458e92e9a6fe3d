import { cutText, type SheetContent } from './sheet-content.ts';

/** What is said in a section of what it has left out; without a note all is there. */
export type LeftOut = Partial<
  Record<
    'facts' | 'description' | 'tags' | 'links' | 'tradeoffs' | 'failureModes' | 'fits' | 'related' | 'open',
    string
  >
>;

/** A statement longer than this, in characters, is the first to go: it could take a column to itself. */
const LONG = 1500;
/** A description is cut by steps of this many characters. */
const CUT = 200;

/** One thing that a sheet may do without. */
type Item =
  | { kind: 'facts' | 'tradeoffs' | 'failureModes' | 'fits'; at: number; length: number }
  | { kind: 'related' | 'open' | 'reason' | 'summary' | 'description' | 'tags' | 'links'; length: number };

/** What a sheet may do without, the first to go first: whatever is overlong, then from the least important end. */
export function listOmissions(content: SheetContent): Item[] {
  const { shown, reason, facts, about, tradeoffs, failureModes, fits, related, open } = content;
  const items: Item[] = [
    ...(related.length > 0 ? [{ kind: 'related' as const, length: lengthOf(related) }] : []),
    ...(about.links.length > 0 ? [{ kind: 'links' as const, length: lengthOf(about.links) }] : []),
    ...(about.tags.length > 0 ? [{ kind: 'tags' as const, length: lengthOf(about.tags) }] : []),
    ...Array.from({ length: Math.ceil(about.description.length / CUT) }, () => ({
      kind: 'description' as const,
      length: CUT,
    })),
    ...lastOfTheLonger(fits, (fit) => fit.fits).map((at) => item('fits', fits, at)),
    // the later facts, in turn of both stances, so that what is left is no less fair
    ...lastOfTheLonger(facts, ({ fact }) => fact.stance === 'supports').map((at) => ({
      ...item('facts', facts, at),
      length: facts[at]?.fact.claim.length ?? 0,
    })),
    ...(open.length > 0 ? [{ kind: 'open' as const, length: lengthOf(open) }] : []),
    ...failureModes.map((_, at) => item('failureModes', failureModes, failureModes.length - 1 - at)),
    ...tradeoffs.map((_, at) => item('tradeoffs', tradeoffs, tradeoffs.length - 1 - at)),
    ...(reason === undefined ? [] : [{ kind: 'reason' as const, length: reason.length }]),
    ...(shown.summary === undefined ? [] : [{ kind: 'summary' as const, length: shown.summary.length }]),
  ];
  return [...items.filter((one) => one.length > LONG), ...items.filter((one) => one.length <= LONG)];
}

/** A sheet's content without some of it, with a note for each place where something is missing. */
export function leaveOut(
  content: SheetContent,
  omissions: readonly Item[],
): { kept: SheetContent; leftOut: LeftOut; notes: string[] } {
  const without = <T>(kind: Item['kind'], all: readonly T[]): T[] => {
    const gone = new Set(omissions.flatMap((one) => (one.kind === kind && 'at' in one ? one.at : [])));
    return all.filter((_, at) => !gone.has(at));
  };
  const has = (kind: Item['kind']) => omissions.some((one) => one.kind === kind);
  const { about } = content;
  const cuts = omissions.filter((one) => one.kind === 'description').length;
  const kept: SheetContent = {
    ...content,
    facts: without('facts', content.facts),
    about: {
      ...about,
      description: cutText(about.description, about.description.length - cuts * CUT),
      tags: has('tags') ? [] : about.tags,
      links: has('links') ? [] : about.links,
    },
    tradeoffs: without('tradeoffs', content.tradeoffs),
    failureModes: without('failureModes', content.failureModes),
    fits: without('fits', content.fits),
    related: has('related') ? [] : content.related,
    open: has('open') ? [] : content.open,
  };
  const names = content.related.reduce((sum, group) => sum + group.names.length, 0);
  const leftOut: LeftOut = {
    ...noteOn('facts', content.facts.length, kept.facts.length, 'fact', 'facts'),
    ...(cuts > 0 || !about.whole
      ? {
          description:
            kept.about.description === ''
              ? 'The description is in the radar'
              : 'The rest of the description is in the radar',
        }
      : {}),
    ...noteOn('tags', about.tags.length, kept.about.tags.length, 'tag', 'tags'),
    ...noteOn('links', about.links.length, kept.about.links.length, 'link', 'links'),
    ...noteOn('tradeoffs', content.tradeoffs.length, kept.tradeoffs.length, 'tradeoff', 'tradeoffs'),
    ...noteOn(
      'failureModes',
      content.failureModes.length,
      kept.failureModes.length,
      'failure mode',
      'failure modes',
    ),
    ...noteOn('fits', content.fits.length, kept.fits.length, 'condition', 'conditions'),
    ...(has('related') ? noteOn('related', names, 0, 'related trend', 'related trends') : {}),
    ...(has('open') ? { open: 'No room for the open points: the grades of the facts show them' } : {}),
  };
  const heads: string[] = [];
  if (has('reason')) {
    kept.reason = `Why it is in ${content.ring} is too long to be said here: it is in the radar`;
    heads.push(kept.reason);
  }
  if (has('summary')) {
    const summary = 'The summary is too long to stand here: it is in the radar';
    kept.shown = { ...content.shown, summary };
    heads.push(summary);
  }
  return { kept, leftOut, notes: [...heads, ...Object.values(leftOut)] };
}

function noteOn(kind: keyof LeftOut, all: number, kept: number, one: string, many: string): LeftOut {
  const count = all - kept;
  if (count === 0) return {};
  const noun = count === 1 ? one : many;
  return { [kind]: `${count} ${kept > 0 ? 'more ' : ''}${noun} ${count === 1 ? 'is' : 'are'} in the radar` };
}

function item(
  kind: 'facts' | 'tradeoffs' | 'failureModes' | 'fits',
  all: readonly unknown[],
  at: number,
): Extract<Item, { at: number }> {
  return { kind, at, length: lengthOf(all[at]) };
}

/** Characters of all texts in a statement, about. */
function lengthOf(value: unknown): number {
  return JSON.stringify(value)?.length ?? 0;
}

/** Places in a list of two sorts, always the last of the sort of which more are left; all in the end. */
function lastOfTheLonger<T>(list: readonly T[], test: (entry: T) => boolean): number[] {
  const places = list.map((entry, at) => ({ at, first: test(entry) }));
  const first = places.filter((place) => place.first).map((place) => place.at);
  const second = places.filter((place) => !place.first).map((place) => place.at);
  return list.flatMap(() => (first.length >= second.length ? first : second).pop() ?? []);
}
