import { borderDistance, type CellRegion, cellArea, cellGrid, type Point } from './cell-region.ts';
import { chooseOrder, wishIndex } from './choose-order.ts';
import { hashText } from './hash-text.ts';

/** Names run sideways, so blips keep more distance across than up and down: the ratio of the two. */
const STRETCH = 1.35;
/** Share of the cell that circles of half the wished distance may cover when the cell's size class is full. */
const COVER = 0.2;
/** Size classes; the wished distance depends on the class only, so that one more blip rarely changes it. */
const CLASSES: readonly number[] = [3, 6, 12, 24, 48, 96, 192];
/** Points of a cell that blips choose from; more make it slower, fewer show as rows. */
const SITES = 480;
const WISHES = 24;
/** Of so many acceptable wishes the one farthest from the others is taken. */
const CHOICES = 3;
/** Distance to the border, as a share of the ring's width and at most. */
const MARGIN_SHARE = 0.3;
const MARGIN_MOST = 34;

/** A scattering under way: where blips may stand, where they do already, and how far apart they wish to be. */
export interface Scatter {
  region: CellRegion;
  sites: Point[];
  /** Half the distance blips wish to keep from each other, radar units. */
  comfort: number;
  /** Half the distance they must keep. */
  least: number;
  placed: Map<string, Point>;
}

/** Prepares a cell that is to hold `count` blips; `least` is the radius that each must have to itself. */
export function startScatter(region: CellRegion, count: number, least: number): Scatter {
  const area = cellArea(region);
  const full = CLASSES.find((size) => count <= size) ?? count;
  const comfort = Math.sqrt((COVER * area) / (Math.PI * full));
  const width = region.outerRadius - region.innerRadius;
  const margin = Math.max(least, Math.min(MARGIN_MOST, MARGIN_SHARE * width));
  const sites = cellGrid(region, margin, Math.max(3, Math.sqrt(area / SITES)));
  return { region, sites, comfort: Math.max(comfort, least), least, placed: new Map() };
}

/**
 * Gives each id a place of its own, the way darts are thrown (Poisson disc sampling): in hash order, each takes the
 * first of its hashed wishes that is far enough from those already placed, else the largest hole. One blip more or
 * less disturbs only those who wished for its neighbourhood. Answers false when some hole was too narrow.
 */
export function scatterBlips(scatter: Scatter, ids: readonly string[]): boolean {
  if (scatter.sites.length === 0) return ids.length === 0;
  for (const id of chooseOrder(ids)) {
    const point = wishedSite(scatter, id) ?? largestHole(scatter);
    if (!point || freeRadius(scatter, point) < scatter.least) return false;
    scatter.placed.set(id, { x: point.x, y: point.y });
  }
  return true;
}

function wishedSite(scatter: Scatter, id: string): Point | null {
  const hash = hashText(id);
  const wanted = 4 * scatter.comfort * scatter.comfort;
  let best: Point | null = null;
  let widest = 0;
  let compared = 0;
  for (let turn = 0; turn < WISHES && compared < CHOICES; turn += 1) {
    const site = scatter.sites[wishIndex(hash, turn, scatter.sites.length)];
    if (!site) break;
    const space = stretchedSquare(scatter.placed, site, wanted);
    if (space < wanted || freeRadius(scatter, site) < scatter.least) continue;
    compared += 1;
    if (space > widest) {
      widest = space;
      best = site;
    }
  }
  return best;
}

function largestHole(scatter: Scatter): Point | null {
  let best: Point | null = null;
  let widest = -1;
  for (const site of scatter.sites) {
    const space = stretchedSquare(scatter.placed, site, widest);
    if (space > widest && freeRadius(scatter, site) >= scatter.least) {
      widest = space;
      best = site;
    }
  }
  return best;
}

/** Square distance to the nearest placed blip, in an ellipse of the area of a circle; gives up below `enough`. */
function stretchedSquare(placed: ReadonlyMap<string, Point>, site: Point, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const point of placed.values()) {
    const dx = point.x - site.x;
    const dy = point.y - site.y;
    const square = (dx * dx) / STRETCH + dy * dy * STRETCH;
    if (square < least) least = square;
    if (least < enough) return least;
  }
  return least;
}

/** Radius a circle can have here without leaving the cell or taking more than its half from a placed blip. */
export function freeRadius(scatter: Pick<Scatter, 'region' | 'placed'>, { x, y }: Point): number {
  let square = Number.POSITIVE_INFINITY;
  for (const point of scatter.placed.values()) {
    square = Math.min(square, (point.x - x) * (point.x - x) + (point.y - y) * (point.y - y));
  }
  return Math.min(borderDistance(scatter.region, x, y), Math.sqrt(square) / 2);
}
