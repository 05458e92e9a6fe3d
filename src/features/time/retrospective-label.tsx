import { useMemo } from 'react';
import { parseAsOf } from '../../domain/assessing/timeline.ts';
import type { Edition } from '../../domain/radar.ts';
import { dateWords } from '../../domain/words.ts';
import { type Box, boxDistance, boxesTouch } from '../../layout/box.ts';
import { RADAR_RADIUS } from '../../layout/divide-rings.ts';
import type { RadarLayout } from '../../layout/lay-out-radar.ts';
import { measureText } from '../../layout/measure-text.ts';
import { ringTitleBox } from '../../layout/place-ring-titles.ts';
import { wrapText } from '../../layout/wrap-text.ts';
import css from './retrospective-label.module.css';

const WORD = 'Retrospective';
const EXPLAINED = ': made after its date, judged by what was public by then';

/** Size of the letters, height of a line, and space around them, in px; the style sheet has the same. */
const SIZE = 14;
const LINE = 18;
const PADDING = { across: 9, along: 5 };
/** Widths that the lines are tried with, px, the best first. */
const WIDTHS = [216, 180, 300, 150, 125, 105, 560];
/** Space to the edge of the chart, and to what stands in it, px. */
const EDGE = 12;
const APART = 4;
/** Step between the places that are tried, px. */
const STEP = 6;

/**
 * Says in the chart that the edition shown was made after its date, and as of which date the radar is seen. It stands
 * where it covers no blip, name or title; where all of its words have no room, the first one stands alone, and readers
 * still get the rest.
 */
export function RetrospectiveLabel(props: {
  edition: Edition;
  /** The chosen date as the address has it; what is no date counts as none. */
  asOf: string | null;
  layout: RadarLayout;
}) {
  const { edition, layout } = props;
  const asOf = parseAsOf(props.asOf);
  const since = asOf === null ? null : `As of ${dateWords(asOf)}`;
  const retrospective = edition.retrospective === true;
  const place = useMemo(() => placeLabel(since, retrospective, layout), [since, retrospective, layout]);
  if (place === null) return null;
  return (
    <p
      className={css.label}
      style={{ left: place.x, top: place.y, width: place.width, minHeight: place.height }}
    >
      {since !== null && <b>{since}</b>}
      {retrospective && (
        <span>
          {WORD}
          <span className={place.whole ? undefined : 'visually-hidden'}>{EXPLAINED}</span>
        </span>
      )}
    </p>
  );
}

/** Where the label stands, in px of the chart's box, and whether all of its words do; null where it has nothing to say. */
function placeLabel(
  since: string | null,
  retrospective: boolean,
  layout: RadarLayout,
): (Box & { whole: boolean }) | null {
  if (since === null && !retrospective) return null;
  const sized = (text: string, width: number) => {
    const lines = [
      ...(since === null ? [] : wrapText(since, width, SIZE, 700)),
      ...(retrospective ? wrapText(text, width, SIZE, 500) : []),
    ];
    // a pixel more, so that no line breaks earlier on the page than in the table of widths
    const widest = Math.max(...lines.map((line) => measureText(line, SIZE, 700)));
    return {
      width: Math.ceil(Math.min(widest, width)) + 2 * PADDING.across + 3,
      height: lines.length * LINE + 2 * PADDING.along + 2,
    };
  };
  const short = { ...sized(WORD, 200), whole: !retrospective };
  const sizes = [
    ...(retrospective ? WIDTHS.map((width) => ({ ...sized(WORD + EXPLAINED, width), whole: true })) : []),
    short,
  ];
  const isFree = buildFreeTest(layout);
  for (const beside of [true, false]) {
    for (const size of beside ? sizes : [short]) {
      const found = listPlaces(size, layout).find((box) => isFree(box, beside));
      if (found !== undefined) return { ...found, whole: size.whole };
    }
  }
  return { ...short, x: EDGE, y: layout.view.height * layout.pixelsPerUnit - short.height - EDGE };
}

/** The places along both sides and the middle of the chart, from its foot upwards, px. */
function listPlaces({ width, height }: Pick<Box, 'width' | 'height'>, layout: RadarLayout): Box[] {
  const frame = {
    width: layout.view.width * layout.pixelsPerUnit,
    height: layout.view.height * layout.pixelsPerUnit,
  };
  const places: Box[] = [];
  for (let y = frame.height - height - EDGE; y >= EDGE; y -= STEP) {
    for (const x of [EDGE, frame.width - width - EDGE, (frame.width - width) / 2]) {
      if (x >= 0) places.push({ x, y, width, height });
    }
  }
  return places;
}

/** Whether a box, px, covers no blip, name or title, and on request does not reach into the circle either. */
function buildFreeTest(layout: RadarLayout): (box: Box, beside: boolean) => boolean {
  const { view, pixelsPerUnit, blipRadius } = layout;
  const apart = APART / pixelsPerUnit;
  const taken: Box[] = [
    ...layout.names.values(),
    ...layout.quadrantTitles.map(({ box }) => box),
    ...layout.ringTitles.map(ringTitleBox),
  ];
  return (box, beside) => {
    const units: Box = {
      x: view.x + box.x / pixelsPerUnit,
      y: view.y + box.y / pixelsPerUnit,
      width: box.width / pixelsPerUnit,
      height: box.height / pixelsPerUnit,
    };
    if (beside && boxDistance(units, 0, 0) < RADAR_RADIUS + apart) return false;
    return (
      !taken.some((other) => boxesTouch(units, other, apart, apart)) &&
      !layout.blips.some(({ x, y }) => boxDistance(units, x, y) < blipRadius * 1.5 + apart)
    );
  };
}
