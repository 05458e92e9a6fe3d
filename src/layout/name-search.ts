import { boxesTouch, type Line, lineCrossesBox, linesCross } from './box.ts';
import { BoxGrid } from './box-grid.ts';
import type { NameCandidate } from './name-candidates.ts';

/** A name left out costs more than any flaw. */
const MISSING = 60;
const SWEEPS = 3;
const GAIN = 0.05;
/** Names so many others would have to leave for are not counted as contesting a place. */
const CONTESTERS = 3;
/** In a chain of ejections a place costs this for each name in its way, and at most so many may be. */
const EJECTION = 5;
const MOST_EJECTED = 3;

/** Chooses one candidate for every name so that none touch and the sum of costs is low. */
export class NameSearch {
  private readonly candidates: NameCandidate[][];
  private readonly choice: (NameCandidate | null)[];
  private readonly grid = new BoxGrid(70);
  private readonly leaders = new Map<number, Line>();
  private readonly across: number;
  private readonly along: number;

  /** One list of candidates for each name, cheapest first. */
  constructor(candidates: NameCandidate[][], fontSize: number) {
    this.candidates = [...candidates];
    this.choice = candidates.map(() => null);
    this.across = fontSize * 0.35;
    this.along = fontSize * 0.08;
  }

  chosen(index: number): NameCandidate | null {
    return this.choice[index] ?? null;
  }

  missing(): number[] {
    return this.choice.flatMap((choice, index) => (choice ? [] : [index]));
  }

  extend(index: number, more: readonly NameCandidate[]): void {
    this.candidates[index] = [...(this.candidates[index] ?? []), ...more].sort((a, b) => a.cost - b.cost);
  }

  /** First choices: names with the fewest candidates first, each takes its cheapest free one. */
  fill(): void {
    const order = [...this.candidates.keys()].sort(
      (a, b) => (this.candidates[a]?.length ?? 0) - (this.candidates[b]?.length ?? 0) || a - b,
    );
    for (const index of order) this.take(index, this.cheapestFree(index, Number.POSITIVE_INFINITY));
  }

