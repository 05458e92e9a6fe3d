import { measureText } from './measure-text.ts';

/** Names on the radar are set in this weight. */
const WEIGHT = 500;
/** Names wider than this many ems are always also offered in two lines. */
const BREAK_FROM = 5;
/** Lines wider than this many ems are cut short as a last resort. */
const CUT_FROM = 15;
/** A break elsewhere than at a space reads worse: it counts as this much wider. */
const PENALTY = 1.1;
/** Kana, ideographs and their marks: a line may end after any of them ... */
const ANYWHERE = /[\u3001-\u30ff\u3400-\u9fff]/;
/** ... but none begins with a small kana, a lengthening, or a closing mark. */
const NEVER_FIRST = /[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー々、。，．）」』】]/;

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
  return fitting.length > 0 ? fitting : cutForms(text, most, fontSize);
}

function breakInTwo(text: string, fontSize: number): NameForm | null {
  let best: NameForm | null = null;
  let leastCost = Number.POSITIVE_INFINITY;
  for (const at of breakPlaces(text)) {
    const lines = [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
    const [first, second] = lines.map((line) => measureText(line, fontSize, WEIGHT));
    const width = Math.max(first ?? 0, second ?? 0);
    const cost = text[at - 1] === ' ' ? width : width * PENALTY;
    if (cost < leastCost) {
      leastCost = cost;
      best = { lines, width };
    }
  }
  return best;
}

/** Indices before which a line may begin: after a space, hyphen or slash, and between ideographs. */
function breakPlaces(text: string): number[] {
  const places: number[] = [];
  for (let i = 2; i < text.length - 1; i += 1) {
    const before = text[i - 1] ?? '';
    const after = text[i] ?? '';
    const atSpace = before === ' ';
    const atHyphen = /[-–/]/.test(before) && /[\p{L}\p{N}]/u.test(after);
    const inScript = ANYWHERE.test(before) && ANYWHERE.test(after) && !NEVER_FIRST.test(after);
    if (atSpace || atHyphen || inScript) places.push(i);
  }
  return places;
}

/** What is too long for two lines, as far as one line and two lines go: the end is cut, never the middle. */
function cutForms(text: string, most: number, fontSize: number): NameForm[] {
  const fits = (line: string) => measureText(line, fontSize, WEIGHT) <= most;
  const at = breakPlaces(text).findLast((place) => fits(text.slice(0, place).trimEnd()));
  const one = [cutLine(text, most, fontSize)];
  const two =
    at === undefined
      ? []
      : [text.slice(0, at).trimEnd(), cutLine(text.slice(at).trimStart(), most, fontSize)];
  return [one, two].flatMap((lines) => {
    const width = Math.max(...lines.map((line) => measureText(line, fontSize, WEIGHT)));
    return lines.length === 0 ? [] : [{ lines, width }];
  });
}

function cutLine(line: string, most: number, fontSize: number): string {
  if (measureText(line, fontSize, WEIGHT) <= most) return line;
  const characters = [...line];
  while (characters.length > 1 && measureText(`${characters.join('')}…`, fontSize, WEIGHT) > most)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
