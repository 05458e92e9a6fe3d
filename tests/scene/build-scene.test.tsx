import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { RadarIndex } from '../../src/domain/radar-index.ts';
import { shownTrends } from '../../src/domain/shown-trends.ts';
import { layOutRadar } from '../../src/layout/lay-out-radar.ts';
import { buildScene } from '../../src/scene/build-scene.ts';
import { RadarSvg } from '../../src/scene/radar-svg.tsx';
import { THEMES } from '../../src/scene/theme.ts';

const INDEX: RadarIndex = {
  title: 'Radar <of> "things" & more',
  quadrants: ['a', 'b'].map((id) => ({ id, name: id.toUpperCase() })),
  rings: ['adopt', 'trial', 'assess'].map((id) => ({ id, name: id })),
  editions: [
    { id: 'e1', date: '2024' },
    { id: 'e2', date: '2025' },
  ],
  articles: [],
  sourceCount: 0,
  trends: [
    trend(
      'in',
      [
        ['e1', 'trial'],
        ['e2', 'adopt'],
      ],
      'strong',
      true,
    ),
    trend(
      'out',
      [
        ['e1', 'adopt'],
        ['e2', 'assess'],
      ],
      'moderate',
      true,
    ),
    trend('new', [['e2', 'trial']], 'thin', false),
    trend(
      'same',
      [
        ['e1', 'trial'],
        ['e2', 'trial'],
      ],
      'none',
      true,
    ),
  ],
};

function trend(
  id: string,
  placements: [string, string][],
  strength: 'strong' | 'moderate' | 'thin' | 'none',
  earned: boolean,
): RadarIndex['trends'][number] {
  return {
    id,
    name: `Trend ${id}`,
    quadrant: 'a',
    placements: placements.map(([edition, ring]) => ({ edition, ring, strength, earned })),
    related: [],
  };
}

function sceneOf(index: RadarIndex, quadrant: string | null = null, side = 1000) {
  const layout = layOutRadar(index, {
    edition: 'e2',
    frame: { width: side, height: side },
    names: true,
    quadrant,
  });
  const facts = new Map(shownTrends(index, 'e2').map((shown) => [shown.id, shown]));
  return buildScene(index, layout, facts, THEMES.light);
}

const scene = sceneOf(INDEX);
const blip = (id: string) => {
  const found = scene.blips.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no blip ${id}`);
  return found;
};

describe('the scene', () => {
  it('tells strength by fill and dash, so that no colour is needed', () => {
    const looks = ['in', 'out', 'new', 'same'].map((id) => [blip(id).fill, blip(id).stroke, blip(id).dash]);
    expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(4);
    expect(blip('new').dash).not.toBeNull();
    expect(blip('in').fill).toBe(blip('in').stroke);
  });

  it('points the chevron toward the centre for moved in and away for moved out', () => {
    const tip = (id: string) => {
      const [, x = '', y = ''] = /L(\S+) (\S+?)L/.exec(blip(id).mark?.path ?? '') ?? [];
      return Math.hypot(Number(x), Number(y)) - Math.hypot(blip(id).x, blip(id).y);
    };
    expect(tip('in')).toBeLessThan(-blip('in').radius);
    expect(tip('out')).toBeGreaterThan(blip('out').radius);
    expect(blip('new').mark?.fill).toBe('none');
    expect(blip('same').mark).toBeNull();
  });

  it('says everything of a blip to those who hear it', () => {
    expect(blip('new').label).toBe(
      `Trend new, number ${blip('new').number.text}, A, trial, new, thin evidence, ring not earned`,
    );
  });

  it('does not depend on the order of the trends', () => {
    const reversed = sceneOf({ ...INDEX, trends: [...INDEX.trends].reverse() });
    const sorted = (blips: readonly { id: string }[]) => [...blips].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(reversed.blips)).toEqual(sorted(scene.blips));
  });

  it('draws a file that is complete by itself: every text escaped, no class, style sheet or variable', () => {
    const markup = renderToStaticMarkup(<RadarSvg scene={scene} />);
    expect(markup).toContain('Radar &lt;of&gt; &quot;things&quot; &amp; more');
    expect(markup).toContain('Trend');
    expect(markup).not.toMatch(/class=|<style|var\(|tabindex/i);
    expect(markup.match(/data-blip=/g)).toHaveLength(4);
  });

  it('draws one quadrant alone: its sector of each ring, its rim, its title and its blips', () => {
    const alone = sceneOf(INDEX, 'a');
    expect(alone.rims).toEqual([scene.rims[0]]);
    expect(alone.quadrantTitles.map(({ quadrant, title }) => [quadrant, title.fill])).toEqual([
      ['a', scene.rims[0]?.fill],
    ]);
    const wholeRings = scene.rings.map((ring) => ring.path);
    expect(alone.rings).toHaveLength(wholeRings.length);
    for (const { path } of alone.rings) expect(wholeRings).not.toContain(path);
    expect(alone.blips).toHaveLength(4);
    expect(sceneOf(INDEX, 'b').blips).toHaveLength(0);
  });

  it('says of a crowd how many it holds, and what a click does', () => {
    const trends = Array.from({ length: 900 }, (_, at) =>
      trend(`t${at}`, [['e2', at < 5 ? 'assess' : 'adopt']], 'none', true),
    );
    const crowded = sceneOf({ ...INDEX, trends }, null, 300);
    const markup = renderToStaticMarkup(<RadarSvg scene={crowded} />);
    expect(markup).toContain('+895');
    expect(markup).toContain('A, adopt: 895 trends, too many to be drawn here. Opens the quadrant.');
    expect(crowded.blips).toHaveLength(5);
  });

  it('dims what is neither selected nor tied to it', () => {
    const markup = renderToStaticMarkup(
      <RadarSvg scene={scene} emphasis={{ selected: 'in', lit: new Set(['out']) }} />,
    );
    const dimmed = [...markup.matchAll(/data-blip="(\w+)" opacity/g)].map((match) => match[1]);
    expect(dimmed.sort()).toEqual(['new', 'same']);
  });
});
