import { describe, expect, it } from 'vitest';
import {
  countFacets,
  filterTrends,
  formatFilters,
  NO_FILTERS,
  parseFilters,
} from '../../src/domain/assessing/filters.ts';
import { walkSearchTexts } from '../../src/domain/assessing/search-text.ts';
import { buildRows } from '../../src/domain/assessing/table-columns.ts';
import type { Radar } from '../../src/domain/radar.ts';
import { buildIndex } from '../../src/domain/radar-index.ts';
import { sampleRadar } from '../support/sample-radar.ts';

/** The sample with tags on both trends, and one that is described. */
function toldRadar(): Radar {
  const radar = sampleRadar();
  const told = [
    {
      description: '# What\n\nIt is **quick**.\n\n[More](https://example.org)',
      tags: ['speech', 'old, but gold'],
      links: [{ title: 'The handbook', url: 'https://example.org/h' }, { url: 'https://example.org/bare' }],
    },
    { tags: ['speech', 'audio'] },
  ];
  radar.trends = radar.trends.map((trend, at) => ({ ...trend, ...told[at] }));
  return radar;
}

describe('tags', () => {
  it('are offered as filters by how many trends have them, and only where the radar has any', () => {
    const tagsOf = (radar: Radar) =>
      countFacets(radar, buildIndex(radar), '2024', NO_FILTERS).find(({ id }) => id === 'tag');
    expect(tagsOf(toldRadar())?.title).toBe('Tag');
    expect(tagsOf(toldRadar())?.values.map(({ label, words, count }) => [label, words, count])).toEqual([
      ['speech', 'Tag speech', 2],
      ['audio', 'Tag audio', 1],
      ['old, but gold', 'Tag old, but gold', 1],
    ]);
    expect(tagsOf(sampleRadar())?.values).toEqual([]);
  });

  it('filter, and go through the address as they are written', () => {
    const radar = toldRadar();
    const filters = parseFilters(formatFilters({ ...NO_FILTERS, tag: ['old, but gold'] }));
    expect([...filterTrends(radar, buildIndex(radar), '2024', filters)]).toEqual(['attention']);
  });

  it('have a column in the table', () => {
    const radar = toldRadar();
    const rows = buildRows({
      radar,
      index: buildIndex(radar),
      edition: '2024',
      numbers: new Map(),
      verdicts: null,
    });
    expect(rows.map((row) => row.cells.tags.text)).toEqual(['speech; old, but gold', 'speech; audio']);
  });
});

describe('what is told of a trend', () => {
  it('is searched without its marks, each place with the element that shows it', () => {
    const found = [...walkSearchTexts(toldRadar())]
      .filter(({ trend, kind }) => trend === 'attention' && ['description', 'tag', 'link'].includes(kind))
      .map(({ where, anchor, text }) => [where, anchor, text]);
    expect(found).toEqual([
      ['Description', 'description', 'What It is quick. More'],
      ['Tag', 'tags', 'speech'],
      ['Tag', 'tags', 'old, but gold'],
      ['Link', 'links', 'The handbook'],
      ['Link', 'links', 'https://example.org/bare'],
    ]);
  });
});