  /**
   * Local search: every name looks at its cheaper candidates; it moves to a free one, or to one held by others when
   * these find other places and all together gain; `mostMoved` of them for a name without a place, else one.
   */
  improve(mostMoved: number): void {
    for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
      let changed = false;
      for (const index of this.candidates.keys()) if (this.improveOne(index, mostMoved)) changed = true;
      if (!changed) return;
    }
  }

  /**
   * For each name without a place, a chain of ejections: it takes the place where fewest are in its way, these look
   * for places in turn, and so on until all stand; a name that was sent away often is harder to send away again.
   * A chain that does not end within `steps` changes nothing.
   */
  rescue(steps: number): void {
    for (const index of this.missing()) {
      const before = [...this.choice];
      const waiting = [index];
      const sent = new Map<number, number>();
      for (let step = 0; step < steps; step += 1) {
        const next = waiting.shift();
        if (next === undefined) break;
        const best = this.leastInTheWay(next, sent);
        if (best === null) {
          waiting.push(next);
          break;
        }
        for (const holder of best.holders) {
          this.take(holder, null);
          sent.set(holder, (sent.get(holder) ?? 0) + 1);
          waiting.push(holder);
        }
        this.take(next, best.candidate);
      }
      if (waiting.length === 0) continue;
      for (const each of before.keys()) this.take(each, null);
      for (const [each, choice] of before.entries()) this.take(each, choice);
    }
  }

  private leastInTheWay(
    index: number,
    sent: ReadonlyMap<number, number>,
  ): { candidate: NameCandidate; holders: number[] } | null {
    let best: { candidate: NameCandidate; holders: number[]; burden: number } | null = null;
    for (const candidate of this.candidates[index] ?? []) {
      if (best !== null && candidate.cost >= best.burden) break;
      const holders = this.holders(index, candidate, MOST_EJECTED + 1);
      if (holders.length > MOST_EJECTED) continue;
      const burden = holders.reduce(
        (sum, holder) => sum + EJECTION * (1 + (sent.get(holder) ?? 0)) ** 2,
        candidate.cost,
      );
      if (best === null || burden < best.burden) best = { candidate, holders, burden };
    }
    return best;
  }

  /** Names without a place, and those that stand where the former would like to. */
  contested(): number[] {
    const found = new Set<number>();
    for (const index of this.missing()) {
      found.add(index);
      for (const candidate of this.candidates[index] ?? []) {
        for (const holder of this.holders(index, candidate, CONTESTERS)) found.add(holder);
      }
    }
    return [...found].sort((a, b) => a - b);
  }

  private improveOne(index: number, mostMoved: number): boolean {
    const presentCost = this.choice[index]?.cost ?? MISSING;
    // A name in place asks one neighbour to move, one without a place may ask more.
    const most = this.choice[index] ? 1 : mostMoved;
    for (const candidate of this.candidates[index] ?? []) {
      if (candidate.cost > presentCost - GAIN) return false;
      const holders = this.holders(index, candidate, most + 1);
      if (holders.length === 0) {
        this.take(index, candidate);
        return true;
      }
      if (holders.length <= most && this.exchange(index, candidate, holders)) return true;
    }
    return false;
  }

  /** Gives `candidate` to `index` if its holders can all go elsewhere at an overall gain; else changes nothing. */
  private exchange(index: number, candidate: NameCandidate, holders: readonly number[]): boolean {
    const moved = [index, ...holders];
    const before = moved.map((each) => this.choice[each] ?? null);
    let budget = before.reduce((sum, each) => sum + (each?.cost ?? MISSING), 0) - candidate.cost - GAIN;
    for (const holder of holders) this.take(holder, null);
    this.take(index, candidate);
    for (const holder of holders) {
      const elsewhere = this.cheapestFree(holder, budget);
      budget -= elsewhere?.cost ?? MISSING;
      this.take(holder, elsewhere);
    }
    if (budget >= 0) return true;
    for (const each of moved) this.take(each, null);
    for (const [i, each] of moved.entries()) this.take(each, before[i] ?? null);
    return false;
  }

  private cheapestFree(index: number, below: number): NameCandidate | null {
    for (const candidate of this.candidates[index] ?? []) {
      if (candidate.cost >= below) return null;
      if (this.holders(index, candidate, 1).length === 0) return candidate;
    }
    return null;
  }

  /** Other names that a candidate would touch, up to `most`. */
  private holders(index: number, candidate: NameCandidate, most: number): number[] {
    const found: number[] = [];
    const note = (other: number): void => {
      if (other !== index && found.length < most && !found.includes(other)) found.push(other);
    };
    const padded = {
      x: candidate.x - this.across,
      y: candidate.y - this.along,
      width: candidate.width + 2 * this.across,
      height: candidate.height + 2 * this.along,
    };
    this.grid.visit(padded, (other) => {
      const box = this.choice[other];
      if (box && boxesTouch(padded, box)) note(other);
    });
    for (const [other, line] of this.leaders) {
      if (lineCrossesBox(line, padded)) note(other);
      else if (candidate.leader && linesCross(line, candidate.leader)) note(other);
    }
    const { leader } = candidate;
    if (leader) {
      const [x1, y1, x2, y2] = leader;
      const reach = {
        x: Math.min(x1, x2),
        y: Math.min(y1, y2),
        width: Math.abs(x2 - x1),
        height: Math.abs(y2 - y1),
      };
      this.grid.visit(reach, (other) => {
        const box = this.choice[other];
        if (box && lineCrossesBox(leader, box)) note(other);
      });
    }
    return found;
  }

  private take(index: number, candidate: NameCandidate | null): void {
    const before = this.choice[index];
    if (before) {
      this.grid.remove(index, before);
      this.leaders.delete(index);
    }
    this.choice[index] = candidate;
    if (!candidate) return;
    this.grid.add(index, candidate);
    if (candidate.leader) this.leaders.set(index, candidate.leader);
  }
}
