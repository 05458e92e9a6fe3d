import { IMPLIED_EDITION, latestEdition } from '../editions.ts';
import { idFrom } from '../make-id.ts';
import type { Edition, Placement } from '../radar.ts';
import { isDate } from '../schema.ts';
import type { DraftPlacement, DraftTrend, Finding } from './draft.ts';
import type { Destination } from './reconcile-cell.ts';
import { fitText } from './reconcile-text.ts';

/** The editions of a radar, and what a draft's id of one leads to. */
export interface ReconciledEditions {
  /** At least one. */
  editions: Edition[];
  editionOf: (id: string | null) => Edition | undefined;
  findings: Finding[];
}

/** The editions of a draft with ids that a radar can have; two of one date, which cannot be ordered, are one. */
export function reconcileEditions(drafted: readonly Edition[], file: string): ReconciledEditions {
  const findings: Finding[] = [];
  const ids = new Set<string>();
  const byDate = new Map<string, Edition>();
  const byId = new Map<string, Edition>();
  for (const edition of drafted) {
    const known = byDate.get(edition.date);
    if (!isDate(edition.date)) {
      findings.push({
        place: { file },
        message: `the edition “${edition.id}” has the date “${edition.date}”, which is none`,
        done: 'The edition is left out.',
      });
      continue;
    }
    const id = known?.id ?? idFrom(edition.id, ids, 'edition');
    const own = known ?? { ...edition, id };
    ids.add(id);
    byDate.set(edition.date, own);
    if (!byId.has(edition.id)) byId.set(edition.id, own);
    if (known === undefined) continue;
    const message = `the editions “${known.id}” and “${edition.id}” have one date, ${edition.date}`;
    findings.push({ place: { file }, message, done: 'They are one edition.' });
  }
  const editions = byDate.size === 0 ? [IMPLIED_EDITION] : [...byDate.values()];
  const latest = latestEdition(editions);
  const editionOf = (id: string | null) => (id === null || byDate.size === 0 ? latest : byId.get(id));
  return { editions, editionOf, findings };
}

/**
 * The places of a trend in the editions, each edition once.
 *
 * @returns no places where none is left, with the reason of the last that was left out
 */
export function reconcilePlacements(
  trend: DraftTrend,
  context: {
    editionOf: ReconciledEditions['editionOf'];
    ringOf: (value: string) => Destination;
    findings: Finding[];
  },
): { placements: Placement[]; tags: string[]; why: string } {
  const { editionOf, ringOf } = context;
  const found = new Map<string, Placement>();
  const tags: string[] = [];
  const findings: Finding[] = [];
  let why = 'It has no ring.';
  const skip = (placement: DraftPlacement, message: string) => {
    why = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
    findings.push({
      place: placement.place,
      message: `${trend.name.trim()}: ${message}`,
      done: 'This one of its places is left out.',
    });
  };
  for (const placement of trend.placements) {
    const edition = editionOf(placement.edition);
    const ring = ringOf(placement.ring);
    if (edition === undefined) {
      skip(placement, `there is no edition “${placement.edition}”`);
    } else if (ring.cell === null) {
      skip(placement, `${ring.why.charAt(0).toLowerCase()}${ring.why.slice(1, -1)}`);
    } else if (found.has(edition.id)) {
      skip(placement, `it has a ring in the edition ${edition.id} already`);
    } else {
      const reason = fitText(placement.reason, 'reason', placement.place, findings);
      if (ring.tag !== null) tags.push(ring.tag);
      found.set(edition.id, {
        edition: edition.id,
        ring: ring.cell.id,
        ...(placement.moved === undefined ? {} : { moved: placement.moved }),
        ...(reason === null ? {} : { reason }),
      });
    }
  }
  // A trend without any place is left out as a whole, which says why.
  if (found.size > 0) for (const finding of findings) context.findings.push(finding);
  return { placements: [...found.values()], tags, why };
}
