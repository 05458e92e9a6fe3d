/** What flows down columns and is never divided. Lengths in one unit, whichever. */
export interface FlowBlock {
  height: number;
  /** Space above it, unless a column begins with it. */
  gap: number;
  /** Whether the next block stands below it in the same column: a heading is never left alone. */
  keepsWithNext?: boolean;
  /** Whether it opens a section, so that a column begins with it best. */
  opens?: boolean;
}

/** Where a block stands: `column` from 0, `y` from the top of the column. */
export interface FlowPlace {
  column: number;
  y: number;
}

/** A break within a section costs as much as two columns that differ from their mean by a third of it. */
const BREAK_COST = 0.22;

/**
 * Shares blocks out to columns, in their order: about equally long, and with breaks between sections rather than
 * within one where the lengths allow it.
 *
 * @returns a place for each block, or null where they do not fit
 */
export function flowColumns(
  blocks: readonly FlowBlock[],
  { columns, height }: { columns: number; height: number },
): FlowPlace[] | null {
  const count = blocks.length;
  // where a block would end if all stood in one column
  const ends: number[] = [];
  for (const block of blocks) ends.push((ends.at(-1) ?? 0) + block.gap + block.height);
  const lengthOf = (from: number, to: number) =>
    (ends[to - 1] ?? 0) - (ends[from - 1] ?? 0) - (blocks[from]?.gap ?? 0);
  const mean = (ends.at(-1) ?? 0) / columns;
  const breakCost = BREAK_COST * mean * mean;

  // costs[to]: the least cost of the first `to` blocks in the columns so far, the last of which begins at starts[to]
  let costs: number[] = [0];
  const starts: number[][] = [];
  for (let column = 0; column < columns; column += 1) {
    const next = [...costs];
    const begins = next.map((_, to) => to);
    for (let from = 0; from < count; from += 1) {
      const before = costs[from];
      if (before === undefined || !Number.isFinite(before)) continue;
      const cost = before + (from === 0 || blocks[from]?.opens === true ? 0 : breakCost);
      for (let to = from + 1; to <= count; to += 1) {
        const length = lengthOf(from, to);
        if (length > height + 1e-6) break;
        if (to < count && blocks[to - 1]?.keepsWithNext === true) continue;
        if (cost + length * length < (next[to] ?? Number.POSITIVE_INFINITY)) {
          next[to] = cost + length * length;
          begins[to] = from;
        }
      }
    }
    costs = Array.from(next, (cost) => cost ?? Number.POSITIVE_INFINITY);
    starts.push(begins);
  }
  if (!Number.isFinite(costs[count] ?? Number.POSITIVE_INFINITY)) return null;

  const places: FlowPlace[] = [];
  let to = count;
  for (let column = columns - 1; column >= 0; column -= 1) {
    const from = starts[column]?.[to] ?? to;
    const top = (ends[from - 1] ?? 0) + (blocks[from]?.gap ?? 0);
    for (let at = from; at < to; at += 1) {
      places[at] = { column, y: (ends[at] ?? 0) - (blocks[at]?.height ?? 0) - top };
    }
    to = from;
  }
  return places;
}
