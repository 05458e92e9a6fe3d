import { hueAt } from '../domain/hue-at.ts';
import { shownTrends } from '../domain/shown-trends.ts';
import { ringName, trendName } from '../domain/workshop/acts.ts';
import { OUTCOME_WORDS, workshopResult } from '../domain/workshop/outcome.ts';
import type { Outcome, Session, Standing } from '../domain/workshop/session.ts';
import { buildWorkshopIndex } from '../domain/workshop/workshop-index.ts';
import { layOutWorkshop } from '../layout/lay-out-workshop.ts';
import { wrapText } from '../layout/wrap-text.ts';
import { blipMark } from './blip-mark.ts';
import { fileNotes } from './build-poster.ts';
import { buildScene } from './build-scene.ts';
import { buildMoveShapes, type MoveShapes } from './move-arrows.ts';
import type { Poster, PosterChart, PosterPart } from './poster.ts';
import type { PosterOptions } from './poster-options.ts';
import { designSize } from './poster-page.ts';
import { quadrantColours, THEMES, type Theme } from './theme.ts';

/** A page of one chart over which the moves of a workshop lie. */
export interface ResultPoster extends Poster {
  charts: (PosterChart & { moves: MoveShapes })[];
}

type Texts = PosterPart['texts'];

const MARGIN = 40;
const TITLE = 29;
const SUBTITLE = 15;
const LIST = { head: 16, entry: 14, pitch: 1.4, gap: 10 };
const LEGEND = 13;
/** Pages wider than this times their height have the list at the side, others below the chart. */
const WIDE = 1.25;
const SIDE = 330;
const COLUMN_GAP = 26;

/** What a reader looks for first. */
const LISTED: readonly Outcome[] = ['in', 'out', 'new', 'retired', 'parked'];

/** Builds the page that shows what a workshop has changed: the radar with arrows, and beside it a list of the moves. */
export function buildResultPoster(
  session: Session,
  options: Pick<
    PosterOptions,
    'width' | 'height' | 'scale' | 'theme' | 'transparent' | 'date' | 'origin' | 'reopens'
  >,
): ResultPoster {
  const theme = THEMES[options.theme];
  const page = designSize(options);
  const workshop = buildWorkshopIndex(session);
  const result = workshopResult(session);
  const inner = page.width - 2 * MARGIN;
  const wide = page.width > page.height * WIDE;
  const counts = LISTED.flatMap((outcome) =>
    result[outcome].length === 0 ? [] : [`${result[outcome].length} ${OUTCOME_WORDS[outcome].toLowerCase()}`],
  );
  const head = placeLines(
    [
      ...wrapText(session.name, inner, TITLE, 700).map((text) => ({ text, size: TITLE, strong: true })),
      ...wrapText(
        [session.radar.title, ...(counts.length === 0 ? ['nothing changed'] : counts)].join(' · '),
        inner,
        SUBTITLE,
        400,
      ).map((text) => ({ text, size: SUBTITLE, strong: false })),
    ],
    { x: MARGIN, y: MARGIN - 16 },
    theme,
  );
  const legend = placeLegend(page, fileNotes({ ...BARE, ...options }).join(' · '), theme);
  const [top, bottom] = [head.bottom + 12, page.height - 20 - LEGEND * 2.4];
  const listHeight = wide ? bottom - top : (bottom - top) * 0.3;
  const columns = wide ? 1 : Math.max(1, Math.floor((inner + COLUMN_GAP) / (SIDE + COLUMN_GAP)));
  const columnWidth = wide ? SIDE : (inner - (columns - 1) * COLUMN_GAP) / columns;
  const place = wide
    ? { x: MARGIN, y: top, width: inner - SIDE - COLUMN_GAP, height: bottom - top }
    : { x: MARGIN, y: top, width: inner, height: bottom - top - listHeight - 10 };
  const layout = layOutWorkshop(workshop, { frame: place, names: true });
  const blocks = LISTED.flatMap((outcome) => [
    ...(result[outcome].length === 0
      ? []
      : [{ text: `${OUTCOME_WORDS[outcome]} ${result[outcome].length}`, strong: true }]),
    ...result[outcome].map((standing) => ({
      text: moveWords(session, standing, layout.now.numbers.get(standing.trend)),
      strong: false,
    })),
  ]);
  const list = placeList(
    blocks,
    {
      x: wide ? page.width - MARGIN - SIDE : MARGIN,
      y: wide ? top : bottom - listHeight,
      width: columnWidth,
      height: listHeight,
      columns,
    },
    theme,
  );
  const shown = new Map(
    shownTrends(workshop.index, workshop.now).map((trend) => [
      trend.id,
      // Arrows tell what moved; only what is new has none.
      trend.movement === 'new' ? trend : { ...trend, movement: 'same' as const },
    ]),
  );
  return {
    ...page,
    title: `${session.name}: ${session.radar.title}`,
    ground: options.transparent ? null : theme.paper,
    areas: [],
    charts: [
      {
        ...place,
        scene: buildScene(workshop.index, layout.now, shown, theme),
        moves: buildMoveShapes(workshop, layout, theme),
      },
    ],
    marks: legend.marks(quadrantColours(theme, hueAt(workshop.index, 0))),
    texts: [...head.texts, ...list.texts, ...legend.texts],
    omitted:
      list.left === 0
        ? []
        : [`The list does not fit a page of this size: ${list.left} of its lines are left out.`],
  };
}

