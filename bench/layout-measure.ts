/** What `bench/layout.ts` bundles and runs: measures, and prints the report. */
import type { RadarIndex } from '../src/domain/radar-index.ts';
import { type ShownTrend, shownTrends } from '../src/domain/shown-trends.ts';
import { borderDistance, type CellRegion, cellArea, cellRegion } from '../src/layout/cell-region.ts';
import { divideCells } from '../src/layout/cells.ts';
import { layOutRadar, type RadarLayout } from '../src/layout/lay-out-radar.ts';
import { type BlipPlace, placeBlips } from '../src/layout/place-blips.ts';
import { placeNames } from '../src/layout/place-names.ts';
import { ringTitleBox } from '../src/layout/place-ring-titles.ts';
import { type Draw, METHODS, type Method, type Unplaced } from './layout-methods.ts';
import { addTrend, EDITION, forgetEditions, makeRadar } from './layout-radars.ts';
import { type Figures, type Fill, formatLayoutReport } from './layout-report.ts';

declare global {
  /** Empties the memory of the layout; `bench/layout.ts` puts it into the bundle. */
  function forgetCells(): void;
}

const COUNTS = [40, 100, 200, 400, 1000] as const;
const RINGS = [3, 4] as const;
const SEEDS = [1, 2] as const;
/** New trends tried on each radar, one at a time: fewer where each moves fewer of all. */
const ADDITIONS = { upTo: 200, small: 8, large: 3 };
/** The radar is 960 px across in a frame of this size, with room for its titles. */
const FRAME = { width: 1400, height: 992 };
const PIXELS = 960 / 1000;
/** This radar draws no blip larger on a frame of this size, in px across; nor may the others. */
const LARGEST = 28 * PIXELS;
/** Overlap and movement below these are not counted, in radar units and px: places are rounded to 0.01 units. */
const TOLERANCE = 0.011;
const MOVED = 1;
/** A call is timed so often, or for so many ms; at least once. */
const TIMED = { most: 9, ms: 100 };
/** Names that take longer, in ms, are not placed for the other methods, too. */
const SLOW_NAMES = 1000;

/** Cells whose fill is measured: those of four rings and four quadrants. */
const FILL_RINGS = [170, 300, 410, 500] as const;
const FILL_COUNTS = [5, 10, 20, 40, 80] as const;
const FILL_SEEDS = 3;
const FILL_STEP = 0.025;
/** Share of a plane that equal circles can cover at most. */
const BOUND = 0.9069;

const began = performance.now();
const figures = COUNTS.map((count) => ({
  count,
  methods: ['this radar', ...METHODS.map((method) => method.name)].map((name) => ({
    name,
    figures: [] as Figures[],
  })),
}));
// so that the first radar is not timed while the code is still being compiled
measureRadar(makeRadar(0, 4, 40));
for (const { count, methods } of figures) {
  for (const rings of RINGS) {
    for (const seed of SEEDS) {
      const all = measureRadar(makeRadar(seed, rings, count));
      for (const [at, method] of methods.entries()) method.figures.push(all[at] as Figures);
    }
  }
}
const fills: Fill[] = [
  // which places a cell has does not depend on the ids, so one run tells
  { name: 'this radar', shares: measureFill(1, holdsOwn) },
  ...METHODS.map(({ name, place }) => ({
    name,
    shares: measureFill(FILL_SEEDS, (radar, radius) =>
      isFree(place(radar, radius), radar.ringRadii, radar, radius),
    ),
  })),
];
console.log(
  formatLayoutReport({
    figures,
    fills,
    fillCounts: FILL_COUNTS,
    radars: RINGS.length * SEEDS.length,
    additions: `${ADDITIONS.small} tried on each radar, ${ADDITIONS.large} beyond ${ADDITIONS.upTo} trends`,
    seconds: (performance.now() - began) / 1000,
  }),
);

