/** Names of the hues that quadrants are drawn in, in the order of the theme's, each checked in both themes. */
export const HUES = ['blue', 'green', 'orange', 'purple', 'cyan', 'red', 'olive', 'violet'] as const;

/**
 * The hue of each quadrant, as a position in {@link HUES}: the chosen one, else that of the quadrant's own position. A
 * quadrant whose own one was chosen by another takes the first that nobody has.
 */
export function huesOf(quadrants: readonly { hue?: (typeof HUES)[number] | undefined }[]): number[] {
  const chosen = quadrants.map(({ hue }) => (hue === undefined ? -1 : HUES.indexOf(hue)));
  const kept = chosen.map((hue, at) => (hue === -1 && !chosen.includes(at) ? at : hue));
  const free = HUES.map((_, at) => at).filter((at) => !kept.includes(at));
  return kept.map((hue, at) => (hue === -1 ? (free.shift() ?? at) : hue));
}
