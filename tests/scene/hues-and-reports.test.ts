import { describe, expect, it } from 'vitest';
import type { Movement, Radar } from '../../src/domain/radar.ts';
import { buildDetail, buildIndex } from '../../src/domain/radar-index.ts';
import { shownTrends } from '../../src/domain/shown-trends.ts';
import { layOutRadar } from '../../src/layout/lay-out-radar.ts';
import { buildPoster } from '../../src/scene/build-poster.ts';
import { buildScene } from '../../src/scene/build-scene.ts';
import { THEMES } from '../../src/scene/theme.ts';
import { POSTER_OPTIONS } from '../support/poster-options.ts';

const MAINS = THEMES.light.quadrants.map(({ main }) => main);

function radarOf(moved: (Movement | undefined)[], hued: boolean): Radar {
  return {
    version: 1,
    title: 'Radar',
    quadrants: [
      { id: 'one', name: 'One' },
      { id: 'two', name: 'Two', ...(hued ? { hue: 'blue' as const } : {}) },
    ],
    rings: [{ id: 'adopt', name: 'Adopt' }],
    editions: [{ id: 'now', date: '2026' }],
    sources: [],
    trends: moved.map((report, at) => ({
      id: `t${at}`,
      name: `Trend ${at}`,
      quadrant: at % 2 === 0 ? 'one' : 'two',
      placements: [{ edition: 'now', ring: 'adopt', ...(report && { moved: report }) }],
    })),
  };
}

const OPTIONS = { ...POSTER_OPTIONS, edition: 'now' };
const posterOf = (radar: Radar, more: object = {}) =>
  buildPoster(buildIndex(radar), null, { ...OPTIONS, ...more });
const wordsOf = (poster: { texts: readonly { text: string }[] }) =>
  poster.texts.map(({ text }) => text).join(' ');

describe('a chosen hue', () => {
  const radar = radarOf([undefined, undefined], true);
  const index = buildIndex(radar);

  it('colours rim, title and blips of its quadrant, and pushes the other one off', () => {
    const layout = layOutRadar(index, { edition: 'now', frame: { width: 1000, height: 1000 }, names: false });
    const facts = new Map(
      shownTrends(index, 'now').map((trend) => [trend.id, { ...trend, strength: 'strong' as const }]),
    );
    const scene = buildScene(index, layout, facts, THEMES.light);
    const [first, second] = [MAINS[1], MAINS[0]];
    expect(scene.rims.map(({ fill }) => fill)).toEqual([first, second]);
    expect(scene.quadrantTitles.map(({ quadrant, title }) => [quadrant, title.fill])).toEqual([
      ['one', first],
      ['two', second],
    ]);
    expect(scene.blips.map(({ id, fill }) => [id, fill])).toEqual([
      ['t0', first],
      ['t1', second],
    ]);
  });

  it('moves nothing', () => {
    const places = (hued: boolean) =>
      layOutRadar(buildIndex(radarOf([undefined, undefined], hued)), {
        edition: 'now',
        frame: { width: 1000, height: 1000 },
        names: true,
      });
    expect(places(true)).toEqual(places(false));
  });

  it('colours the lists of a poster, and a sheet', () => {
    const fills = new Map(posterOf(radar).texts.map(({ text, fill }) => [text, fill]));
    expect([fills.get('One'), fills.get('Two')]).toEqual([MAINS[1], MAINS[0]]);
    const [, trend] = radar.trends;
    if (trend === undefined) throw new Error('a radar of two trends');
    const options = { ...OPTIONS, scope: { kind: 'trend' as const, trend: trend.id } };
    const sheet = buildPoster(index, buildDetail(radar, trend), options);
    expect(sheet.texts.find(({ text }) => text === 'Two')?.fill).toBe(MAINS[0]);
  });
});

describe('the legend of a poster', () => {
  it('explains movement as reported in an only edition, where any trend is reported to have moved', () => {
    expect(wordsOf(posterOf(radarOf(['new', undefined], false)))).toContain('As reported: new moved in');
    expect(wordsOf(posterOf(radarOf(['same', undefined], false)))).not.toContain('moved in');
    expect(wordsOf(posterOf(radarOf([undefined], false)))).not.toContain('moved in');
  });

  it('says it on a sheet', () => {
    const radar = radarOf(['out'], false);
    const [trend] = radar.trends;
    if (trend === undefined) throw new Error('a radar of one trend');
    const options = { ...OPTIONS, scope: { kind: 'trend' as const, trend: trend.id } };
    expect(wordsOf(buildPoster(buildIndex(radar), buildDetail(radar, trend), options))).toContain(
      'Moved out, as reported',
    );
  });
});
