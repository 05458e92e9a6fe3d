import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlowBlock, flowColumns } from '../../src/layout/flow-columns.ts';

const block = (height: number, rest: Partial<FlowBlock> = {}): FlowBlock => ({ height, gap: 0, ...rest });
const columnsOf = (blocks: FlowBlock[], columns: number, height: number) =>
  flowColumns(blocks, { columns, height })?.map((place) => place.column);

describe('flowColumns', () => {
  it('balances columns', () => {
    expect(
      columnsOf(
        [10, 10, 10, 10, 10, 10].map((height) => block(height)),
        3,
        100,
      ),
    ).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('never leaves a heading at the foot of a column', () => {
    const blocks = [block(20), block(20), block(5, { keepsWithNext: true, opens: true }), block(20)];
    expect(columnsOf(blocks, 2, 60)).toEqual([0, 0, 1, 1]);
    // in columns of 45 the heading alone would still fit below the first two
    expect(columnsOf(blocks, 2, 45)).toEqual([0, 0, 1, 1]);
  });

  it('rather breaks between sections than within one', () => {
    const even = Array.from({ length: 8 }, (_, at) => block(10, { opens: at === 0 }));
    expect(columnsOf(even, 2, 100)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    const sections = even.map((entry, at) => (at === 3 ? { ...entry, opens: true } : entry));
    expect(columnsOf(sections, 2, 100)).toEqual([0, 0, 0, 1, 1, 1, 1, 1]);
    // unless the columns are then too short for it
    expect(columnsOf(sections, 2, 45)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it('leaves out the gap above the first block of a column', () => {
    const places = flowColumns([block(10, { gap: 5 }), block(10, { gap: 5 })], { columns: 2, height: 10 });
    expect(places).toEqual([
      { column: 0, y: 0 },
      { column: 1, y: 0 },
    ]);
  });

  it('says where the blocks do not fit', () => {
    expect(columnsOf([block(11)], 3, 10)).toBeUndefined();
    expect(columnsOf([block(6), block(6), block(6)], 2, 10)).toBeUndefined();
    expect(columnsOf([block(5, { keepsWithNext: true }), block(6)], 2, 10)).toBeUndefined();
    expect(columnsOf([], 2, 10)).toEqual([]);
  });

  it('keeps order, limits, gaps and headings for any blocks', () => {
    const any = fc.record({
      height: fc.integer({ min: 1, max: 30 }),
      gap: fc.integer({ min: 0, max: 8 }),
      keepsWithNext: fc.boolean(),
      opens: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 25 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 20, max: 200 }),
        (blocks, columns, height) => {
          const places = flowColumns(blocks, { columns, height });
          fc.pre(places !== null);
          for (const [at, place] of (places ?? []).entries()) {
            const [own, before, last] = [blocks[at], places?.[at - 1], blocks[at - 1]];
            expect(place.column).toBeLessThan(columns);
            expect(place.y + (own?.height ?? 0)).toBeLessThanOrEqual(height + 0.001);
            if (before === undefined || before.column !== place.column) {
              expect(place.y).toBeCloseTo(0);
              expect(place.column).toBeGreaterThanOrEqual(before?.column ?? 0);
              if (before !== undefined) expect(last?.keepsWithNext).toBe(false);
            } else expect(place.y).toBeCloseTo(before.y + (last?.height ?? 0) + (own?.gap ?? 0));
          }
        },
      ),
    );
  });
});