/** The figures of this radar and of each method for one radar. */
function measureRadar(index: RadarIndex): Figures[] {
  const radar = unplaced(index);
  const layout = lay(index, true);
  // Without a history, where nothing keeps a blip in its place but the method: also like for like for the times.
  const alone = forgetEditions(index);
  const aloneLayout = lay(alone, false);
  const tried = index.trends.length <= ADDITIONS.upTo ? ADDITIONS.small : ADDITIONS.large;
  const additions = Array.from({ length: tried }, (_, at) => {
    const added = addTrend(alone, at + 1);
    return {
      ...added,
      radar: unplaced(added.index),
      layout: lay(added.index, false),
      nextLayout: lay(addTrend(index, at + 1).index, false),
    };
  });
  const own: Figures = {
    time: measureTime(() => lay({ ...alone }, false)),
    timeTwoEditions: measureTime(() => lay({ ...index }, false)),
    timeWithNames: layout.names.size === 0 ? null : measureTime(() => lay({ ...index }, true)),
    timeAgain: measureTime(() => lay(index, true), false),
    ...faults(layout.blips, layout.ringRadii, radar, layout.blipRadius),
    diameter: 2 * layout.blipRadius * PIXELS,
    drawn: layout.blips.length / radar.blips.length,
    named: layout.names.size / radar.blips.length,
    ...average(additions.map((added) => compare(aloneLayout, added.layout, added.id))),
    movedInNext: average(additions.map((added) => compare(layout, added.nextLayout, added.id))).moved,
    movedInStream: null,
  };
  // Where this radar draws no names there is nothing to compare.
  const wantNames = layout.names.size > 0 && (own.timeWithNames ?? 0) < SLOW_NAMES;
  const others = METHODS.map(({ place }): Figures => {
    const ringRadii = layout.ringRadii;
    const blips = place({ ...radar, ringRadii }, layout.blipRadius);
    const changes = (draw: Draw) => {
      // at the same size before and after: the other tools have but one
      const picture = (of: typeof radar, { ringRadii }: RadarLayout) => ({
        ringRadii,
        blips: place({ ...of, ringRadii }, aloneLayout.blipRadius, draw),
      });
      const before = picture(radar, aloneLayout);
      return average(additions.map((added) => compare(before, picture(added.radar, added.layout), added.id)));
    };
    return {
      time: measureTime(() => place({ ...radar, ringRadii }, layout.blipRadius)),
      timeTwoEditions: null,
      timeWithNames: null,
      timeAgain: null,
      ...faults(blips, ringRadii, radar, layout.blipRadius),
      diameter: largestFree({ ...radar, ringRadii }, place),
      drawn: 1,
      named: wantNames ? nameBlips(index, layout, blips) / blips.length : null,
      ...changes('by id'),
      movedInNext: null,
      movedInStream: changes('one stream').moved,
      // they number by the order of the list, which a newcomer only shifts
      renumbered: 0,
    };
  });
  return [own, ...others];
}

/** A copy of an index is a new radar: nothing of its places is remembered. */
function lay(index: RadarIndex, names: boolean): RadarLayout {
  return layOutRadar(index, { edition: EDITION, frame: FRAME, names });
}

function unplaced(index: RadarIndex): Omit<Unplaced, 'ringRadii'> & { blips: ShownTrend[] } {
  return {
    quadrants: index.quadrants.map((quadrant) => quadrant.id),
    rings: index.rings.map((ring) => ring.id),
    blips: shownTrends(index, EDITION),
  };
}

/** Median time of a call in ms; the layout's memory is emptied before each where not told otherwise. */
function measureTime(run: () => unknown, forget = true): number {
  const times: number[] = [];
  const start = performance.now();
  do {
    if (forget) forgetCells();
    const before = performance.now();
    run();
    times.push(performance.now() - before);
  } while (times.length < TIMED.most && performance.now() - start < TIMED.ms);
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Pairs of circles that overlap, and circles that reach out of their cells. */
function faults(
  blips: readonly BlipPlace[],
  ringRadii: readonly number[],
  { quadrants, rings }: Pick<Unplaced, 'quadrants' | 'rings'>,
  radius: number,
): { overlaps: number; outside: number } {
  const regions = new Map<string, CellRegion>(
    divideCells(quadrants, rings, ringRadii).map((cell) => [
      `${cell.quadrant} ${cell.ring}`,
      cellRegion(cell),
    ]),
  );
  const sorted = [...blips].sort((a, b) => a.x - b.x);
  const wanted = 2 * radius - TOLERANCE;
  let overlaps = 0;
  let outside = 0;
  for (const [at, blip] of sorted.entries()) {
    const region = regions.get(`${blip.quadrant} ${blip.ring}`);
    if (!region || borderDistance(region, blip.x, blip.y) < radius - TOLERANCE) outside += 1;
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || other.x - blip.x >= wanted) break;
      if ((other.x - blip.x) ** 2 + (other.y - blip.y) ** 2 < wanted * wanted) overlaps += 1;
    }
  }
  return { overlaps, outside };
}

function isFree(
  blips: readonly BlipPlace[],
  ringRadii: readonly number[],
  radar: Pick<Unplaced, 'quadrants' | 'rings'>,
  radius: number,
): boolean {
  const { overlaps, outside } = faults(blips, ringRadii, radar, radius);
  return overlaps === 0 && outside === 0;
}

