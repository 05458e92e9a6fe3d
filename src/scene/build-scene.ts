import { arc } from 'd3-shape';
import { hueAt } from '../domain/hue-at.ts';
import type { RadarIndex } from '../domain/radar-index.ts';
import { STRIP_WIDTH } from '../layout/cells.ts';
import { RADAR_RADIUS } from '../layout/divide-rings.ts';
import type { RadarLayout } from '../layout/lay-out-radar.ts';
import { LINE_HEIGHT, type NameBox } from '../layout/place-names.ts';
import { blipMark, measureRooms, round } from './blip-mark.ts';
import { describeBlip } from './describe-blip.ts';
import type { BlipFacts, BlipShape, Scene } from './shapes.ts';
import { quadrantColours, ringGround, type Theme } from './theme.ts';

const RIM = 4;
/** Letters of a crowd's number, in px. */
const CROWD_SIZE = 12;

/**
 * Builds the picture of one edition.
 *
 * @param facts what is to be drawn of each trend, by id; a placed trend without an entry is left out
 */
export function buildScene(
  index: RadarIndex,
  layout: RadarLayout,
  facts: ReadonlyMap<string, BlipFacts>,
  theme: Theme,
): Scene {
  const hues = new Map(index.quadrants.map((quadrant, at) => [quadrant.id, hueAt(index, at)]));
  const quadrantName = new Map(index.quadrants.map((quadrant) => [quadrant.id, quadrant.name]));
  const ringName = new Map(index.rings.map((ring) => [ring.id, ring.name]));
  const slice = (2 * Math.PI) / index.quadrants.length;
  const start = -Math.PI / 2;
  const alone = layout.quadrant;
  // the ground, the rim and the strips of what is in the picture: all quadrants, or the one that stands alone
  const sectors = index.quadrants.flatMap((quadrant, at) =>
    alone === null || quadrant.id === alone.id ? [{ at, from: start + at * slice }] : [],
  );
  const ground = arc<number>()
    .innerRadius(0)
    .outerRadius((radius) => radius)
    .startAngle(alone?.startAngle ?? 0)
    .endAngle(alone?.endAngle ?? 2 * Math.PI)
    .digits(2);
  const rim = arc<{ from: number; to: number }>()
    .innerRadius(RADAR_RADIUS)
    .outerRadius(RADAR_RADIUS + RIM)
    .startAngle((d) => d.from)
    .endAngle((d) => d.to);
  const rooms = measureRooms(layout.blips, layout.blipRadius);
  const strips = alone === null ? sectors.map(({ from }) => from) : [alone.startAngle, alone.endAngle];
  const rimGap = STRIP_WIDTH / 2 / RADAR_RADIUS;
  return {
    view: layout.view,
    pixelsPerUnit: layout.pixelsPerUnit,
    title: index.title,
    ground: theme.paper,
    rings: layout.ringRadii
      .map((radius, at) => ({
        path: ground(radius) ?? '',
        fill: ringGround(theme, at, layout.ringRadii.length),
        stroke: theme.line,
      }))
      .reverse(),
    rims: sectors.map(({ at, from }) => ({
      path: rim({ from: from + rimGap, to: from + slice - rimGap }) ?? '',
      fill: quadrantColours(theme, hueAt(index, at)).main,
    })),
    gaps: strips.map((angle) => {
      const [x, y] = [Math.sin(angle), -Math.cos(angle)].map((value) =>
        round(value * (RADAR_RADIUS + RIM + 1)),
      );
      return { path: `M0 0L${x} ${y}`, stroke: theme.paper, width: STRIP_WIDTH };
    }),
    ringTitles: layout.ringTitles.map((title) => ({
      text: title.text,
      x: title.x,
      baseline: round(title.y + title.size * 0.36),
      size: title.size,
      weight: 600,
      fill: theme.muted,
      anchor: 'middle',
      halo: theme.paper,
    })),
    quadrantTitles: layout.quadrantTitles.map((title) => ({
      quadrant: title.id,
      title: {
        text: title.text,
        x: title.x,
        baseline: title.baseline,
        size: title.size,
        weight: 700,
        fill: quadrantColours(theme, hues.get(title.id) ?? 0).main,
        anchor: title.align,
      },
      note: {
        text: title.note,
        x: title.x,
        baseline: title.noteBaseline,
        size: title.noteSize,
        weight: 400,
        fill: theme.muted,
        anchor: title.align,
      },
    })),
    blips: layout.blips.flatMap((blip) => {
      const fact = facts.get(blip.id);
      if (fact === undefined) return [];
      const colours = quadrantColours(theme, hues.get(blip.quadrant) ?? 0);
      return [
        {
          ...blipMark(
            {
              ...blip,
              radius: layout.blipRadius,
              room: rooms.get(blip.id) ?? Number.POSITIVE_INFINITY,
              pixelsPerUnit: layout.pixelsPerUnit,
            },
            fact,
            colours,
            theme,
          ),
          label: describeBlip({
            ...fact,
            number: blip.number,
            quadrant: quadrantName.get(blip.quadrant) ?? blip.quadrant,
            ring: ringName.get(blip.ring) ?? blip.ring,
          }),
          name: nameShape(layout.names.get(blip.id), layout.nameSize, theme),
        },
      ];
    }),
    crowds: layout.crowds.map((crowd) => {
      const colours = quadrantColours(theme, hues.get(crowd.quadrant) ?? 0);
      const size = CROWD_SIZE / layout.pixelsPerUnit;
      const names = [quadrantName.get(crowd.quadrant), ringName.get(crowd.ring)].join(', ');
      return {
        quadrant: crowd.quadrant,
        label: `${names}: ${crowd.count} trends, too many to be drawn here. Opens the quadrant.`,
        x: crowd.x,
        y: crowd.y,
        radius: round(size * 1.4),
        fill: colours.main,
        count: {
          text: `+${crowd.count}`,
          x: crowd.x,
          baseline: round(crowd.y + size * 0.364),
          size: round(size),
          weight: 700,
          fill: colours.onMain,
          anchor: 'middle',
        },
      };
    }),
  };
}

function nameShape(box: NameBox | undefined, size: number, theme: Theme): BlipShape['name'] {
  if (box === undefined) return null;
  const x = box.align === 'start' ? box.x : box.align === 'end' ? box.x + box.width : box.x + box.width / 2;
  return {
    lines: box.lines.map((text, line) => ({
      text,
      x: round(x),
      baseline: round(box.y + size * (0.5 * LINE_HEIGHT + 0.364 + line * LINE_HEIGHT)),
      size: round(size),
      weight: 500,
      fill: theme.ink,
      anchor: box.align,
    })),
    halo: theme.paper,
    leader:
      box.leader === null
        ? null
        : {
            path: `M${round(box.leader[0])} ${round(box.leader[1])}L${round(box.leader[2])} ${round(box.leader[3])}`,
            stroke: theme.muted,
          },
  };
}
