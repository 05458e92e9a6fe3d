import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mixColours, ringGround, THEMES, type ThemeName, themeCss } from '../../src/scene/theme.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] satisfies ThemeName[])('the %s theme', (name) => {
  const theme = THEMES[name];
  const grounds = [theme.paper, theme.panel, ...theme.rings];

  it('gives every text colour at least 4.5:1 on every ground', () => {
    for (const ground of grounds) {
      for (const text of [theme.ink, theme.muted, ...theme.quadrants.map((colours) => colours.main)]) {
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('gives numbers at least 4.5:1 on solid and tinted blips', () => {
    for (const { main, tint, onMain } of theme.quadrants) {
      expect(contrast(onMain, main), `${onMain} on ${main}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(theme.ink, tint), `ink on ${tint}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([2, 3, 4, 5, 6, 7, 8])('gives each of %i rings a ground of its own', (count) => {
    const own = Array.from({ length: count }, (_, at) => ringGround(theme, at, count));
    expect(new Set(own).size).toBe(count);
  });

  it('has a hue of its own for each of eight quadrants', () => {
    expect(new Set(theme.quadrants.map((colours) => colours.main)).size).toBe(8);
  });
});

describe('the style sheet', () => {
  it('is the one that the theme generates (run `npm run generate` after a change)', () => {
    const written = readFileSync(new URL('../../src/app/theme.generated.css', import.meta.url), 'utf8');
    expect(written).toBe(themeCss());
  });

  it('mixes colours channel by channel', () => {
    expect(mixColours('#FF0000', '#0000FF', 0.5)).toBe('#800080');
    expect(mixColours('#123456', '#FFFFFF', 1)).toBe('#123456');
  });
});
