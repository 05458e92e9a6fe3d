import type { RadarLayout } from '../../layout/lay-out-radar.ts';
import css from './stage.module.css';

/** As large as the names of rings, in px of the layout. */
const RING_KEY = 12;

interface Place {
  x: number;
  y: number;
}

/**
 * Over the radar: where the trend stood, an arrow to where it stands, and while it is held the ring below it. A ring that
 * is too narrow for its name has the number of its key instead.
 */
export function StageMove(props: {
  layout: RadarLayout;
  /** The inner first. */
  rings: readonly { id: string; name: string }[];
  from: Place | null;
  to: Place | null;
  held: Place | null;
  /** Position of the ring under what is held. */
  ring: number | null;
}) {
  const { layout, rings, from, to, held, ring } = props;
  const { view, blipRadius: r, ringRadii } = layout;
  const moved = from !== null && (to === null || from.x !== to.x || from.y !== to.y);
  const outer = ring === null ? 0 : (ringRadii[ring] ?? 0);
  const inner = ring === null || ring === 0 ? 0 : (ringRadii[ring - 1] ?? 0);
  return (
    <svg className={css.move} viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`} aria-hidden="true">
      {ring !== null && (
        <circle r={(outer + inner) / 2} strokeWidth={outer - inner} className={css.litRing} />
      )}
      {rings.map(({ id, name }, at) => {
        if (layout.ringTitles.some(({ text }) => text === name.toUpperCase())) return null;
        const middle = ((ringRadii[at] ?? 0) + (ringRadii[at - 1] ?? 0)) / 2;
        return (
          <text key={id} className={css.ringKey} x={-middle} fontSize={RING_KEY / layout.pixelsPerUnit}>
            {at + 1}
          </text>
        );
      })}
      {moved && <circle cx={from.x} cy={from.y} r={r} className={css.oldPlace} />}
      {moved && to !== null && <Arrow from={from} to={to} r={r} />}
      {moved && to === null && (
        <path className={css.arrow} d={`M${from.x - r} ${from.y - r}L${from.x + r} ${from.y + r}`} />
      )}
      {held !== null && <circle cx={held.x} cy={held.y} r={r * 1.2} className={css.ghost} />}
    </svg>
  );
}

function Arrow({ from, to, r }: { from: Place; to: Place; r: number }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  const at = (place: Place, along: number, aside: number) =>
    `${place.x + ux * along - uy * aside} ${place.y + uy * along + ux * aside}`;
  const tip = -r * 1.6;
  if (length < 3.2 * r) return null;
  return (
    <path
      className={css.arrow}
      d={`M${at(from, r, 0)}L${at(to, tip, 0)}M${at(to, tip - r * 0.8, r * 0.6)}L${at(to, tip, 0)}L${at(to, tip - r * 0.8, -r * 0.6)}`}
    />
  );
}
