import type { Box, Line } from './box.ts';
import type { Cell } from './cells.ts';
import { closeCandidates, farCandidates, type NameCandidate } from './name-candidates.ts';
import { nameField } from './name-field.ts';
import { NameSearch } from './name-search.ts';
import type { BlipPlace } from './place-blips.ts';

/** Height of one line of a name, as a multiple of the font size; baselines follow from it. */
export { LINE_HEIGHT } from './name-metrics.ts';

/** A name in its place. x, y is the top-left corner of the text box, radar units, y down. */
export interface NameBox extends Box {
  id: string;
  /** One or two lines, top first, each LINE_HEIGHT · fontSize high. */
  lines: string[];
  /** Which side of the box the lines are flush with. */
  align: 'start' | 'middle' | 'end';
  /** Line from the blip to the name when it had to move away. */
  leader: Line | null;
}

/** What {@link placeNames} needs to know. Lengths in radar units. */
export interface PlaceNamesInput {
  blips: readonly (BlipPlace & {
    name: string;
    /** Whether a mark for movement is drawn around the blip, reaching to 1.45 radii. */
    marked: boolean;
  })[];
  blipRadius: number;
  fontSize: number;
  /** Boxes no name may cover: ring titles, quadrant titles, legends. */
  obstacles: readonly Box[];
  /** Names stay inside. */
  bounds: Box;
  /** The radar's cells; with them, names avoid lying across arcs and boundaries where that is cheap. */
  cells?: readonly Cell[];
  /** Names of the picture before; a name keeps its place when nothing much better turns up. */
  previous?: ReadonlyMap<string, NameBox>;
}

/** Keeping a place is worth this much; about half a visible flaw. */
const CONSTANCY = 0.6;
/** Up to so many blips every name should find a place, so the search is thorough: more neighbours are asked to move. */
const THOROUGH_UP_TO = 80;
/** Each round lets the neighbours of the neighbours move as well. */
const THOROUGH_ROUNDS = 4;
/** Longest chain of names that send one another elsewhere. */
const RESCUE_STEPS = 120;
const MOST_MOVED = { thorough: 4, quick: 2 };
/** Beyond this many blips a leader line would have to cross too much to be tried for. */
const LEADERS_UP_TO = 220;

/**
 * Places the names of blips: beside them, in one or two lines, over no other name, blip, obstacle or leader line.
 * Names without room are missing from the answer; their blips keep their numbers.
 *
 * Every name has some forty candidate places with costs (right is best, then left, below, above; nearness to a wrong
 * blip and crossing an arc cost extra). The most constrained names choose first; then a local search lets a name
 * take a better place, moving one neighbour out of the way if both together gain; names still without a place try
 * again with leader lines, at last by chains of ejections. Deterministic, the same for any input order.
 */
export function placeNames(input: PlaceNamesInput): Map<string, NameBox> {
  const blips = [...input.blips].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const { blipRadius, fontSize, obstacles, bounds } = input;
  const field = nameField({ blips, blipRadius, fontSize, obstacles, bounds }, input.cells);
  const candidates = blips.map((blip) =>
    withConstancy(closeCandidates(field, blip), input.previous?.get(blip.id)),
  );
  const search = new NameSearch(candidates, fontSize);
  search.fill();
  search.improve(1);
  const thorough = blips.length <= THOROUGH_UP_TO;
  const withLeaders = new Set<number>();
  const rounds = thorough ? THOROUGH_ROUNDS : blips.length <= LEADERS_UP_TO ? 1 : 0;
  for (let round = 0; round < rounds && search.missing().length > 0; round += 1) {
    for (const index of thorough ? search.contested() : search.missing()) {
      const blip = blips[index];
      if (!blip || withLeaders.has(index)) continue;
      withLeaders.add(index);
      search.extend(index, withConstancy(farCandidates(field, blip), input.previous?.get(blip.id)));
    }
    if (thorough) search.rescue(RESCUE_STEPS);
    search.improve(thorough ? MOST_MOVED.thorough : MOST_MOVED.quick);
  }
  const names = new Map<string, NameBox>();
  for (const [index, blip] of blips.entries()) {
    const chosen = search.chosen(index);
    if (!chosen) continue;
    const { x, y, width, height, lines, align, leader } = chosen;
    names.set(blip.id, { id: blip.id, x, y, width, height, lines, align, leader });
  }
  return names;
}

function withConstancy(candidates: NameCandidate[], previous: NameBox | undefined): NameCandidate[] {
  if (!previous) return candidates;
  return candidates
    .map((candidate) =>
      Math.abs(candidate.x - previous.x) < 0.5 && Math.abs(candidate.y - previous.y) < 0.5
        ? { ...candidate, cost: candidate.cost - CONSTANCY }
        : candidate,
    )
    .sort((a, b) => a.cost - b.cost);
}
