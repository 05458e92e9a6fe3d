import type { PosterContents } from '../../scene/poster-options.ts';
import type { ThemeName } from '../../scene/theme.ts';

/** Shapes of the page that is written. */
export const SIZES = [
  { id: 'screen', label: 'Screen as it is' },
  { id: 'hd', label: '16:9, 1920 × 1080', width: 1920, height: 1080, density: 96 },
  { id: '4k', label: '16:9, 3840 × 2160', width: 3840, height: 2160, density: 192 },
  { id: 'square', label: 'Square, 2160 × 2160', width: 2160, height: 2160, density: 192 },
  { id: 'a4', label: 'A4 landscape, 300 dpi', width: 3508, height: 2480, density: 300 },
  { id: 'a4-portrait', label: 'A4 portrait, 300 dpi', width: 2480, height: 3508, density: 300 },
  { id: 'a3', label: 'A3 landscape, 300 dpi', width: 4961, height: 3508, density: 300 },
  { id: 'a3-portrait', label: 'A3 portrait, 300 dpi', width: 3508, height: 4961, density: 300 },
  { id: 'custom', label: 'Custom' },
] as const;

export type SizeId = (typeof SIZES)[number]['id'];

export const FORMATS = ['png', 'svg', 'pdf'] as const;
export const CONTENTS = ['chart', 'titled', 'lists'] as const satisfies readonly PosterContents[];
export const GROUNDS = ['light', 'dark', 'light-transparent', 'dark-transparent'] as const;

/** What a person chose last time; it is remembered. */
export interface ExportChoices {
  format: (typeof FORMATS)[number];
  size: SizeId;
  /** px, for the custom size. */
  width: number;
  height: number;
  ground: (typeof GROUNDS)[number];
  contents: PosterContents;
  /** Whether the file carries the radar. */
  withData: boolean;
}

export const FIRST_CHOICES: ExportChoices = {
  format: 'png',
  size: 'hd',
  width: 2560,
  height: 1440,
  ground: 'light',
  contents: 'lists',
  withData: true,
};

/** Limits of a side, in px. */
export const SIDE = { least: 64, most: 8192 };

/** What was remembered, each choice that still exists; anything else gives way to the first choice. */
export function readChoices(stored: unknown): ExportChoices {
  const found = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const one = <T extends string>(value: unknown, of: readonly T[], first: T): T =>
    of.find((entry) => entry === value) ?? first;
  const side = (value: unknown, first: number): number =>
    Number.isInteger(value) && isSide(Number(value)) ? Number(value) : first;
  return {
    format: one(found.format, FORMATS, FIRST_CHOICES.format),
    size: one(
      found.size,
      SIZES.map((size) => size.id),
      FIRST_CHOICES.size,
    ),
    width: side(found.width, FIRST_CHOICES.width),
    height: side(found.height, FIRST_CHOICES.height),
    ground: one(found.ground, GROUNDS, FIRST_CHOICES.ground),
    contents: one(found.contents, CONTENTS, FIRST_CHOICES.contents),
    withData: typeof found.withData === 'boolean' ? found.withData : FIRST_CHOICES.withData,
  };
}

/** Whether a side of so many px can be made. */
export function isSide(value: number): boolean {
  return Number.isInteger(value) && value >= SIDE.least && value <= SIDE.most;
}

/** What the screen shows: size of the chart in CSS px, and device px for each of them. */
export interface Screen {
  width: number;
  height: number;
  ratio: number;
}

/** Size of the file in px, px for a design px where that is not left to the page, and dots to the inch. */
export function measureTarget(
  choices: Pick<ExportChoices, 'size' | 'width' | 'height'>,
  screen: Screen,
): { width: number; height: number; scale?: number; density: number } {
  if (choices.size === 'screen') {
    const scale = Math.min(screen.ratio, SIDE.most / Math.max(screen.width, screen.height));
    const [width, height] = [Math.round(screen.width * scale), Math.round(screen.height * scale)];
    return { width, height, scale: width / screen.width, density: Math.round(96 * scale) };
  }
  const size = SIZES.find((entry) => entry.id === choices.size);
  if (size !== undefined && 'width' in size) {
    const { width, height, density } = size;
    return { width, height, density };
  }
  const { width, height } = choices;
  return { width, height, density: Math.max(1, Math.round((96 * Math.min(width, height)) / 1080)) };
}

/** What stands on the page's ground: the theme, and whether there is a ground at all. */
export function themeOf(ground: ExportChoices['ground']): { theme: ThemeName; transparent: boolean } {
  return { theme: ground.startsWith('dark') ? 'dark' : 'light', transparent: ground.endsWith('transparent') };
}