/** What the words about a file ask of it, beside what the options say. */
const BARE = {
  edition: '',
  contents: 'titled',
  scope: { kind: 'all' },
  names: true,
  selected: null,
} as const;

/** Such as "12 Quantization: Trial to Adopt". */
function moveWords({ radar, ...session }: Session, standing: Standing, number: number | undefined): string {
  const { from, to } = standing;
  const retired = standing.retired && from !== null;
  const name = trendName({ ...session, radar }, standing.trend);
  const steps = [from, to].flatMap((ring) => (ring === null ? [] : [ringName(radar, ring)]));
  const where = retired ? `was in ${ringName(radar, from)}` : steps.join(' to ');
  return `${number === undefined ? '' : `${number} `}${name}${where === '' ? '' : `: ${where}`}`;
}

function placeLines(
  lines: readonly { text: string; size: number; strong: boolean }[],
  { x, y }: { x: number; y: number },
  theme: Theme,
): { texts: Texts; bottom: number } {
  let baseline = y;
  const texts = lines.map(({ text, size, strong }): Texts[number] => {
    baseline += size * LIST.pitch;
    return {
      ...{ text, x, size, baseline: Math.round(baseline), anchor: 'start' },
      weight: strong ? 700 : 400,
      fill: strong ? theme.ink : theme.muted,
    };
  });
  return { texts, bottom: baseline };
}

/** Lines in columns from the left; those that find no place are counted. */
function placeList(
  blocks: readonly { text: string; strong: boolean }[],
  box: { x: number; y: number; width: number; height: number; columns: number },
  theme: Theme,
): { texts: Texts; left: number } {
  const texts: Texts = [];
  let [column, y, left] = [0, box.y, 0];
  for (const { text, strong } of blocks) {
    const size = strong ? LIST.head : LIST.entry;
    const lines = wrapText(text, box.width, size, strong ? 700 : 400);
    const height = lines.length * size * LIST.pitch + (strong ? LIST.gap : 0);
    // A heading needs room for one entry below it.
    const needed = height + (strong ? LIST.entry * LIST.pitch : 0);
    if (y + needed > box.y + box.height) [column, y] = [column + 1, box.y];
    if (column >= box.columns) {
      left += 1;
      continue;
    }
    if (strong && y > box.y) y += LIST.gap;
    for (const line of lines) {
      y += size * LIST.pitch;
      texts.push({
        ...{ text: line, size, anchor: 'start', baseline: Math.round(y), fill: theme.ink },
        x: box.x + column * (box.width + COLUMN_GAP),
        weight: strong ? 700 : 400,
      });
    }
  }
  return { texts, left };
}

/** What the signs mean, and what is said of the file. */
function placeLegend(page: { width: number; height: number }, notes: string, theme: Theme) {
  const y = page.height - 20 - LEGEND * 0.36;
  const entries = ['new', 'where it stood', 'retired'] as const;
  const xOf = (at: number) => MARGIN + 12 + at * 150;
  const text = (words: string, x: number, anchor: 'start' | 'end'): Texts[number] => ({
    ...{ text: words, x, anchor, size: LEGEND, weight: 400, fill: theme.muted },
    baseline: page.height - 20,
  });
  return {
    texts: [
      ...entries.map((words, at) => text(words, xOf(at) + 18, 'start')),
      text(notes, page.width - MARGIN, 'end'),
    ],
    marks: (colours: Theme['quadrants'][number]): Poster['marks'] =>
      entries.map((words, at) => {
        const x = xOf(at);
        const mark = blipMark(
          { id: words, x, y, radius: 8, number: 0, pixelsPerUnit: 1 },
          { movement: words === 'new' ? 'new' : 'same', strength: 'strong' },
          colours,
          theme,
        );
        if (words === 'new') return mark;
        const cross = { path: `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`, fill: 'none', stroke: colours.main };
        return { ...mark, fill: 'none', dash: '3 3', mark: words === 'retired' ? cross : null };
      }),
  };
}
