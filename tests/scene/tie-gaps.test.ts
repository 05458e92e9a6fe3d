import { describe, expect, it } from 'vitest';
import { readRadar } from '../../src/cli/read-radar.ts';
import { latestEdition } from '../../src/domain/editions.ts';
import { buildDetail, buildIndex } from '../../src/domain/radar-index.ts';
import { type Box, boxDistance } from '../../src/layout/box.ts';
import { layOutRadar } from '../../src/layout/lay-out-radar.ts';
import { buildTieGaps } from '../../src/scene/tie-gaps.ts';
import { buildTieShapes } from '../../src/scene/tie-shapes.ts';

const { radar } = await readRadar('data');
if (radar === null) throw new Error('the built-in radar has faults');
const index = buildIndex(radar);
const edition = latestEdition(index.editions).id;

/** The boxes and discs of a path that is made of them. */
function readGaps(path: string) {
  const number = '(-?[\\d.]+)';
  const all = (pattern: string) =>
    [...path.matchAll(new RegExp(pattern, 'g'))].map((match) => match.slice(1).map(Number));
  const boxes = all(`M${number} ${number}h${number}v${number}h-`).map(
    ([x = 0, y = 0, width = 0, height = 0]): Box => ({ x, y, width, height }),
  );
  const discs = all(`M${number} ${number}a${number} `).map(([x = 0, y = 0, r = 0]) => ({ x: x + r, y, r }));
  return { boxes, discs };
}

describe('where the lines of relations leave gaps', () => {
  it.each([
    [840, 662],
    [1260, 1022],
  ])('are all lit names, labels and discs of the built-in radar, at %i × %i', (width, height) => {
    const layout = layOutRadar(index, { edition, frame: { width, height }, names: true });
    const most = index.trends.toSorted((a, b) => b.related.length - a.related.length).slice(0, 12);
    for (const { id } of most) {
      const trend = radar.trends.find((entry) => entry.id === id);
      if (trend === undefined) throw new Error('a trend');
      const shapes = buildTieShapes(layout, id, buildDetail(radar, trend).ties);
      const { boxes, discs } = readGaps(buildTieGaps(layout, id, shapes));
      const lit = new Set([id, ...shapes.map((shape) => shape.trend)]);
      expect(discs).toHaveLength(lit.size);
      for (const name of [...lit].flatMap((entry) => layout.names.get(entry) ?? [])) {
        for (const at of name.lines.keys()) {
          const y = name.y + ((at + 0.5) * name.height) / name.lines.length;
          const x = name.align === 'start' ? name.x + 1 : name.x + name.width - 1;
          const inside = boxes.some(
            (box) => boxDistance(box, name.align === 'middle' ? name.x + name.width / 2 : x, y) === 0,
          );
          expect([name.id, at, inside]).toEqual([name.id, at, true]);
        }
      }
      for (const { label } of shapes) {
        if (label === null) continue;
        const { x, y } = label.box;
        expect(boxes.some((box) => boxDistance(box, x + label.box.width / 2, y + 1) === 0)).toBe(true);
      }
    }
  });
});
