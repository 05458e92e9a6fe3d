/** Colours of rings, the innermost first, for tools that want one from the file. One for each that a radar can have. */
const RING_COLOURS = ['#0b7259', '#2457c5', '#a84c06', '#a82a3c', '#8e2f7f', '#086b80', '#65620a', '#5a46b8'];

/** The colour of the ring at `index`, 0 the innermost, as #rrggbb. */
export function ringColour(index: number): string {
  return RING_COLOURS[index % RING_COLOURS.length] ?? '#566170';
}