/** The largest diameter in px at which a method leaves nothing overlapping, found by halving. */
function largestFree(radar: Unplaced, place: Method): number {
  const fits = (px: number) => {
    const radius = px / PIXELS / 2;
    return isFree(place(radar, radius), radar.ringRadii, radar, radius);
  };
  if (fits(LARGEST)) return LARGEST;
  let low = 0;
  let high = LARGEST;
  for (let step = 0; step < 5; step += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** How many names find a place beside blips that another method placed; all else as this radar has it. */
function nameBlips(index: RadarIndex, layout: RadarLayout, blips: readonly BlipPlace[]): number {
  const shown = new Map(shownTrends(index, EDITION).map((trend) => [trend.id, trend]));
  const { view, pixelsPerUnit, ringRadii } = layout;
  const inset = 6 / pixelsPerUnit;
  const { quadrants, rings } = unplaced(index);
  return placeNames({
    blips: blips.map((blip) => ({
      ...blip,
      name: shown.get(blip.id)?.name ?? '',
      marked: shown.get(blip.id)?.movement !== 'same',
    })),
    blipRadius: layout.blipRadius,
    fontSize: layout.nameSize,
    obstacles: [...layout.ringTitles.map(ringTitleBox), ...layout.quadrantTitles.map((title) => title.box)],
    bounds: {
      x: view.x + inset,
      y: view.y + inset,
      width: view.width - 2 * inset,
      height: view.height - 2 * inset,
    },
    cells: divideCells(quadrants, rings, ringRadii),
  }).size;
}

interface Picture {
  ringRadii: readonly number[];
  blips: readonly (BlipPlace & { number?: number })[];
}

type Change = Pick<Figures, 'moved' | 'movedInRings' | 'renumbered'>;

/** What a newcomer changed for the blips there before. */
function compare(before: Picture, after: Picture, newcomer: string): Change {
  const now = new Map(after.blips.map((blip) => [blip.id, blip]));
  const inserted = now.get(newcomer)?.number ?? 0;
  const count = before.blips.length;
  let moved = 0;
  let renumbered = 0;
  for (const blip of before.blips) {
    const next = now.get(blip.id);
    if (!next || Math.hypot(next.x - blip.x, next.y - blip.y) * PIXELS > MOVED) moved += 1;
    const number = blip.number ?? 0;
    if (next?.number !== (number >= inserted ? number + 1 : number)) renumbered += 1;
  }
  const ringsKept = before.ringRadii.every((radius, ring) => radius === after.ringRadii[ring]);
  return {
    moved: moved / count,
    movedInRings: ringsKept ? moved / count : null,
    renumbered: renumbered / count,
  };
}

function average(changes: readonly Change[]): Change {
  const mean = (of: (change: Change) => number | null): number | null => {
    const known = changes.map(of).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  return {
    moved: mean((change) => change.moved) ?? 0,
    movedInRings: mean((change) => change.movedInRings),
    renumbered: mean((change) => change.renumbered) ?? 0,
  };
}

/**
 * How full one cell of each ring can be before its blips must shrink or overlap, as a share of the packing bound:
 * for each count, for each ring.
 */
function measureFill(seeds: number, holds: (radar: Unplaced, radius: number) => boolean): number[][] {
  const quadrants = ['q0', 'q1', 'q2', 'q3'];
  const rings = FILL_RINGS.map((_, at) => `r${at}`);
  const cells = divideCells(quadrants, rings, FILL_RINGS).filter((cell) => cell.quadrantIndex === 0);
  return FILL_COUNTS.map((count) =>
    cells.map((cell) => {
      const area = cellArea(cellRegion(cell));
      const shares = Array.from({ length: seeds }, (_, seed) => {
        const blips = Array.from({ length: count }, (_, at) => ({
          id: `trend-${seed}-${at}`,
          quadrant: cell.quadrant,
          ring: cell.ring,
        }));
        const radar = { quadrants, rings, ringRadii: FILL_RINGS, blips };
        for (let share = 0.9; share > 0; share -= FILL_STEP) {
          const radius = Math.floor(100 * Math.sqrt((share * BOUND * area) / count / Math.PI)) / 100;
          if (holds(radar, radius)) return share;
        }
        return 0;
      });
      return shares.reduce((sum, share) => sum + share, 0) / seeds;
    }),
  );
}

function holdsOwn(radar: Unplaced, radius: number): boolean {
  return isFree(placeBlips({ ...radar, blipRadius: radius }).blips, radar.ringRadii, radar, radius);
}
