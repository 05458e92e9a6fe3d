import { describe, expect, it } from 'vitest';
import { checkRadar } from '../../src/domain/check-radar.ts';
import { buildEmptyRadar, checkPlan } from '../../src/domain/empty-radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { formatRadarJson, parseRadarJson } from '../../src/formats/radar-json.ts';

const plan = {
  title: ' Ours ',
  quadrants: ['Tools', 'C++', 'C#', '道具', 'tools 2'],
  rings: ['Adopt', 'Trial', 'Assess'],
};

describe('a new radar', () => {
  it('is valid and survives its file, though it has no trends', () => {
    expect(checkPlan(plan)).toEqual({});
    const radar = buildEmptyRadar(plan, '2026-05-04');
    expect(radar).toMatchObject({ title: 'Ours', editions: [{ id: '2026-05-04', date: '2026-05-04' }] });
    expect(radar.quadrants.map(({ name }) => name)).toEqual(plan.quadrants);
    expect(checkRadar(radar)).toEqual([]);
    expect(parseRadarJson(formatRadarJson(radar), 'new.radar.json')).toEqual({ radar, issues: [] });
    expect(buildIndex(radar).trends).toEqual([]);
  });

  it('is not made of a plan that names too few, too many, nothing, or the same twice', () => {
    const many = Array.from({ length: 9 }, (_, at) => `Ring ${at}`);
    expect(checkPlan({ title: ' ', quadrants: ['One'], rings: many })).toEqual({
      title: expect.stringContaining('empty'),
      quadrants: 'There is 1 name: give 2 to 8, each on a line of its own.',
      rings: 'There are 9 names: give 1 to 8, each on a line of its own.',
    });
    expect(checkPlan({ ...plan, quadrants: ['Tools', ' tools'], rings: ['Adopt', ''] })).toEqual({
      quadrants: '“tools” is given twice: name them apart.',
      rings: expect.stringContaining('empty'),
    });
  });
});
