/**
 * Colours of every picture and of the page around it. One place: the page's style sheet is generated from here
 * (`themeCss`), and a picture that stands alone is drawn with the literal values.
 */
export interface Theme {
  paper: string;
  panel: string;
  ink: string;
  muted: string;
  line: string;
  /** Grounds of rings from the centre outwards, one for each of the eight that a radar can have. */
  rings: readonly string[];
  /** One hue for each quadrant, at most eight. */
  quadrants: readonly QuadrantColours[];
}

export interface QuadrantColours {
  /** Text, outlines and solid fills. At least 4.5:1 on paper, panel and every ring. */
  main: string;
  /** Fill that stands for moderate evidence. `ink` reaches 4.5:1 on it. */
  tint: string;
  /** Text on a solid fill of `main`, at least 4.5:1. */
  onMain: string;
}

export type ThemeName = 'light' | 'dark';

const MOST_RINGS = 8;

/** Shades from the innermost ring's ground to the outermost's. */
const shades = (inner: string, outer: string): string[] =>
  Array.from({ length: MOST_RINGS }, (_, at) => mixColours(outer, inner, at / (MOST_RINGS - 1)));

const quadrants = (
  mains: readonly string[],
  ground: string,
  share: number,
  onMain: string,
): QuadrantColours[] => mains.map((main) => ({ main, tint: mixColours(main, ground, share), onMain }));

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: {
    paper: '#FAF9F6',
    panel: '#FFFFFF',
    ink: '#17202A',
    muted: '#566170',
    line: '#D9DBDD',
    rings: shades('#EDEAE2', '#F8F7F2'),
    quadrants: quadrants(
      ['#2457C5', '#0B7259', '#A84C06', '#8E2F7F', '#086B80', '#A82A3C', '#65620A', '#5A46B8'],
      '#FFFFFF',
      0.34,
      '#FFFFFF',
    ),
  },
  dark: {
    paper: '#0F151C',
    panel: '#161E27',
    ink: '#EAF0F6',
    muted: '#9AA7B5',
    line: '#2B3642',
    rings: shades('#1F2A36', '#141C25'),
    quadrants: quadrants(
      ['#7DA6FF', '#4FD1A9', '#F5A45D', '#E08AD3', '#5CC8DE', '#FF8F97', '#CBC65C', '#B3A6FF'],
      '#0F151C',
      0.4,
      '#0F151C',
    ),
  },
};

/** `share` of `colour` over `ground`, both #RRGGBB, mixed in sRGB. @returns #RRGGBB */
export function mixColours(colour: string, ground: string, share: number): string {
  const channel = (hex: string, index: number) =>
    Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16);
  const mixed = [0, 1, 2].map((index) =>
    Math.round(channel(colour, index) * share + channel(ground, index) * (1 - share)),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

/** Colours of the quadrant at `index`; a radar has at most eight, so the hues never repeat. */
export function quadrantColours(theme: Theme, index: number): QuadrantColours {
  const colours = theme.quadrants[index % theme.quadrants.length];
  if (colours === undefined) throw new RangeError('a theme has at least one quadrant hue');
  return colours;
}

/** Ground of the ring at `index`, 0 the innermost of `count`: the outer rings are the lightest. */
export function ringGround(theme: Theme, index: number, count: number): string {
  const last = theme.rings.length - 1;
  const step = count <= 1 ? 0 : Math.round((index / (count - 1)) * last);
  return theme.rings[step] ?? theme.paper;
}

const PLAIN = ['paper', 'panel', 'ink', 'muted', 'line'] as const;

function variables(theme: Theme): [name: string, value: string][] {
  return [
    ...PLAIN.map((key): [string, string] => [`--${key}`, theme[key]]),
    ...theme.rings.map((value, index): [string, string] => [`--ring-${index}`, value]),
    ...theme.quadrants.flatMap((colours, index): [string, string][] => [
      [`--q${index}`, colours.main],
      [`--q${index}-tint`, colours.tint],
      [`--q${index}-on`, colours.onMain],
    ]),
  ];
}

/**
 * The theme as references to the page's custom properties, so that the chart on the page changes its colours with
 * the page and without being drawn again.
 */
export const PAGE_THEME: Theme = {
  paper: 'var(--paper)',
  panel: 'var(--panel)',
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  rings: THEMES.light.rings.map((_, index) => `var(--ring-${index})`),
  quadrants: THEMES.light.quadrants.map((_, index) => ({
    main: `var(--q${index})`,
    tint: `var(--q${index}-tint)`,
    onMain: `var(--q${index}-on)`,
  })),
};

/**
 * The style sheet that gives the custom properties their values: by the system's wish, or by `data-theme`. Dark is for
 * screens only, as paper is white.
 */
export function themeCss(): string {
  const block = (name: ThemeName, indent: string) =>
    [['color-scheme', name] as const, ...variables(THEMES[name])]
      .map(([key, value]) => `${indent}${key}: ${value.toLowerCase()};\n`)
      .join('');
  return [
    '/* Generated from src/scene/theme.ts by `npm run generate`. */\n',
    `:root {\n${block('light', '  ')}}\n`,
    `@media screen and (prefers-color-scheme: dark) {\n  :root:not([data-theme="light"]) {\n${block('dark', '    ')}  }\n}\n`,
    `@media screen {\n  :root[data-theme="dark"] {\n${block('dark', '    ')}  }\n}\n`,
  ].join('\n');
}
