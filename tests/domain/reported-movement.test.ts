import { describe, expect, it } from 'vitest';
import {
  countFacets,
  describeFilters,
  filterTrends,
  NO_FILTERS,
} from '../../src/domain/assessing/filters.ts';
import { buildRows } from '../../src/domain/assessing/table-columns.ts';
import { judgeTrends } from '../../src/domain/judge-trends.ts';
import type { Movement, Radar } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { shownTrends } from '../../src/domain/shown-trends.ts';
import { movementWords } from '../../src/domain/words.ts';
import { describeBlip } from '../../src/scene/describe-blip.ts';

/** Two trends that stand in the same ring in both editions; what is reported of them, in each. */
function radarOf(reports: (Movement | undefined)[], editions = ['2025']): Radar {
  return {
    version: 1,
    title: 'Radar',
    quadrants: ['one', 'two'].map((id) => ({ id, name: id })),
    rings: ['adopt', 'trial'].map((id) => ({ id, name: id })),
    editions: editions.map((id) => ({ id, date: id })),
    sources: [],
    trends: reports.map((moved, at) => ({
      id: `t${at}`,
      name: `Trend ${at}`,
      quadrant: 'one',
      placements: editions.map((edition) => ({ edition, ring: 'adopt', ...(moved && { moved }) })),
    })),
  };
}

const shown = (radar: Radar, edition: string) => shownTrends(buildIndex(radar), edition);

describe('movement as reported', () => {
  it('counts in a first edition, and is marked as such where it is a movement', () => {
    const trends = shown(radarOf(['in', 'same', undefined]), '2025');
    expect(trends.map(({ movement }) => movement)).toEqual(['in', 'same', 'same']);
    expect(trends.map(({ reported }) => reported)).toEqual([true, undefined, undefined]);
  });

  it('gives way to what the editions show', () => {
    const radar = radarOf(['in', 'new'], ['2025', '2026']);
    expect(shown(radar, '2026').map(({ movement }) => movement)).toEqual(['same', 'same']);
    expect(shown(radar, '2026').some(({ reported }) => reported)).toBe(false);
    expect(shown(radar, '2025').map(({ movement }) => movement)).toEqual(['in', 'new']);
  });

  it('stands in the index only where it is given', () => {
    const [first, second] = buildIndex(radarOf(['out', undefined])).trends;
    expect(first?.placements[0]).toMatchObject({ moved: 'out' });
    expect(second?.placements[0]).not.toHaveProperty('moved');
  });

  it('is said to be reported, wherever it is said', () => {
    const radar = radarOf(['in', 'same', undefined]);
    const index = buildIndex(radar);
    expect(movementWords('in', null)).toBe('Moved in, as reported');
    expect(movementWords('same', null)).toBeNull();
    const rows = buildRows({ radar, index, edition: '2025', numbers: new Map(), verdicts: null });
    expect(rows.map((row) => row.cells.movement.text)).toEqual([
      'Moved in, as reported',
      'No change, as reported',
      'First edition',
    ]);
    const { trends } = judgeTrends(radar, index, '2025', ['t0', 't1']);
    expect(trends.map(({ moved }) => moved)).toEqual(['Moved in, as reported', null]);
    const label = { number: 1, quadrant: 'one', ring: 'adopt' };
    expect(shownTrends(index, '2025').map((trend) => describeBlip({ ...trend, ...label }))).toEqual([
      'Trend 0, number 1, one, adopt, moved in, as reported, no evidence recorded, ring not earned',
      'Trend 1, number 1, one, adopt, no change, no evidence recorded, ring not earned',
      'Trend 2, number 1, one, adopt, no change, no evidence recorded, ring not earned',
    ]);
  });

  it('can be filtered by where any is reported', () => {
    const radar = radarOf(['in', 'same', undefined]);
    const index = buildIndex(radar);
    const movementIn = (of: Radar, edition: string) =>
      countFacets(of, buildIndex(of), edition, NO_FILTERS).find(({ id }) => id === 'movement');
    expect(movementIn(radar, '2025')).toMatchObject({
      title: 'Movement, as reported',
      values: [{ value: 'new' }, { value: 'in', count: 1 }, { value: 'out' }, { value: 'same', count: 2 }],
    });
    expect(movementIn(radarOf(['same', undefined]), '2025')?.values).toEqual([]);
    expect(movementIn(radarOf(['in'], ['2025', '2026']), '2026')?.title).toBe('Movement');
    const filters = { ...NO_FILTERS, movement: ['in'] };
    expect([...filterTrends(radar, index, '2025', filters)]).toEqual(['t0']);
    expect(describeFilters(filters, radar, index).map(({ words }) => words)).toEqual([
      'Moved in, as reported',
    ]);
    const two = radarOf(['in'], ['2025', '2026']);
    const chips = (edition?: string) => describeFilters(filters, two, buildIndex(two), edition)[0]?.words;
    expect(chips()).toBe('Moved in');
    expect(chips('2025')).toBe('Moved in, as reported');
  });
});
