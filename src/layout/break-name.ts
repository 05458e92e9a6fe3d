import { measureText } from './measure-text.ts';

/** Names on the radar are set in this weight. */
const WEIGHT = 500;
/** Names wider than this many ems are always also offered in two lines. */
const BREAK_FROM = 5;
/** Lines wider than this many ems are cut short as a last resort. */
const CUT_FROM = 15;
/** A break at a hyphen or slash reads worse than one at a space: it counts as this much wider. */
const HYPHEN_PENALTY = 1.08;

/** A name set in one or two lines. Lengths in radar units. */
export interface NameForm {
  lines: string[];
  width: number;
}

/**
 * The forms in which a name may be drawn: in one line, and in two of about the same length. A name that is
 * too long even for two lines comes cut short with an ellipsis; the full name stands in the list beside the radar.
 */
export function breakName(name: string, fontSize: number): NameForm[] {
  const text = name.trim().replace(/\s+/g, ' ');
  if (text === '') return [];
  const whole = { lines: [text], width: measureText(text, fontSize, WEIGHT) };
  if (whole.width < BREAK_FROM * fontSize) return [whole];
  const broken = breakInTwo(text, fontSize);
  const forms = broken ? [whole, broken] : [whole];
  const most = CUT_FROM * fontSize;
  const fitting = forms.filter((form) => form.width <= most);
  return fitting.length > 0 ? fitting : forms.map((form) => cutForm(form, most, fontSize));
}

function breakInTwo(text: string, fontSize: number): NameForm | null {
  let best: NameForm | null = null;
  let leastCost = Number.POSITIVE_INFINITY;
  for (const at of breakPlaces(text)) {
    const lines = [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
    const [first, second] = lines.map((line) => measureText(line, fontSize, WEIGHT));
    const width = Math.max(first ?? 0, second ?? 0);
    const cost = text[at - 1] === ' ' ? width : width * HYPHEN_PENALTY;
    if (cost < leastCost) {
      leastCost = cost;
      best = { lines, width };
    }
  }
  return best;
}

/** Indices before which a line may begin: after a space, hyphen or slash, anywhere between ideographs. */
function breakPlaces(text: string): number[] {
  const places: number[] = [];
  for (let i = 2; i < text.length - 1; i += 1) {
    const before = text[i - 1] ?? '';
    const after = text[i] ?? '';
    if (before === ' ' || (/[-–/]/.test(before) && /[\p{L}\p{N}]/u.test(after))) places.push(i);
    else if (
      /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(before) &&
      /[\u3040-\u9fff\uac00-\ud7af]/.test(after)
    ) {
      places.push(i);
    }
  }
  return places;
}

function cutForm(form: NameForm, most: number, fontSize: number): NameForm {
  if (form.width <= most) return form;
  const lines = form.lines.map((line) => cutLine(line, most, fontSize));
  return { lines, width: Math.max(...lines.map((line) => measureText(line, fontSize, WEIGHT))) };
}

function cutLine(line: string, most: number, fontSize: number): string {
  if (measureText(line, fontSize, WEIGHT) <= most) return line;
  const characters = [...line];
  while (characters.length > 1 && measureText(`${characters.join('')}…`, fontSize, WEIGHT) > most)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
