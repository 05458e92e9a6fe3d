/** Height of one line of a name, as a multiple of the font size. */
export const LINE_HEIGHT = 1.18;

/** How far the mark for movement reaches from the centre of its blip, as a multiple of the blip's radius. */
export const MARK_REACH = 1.45;
