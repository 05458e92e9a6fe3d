/** An upright rectangle in radar units; x, y is its top-left corner, y grows downwards. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A straight line from (x1, y1) to (x2, y2), radar units. */
export type Line = readonly [x1: number, y1: number, x2: number, y2: number];

/** Whether two boxes come nearer than `across` sideways and `along` up and down. */
export function boxesTouch(a: Box, b: Box, across = 0, along = 0): boolean {
  return (
    a.x < b.x + b.width + across &&
    b.x < a.x + a.width + across &&
    a.y < b.y + b.height + along &&
    b.y < a.y + a.height + along
  );
}

/** Distance from a point to the nearest point of a box; 0 inside. */
export function boxDistance(box: Box, x: number, y: number): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.sqrt(dx * dx + dy * dy);
}

/** Distance from a point to the farthest corner of a box. */
export function boxReach(box: Box, x: number, y: number): number {
  const dx = Math.max(Math.abs(box.x - x), Math.abs(box.x + box.width - x));
  const dy = Math.max(Math.abs(box.y - y), Math.abs(box.y + box.height - y));
  return Math.sqrt(dx * dx + dy * dy);
}

/** Distance from a point to a line segment. */
export function lineDistance([x1, y1, x2, y2]: Line, x: number, y: number): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const square = dx * dx + dy * dy;
  const share = square > 0 ? Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / square)) : 0;
  const ex = x1 + share * dx - x;
  const ey = y1 + share * dy - y;
  return Math.sqrt(ex * ex + ey * ey);
}

/** Whether a line segment enters a box (Liang and Barsky's clipping). */
export function lineCrossesBox([x1, y1, x2, y2]: Line, box: Box): boolean {
  let from = 0;
  let to = 1;
  const clip = (delta: number, low: number, high: number): boolean => {
    if (delta === 0) return low <= 0 && high >= 0;
    const a = low / delta;
    const b = high / delta;
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
    return from <= to;
  };
  return (
    clip(x2 - x1, box.x - x1, box.x + box.width - x1) && clip(y2 - y1, box.y - y1, box.y + box.height - y1)
  );
}

/** Whether two line segments cross. */
export function linesCross(a: Line, b: Line): boolean {
  const side = (line: Line, x: number, y: number): number =>
    (line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0]);
  return side(a, b[0], b[1]) * side(a, b[2], b[3]) <= 0 && side(b, a[0], a[1]) * side(b, a[2], a[3]) <= 0;
}
