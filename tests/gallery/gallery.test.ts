import { readdirSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { RadarIndex } from '../../src/domain/radar-index.ts';
import { shownTrends } from '../../src/domain/shown-trends.ts';
import { layOutRadar } from '../../src/layout/lay-out-radar.ts';
import { buildPoster } from '../../src/scene/build-poster.ts';
import { buildScene } from '../../src/scene/build-scene.ts';
import { RadarSvg } from '../../src/scene/radar-svg.tsx';
import { renderPoster } from '../../src/scene/render-poster.ts';
import { THEMES, type ThemeName } from '../../src/scene/theme.ts';
import { POSTER_OPTIONS } from '../support/poster-options.ts';
import { EDITION, GALLERY, POSTERS } from './radars.ts';

/** The chart of the page on a screen of 1920x1080, in px. */
const FRAME = { width: 1260, height: 1022 };
const LARGEST_FILE = 200_000;
/** What all posters of the gallery share. */
const POSTER = { ...POSTER_OPTIONS, edition: EDITION };

describe('the gallery', () => {
  it.each(GALLERY)('$file looks as it did', async ({ file, theme, index, blips, names }) => {
    const svg = draw(index, theme);
    expect(svg.match(/ data-blip="/g) ?? [], `${file}: blips`).toHaveLength(blips);
    expect(svg.match(/ data-disc="/g) ?? [], `${file}: discs`).toHaveLength(blips);
    expect(countNames(svg), `${file}: names`).toBeGreaterThanOrEqual(names);
    expect(svg, `${file} must stand alone`).not.toMatch(/var\(|class=|href=|NaN|undefined|Infinity/);
    expect(Buffer.byteLength(svg), `${file}: bytes`).toBeLessThan(LARGEST_FILE);
    await expect(
      svg,
      `tests/gallery/${file} is not what is drawn now; where the new picture is right, rewrite it with \`npm run gallery\``,
    ).toMatchFileSnapshot(file);
  });

  it.each(POSTERS)('$file looks as it did', async ({ file, index, ...shown }) => {
    const svg = breakLines(
      renderPoster(buildPoster(index, null, { ...POSTER, ...shown }), { ...POSTER, ...shown, font: null }),
    );
    expect(svg, `${file} must stand alone`).not.toMatch(/var\(|class=|href=|NaN|undefined|Infinity/);
    expect(Buffer.byteLength(svg), `${file}: bytes`).toBeLessThan(LARGEST_FILE);
    await expect(
      svg,
      `tests/gallery/${file} is not what is drawn now; where the new picture is right, rewrite it with \`npm run gallery\``,
    ).toMatchFileSnapshot(file);
  });

  it('holds no picture that is drawn no more', () => {
    const drawn = new Set([...GALLERY, ...POSTERS].map(({ file }) => file));
    const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.svg'));
    expect(files.filter((file) => !drawn.has(file))).toEqual([]);
  });
});

/** The picture as a file of its own, one shape a line, so that a change shows where it is. */
function draw(index: RadarIndex, theme: ThemeName): string {
  const layout = layOutRadar(index, { edition: EDITION, frame: FRAME, names: true });
  const facts = new Map(shownTrends(index, EDITION).map((trend) => [trend.id, trend]));
  const scene = buildScene(index, layout, facts, THEMES[theme]);
  const attributes = { ...FRAME, style: { background: scene.ground } };
  const markup = renderToStaticMarkup(createElement(RadarSvg, { scene, attributes }));
  return breakLines(markup);
}

function breakLines(markup: string): string {
  return `${markup.replaceAll(/(?=<(?:g|path|circle|rect|text|title|svg|\/svg)[ >])/g, '\n').trimStart()}\n`;
}

/** Blips with a name: those with a text in them beside their number. */
function countNames(svg: string): number {
  return svg
    .split(/(?=<g data-blip=)/)
    .slice(1)
    .filter((blip) => blip.includes('paint-order')).length;
}
