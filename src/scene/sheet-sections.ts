import type { FailureMode, Source, Tradeoff } from '../domain/radar.ts';
import { GRADE_WORDS } from '../domain/strength.ts';
import { publisherWords, SEVERITY_WORDS } from '../domain/words.ts';
import type { FlowBlock } from '../layout/flow-columns.ts';
import { measureText } from '../layout/measure-text.ts';
import { wrapText } from '../layout/wrap-text.ts';
import { round } from './blip-mark.ts';
import type { SheetContent, SheetFit } from './sheet-content.ts';
import { gradeMark, type PillLook, pillsWidth, setPills, signedTitle } from './sheet-marks.ts';
import type { LeftOut } from './sheet-omissions.ts';
import type { NumberedFact } from './sheet-open-points.ts';
import {
  drawAreas,
  placeBeside,
  type SheetPart,
  type SheetStyle,
  setText,
  space,
  stackParts,
} from './sheet-part.ts';

/** Space between the lines of a short list, as a multiple of the size of the text. */
const TIGHT = 0.25;

/** Between words on a line; no line begins with it. */
const SEPARATOR = '\u00a0· ';

/** A part of a section, which stands in a column as a whole. */
export type SheetBlock = FlowBlock & { part: SheetPart };

/** Everything below the head, in the order in which a decision needs it, set in columns of that width. */
export function setSections(
  content: SheetContent,
  leftOut: LeftOut,
  width: number,
  style: SheetStyle,
): SheetBlock[] {
  const { about, tradeoffs, failureModes, fits, related, open } = content;
  const text = (words: string) => plain(words, width, style);
  const listed = (
    title: string,
    count: number | null,
    parts: readonly SheetPart[],
    note: string | undefined,
    between?: number,
  ) =>
    parts.length === 0 && note === undefined
      ? []
      : section(title, count, [...parts, ...setNote(note, width, style)], width, style, between);
  return [
    ...setDescription(about.description, leftOut.description, width, style),
    ...listed(
      'Tags',
      null,
      about.tags.length === 0 ? [] : [text(about.tags.join(SEPARATOR))],
      leftOut.tags,
      TIGHT,
    ),
    ...listed('Links', null, about.links.map(text), leftOut.links, TIGHT),
    ...setEvidence(content, leftOut.facts, width, style),
    ...listed(
      'Tradeoffs',
      tradeoffs.length,
      tradeoffs.map((tradeoff) => setTradeoff(tradeoff, content, width, style)),
      leftOut.tradeoffs,
    ),
    ...listed(
      'Failure modes',
      failureModes.length,
      failureModes.map((mode) => setFailureMode(mode, content, width, style)),
      leftOut.failureModes,
    ),
    ...(fits.length > 0 || leftOut.fits !== undefined ? setFit(fits, leftOut.fits, width, style) : []),
    ...listed(
      'Related trends',
      null,
      related.map(({ words, names }) => labelled(words, names.join(SEPARATOR), width, style)),
      leftOut.related,
      TIGHT,
    ),
    ...listed('Open points', null, open.map(text), leftOut.open, TIGHT),
  ];
}

/** Line by line, so that a long paragraph goes on in the next column. */
function setDescription(
  description: string,
  note: string | undefined,
  width: number,
  style: SheetStyle,
): SheetBlock[] {
  if (description === '' && note === undefined) return [];
  const { body } = style;
  const paragraphs = description.split('\n').map((words) => wrapText(words, width, body, 400));
  const lines = paragraphs.flatMap((own, paragraph): SheetBlock[] =>
    own.map((line, at) => ({
      ...blockOf(plain(line, width, style)),
      gap: at > 0 ? 0 : body * (paragraph === 0 ? 0.55 : 0.4),
    })),
  );
  return [
    {
      ...blockOf(heading('Description', null, width, style)),
      gap: body * 1.8,
      keepsWithNext: true,
      opens: true,
    },
    ...lines,
    ...setNote(note, width, style).map((part) => ({ ...blockOf(part), gap: body * 0.5 })),
  ];
}

function setEvidence(
  { facts, laterFacts }: SheetContent,
  note: string | undefined,
  width: number,
  style: SheetStyle,
): SheetBlock[] {
  const later =
    laterFacts === 0
      ? undefined
      : `${laterFacts} ${laterFacts === 1 ? 'fact' : 'facts'} became public after this edition and ${laterFacts === 1 ? 'is' : 'are'} not counted`;
  const notes = [...setNote(note, width, style), ...setNote(later, width, style)];
  if (facts.length === 0 && note === undefined) {
    return section(
      'Evidence',
      null,
      [plain('No evidence recorded', width, style), ...notes],
      width,
      style,
      0.3,
    );
  }
  const widest = Math.max(...facts.map(({ number }) => measureText(String(number), style.body, 600)), 0);
  const gutter = widest + style.body * 0.7;
  const stances = [
    { sign: '+', title: 'Supports', own: facts.filter(({ fact }) => fact.stance === 'supports') },
    { sign: '-', title: 'Limits', own: facts.filter(({ fact }) => fact.stance === 'limits') },
  ] as const;
  const parts = stances.flatMap(({ sign, title, own }): SheetBlock[] => [
    {
      ...blockOf(
        signedTitle(sign, title, own.length === 0 ? 'none recorded' : String(own.length), width, style),
      ),
      gap: style.body * (sign === '+' ? 0.6 : 1.1),
      keepsWithNext: own.length > 0,
    },
    ...own.map((entry) => ({ ...blockOf(setFact(entry, gutter, width, style)), gap: style.body * 0.62 })),
  ]);
  return [
    {
      ...blockOf(heading('Evidence', facts.length, width, style)),
      gap: style.body * 1.8,
      keepsWithNext: true,
      opens: true,
    },
    ...parts,
    ...notes.map((part) => ({ ...blockOf(part), gap: style.body * 0.62 })),
  ];
}

/** A claim behind its number; below it the grade in words and where it was published. */
function setFact(
  { number, fact, source }: NumberedFact,
  gutter: number,
  width: number,
  style: SheetStyle,
): SheetPart {
  const { theme, body, small, hue } = style;
  const radius = small * 0.4;
  const indent = radius * 2 + small * 0.4;
  const room = width - gutter;
  const basis = setText(
    sourceWords(fact.source, source),
    { width: room - indent, size: small, fill: theme.muted },
    { text: `${GRADE_WORDS[fact.grade].label}\u00a0·`, weight: 600, fill: theme.ink },
  );
  const mark = drawAreas(0, (x, y) => gradeMark(fact.grade, x + radius, y + small * 0.69, radius, theme));
  const label = setText(String(number), { width: gutter, size: body, weight: 600, fill: hue.main });
  const texts = stackParts([
    setText(fact.claim, { width: room, size: body, fill: theme.ink }),
    placeBeside([
      { part: mark, at: 0 },
      { part: basis, at: indent },
    ]),
  ]);
  return placeBeside([
    { part: label, at: 0 },
    { part: texts, at: gutter },
  ]);
}

/** Title, publisher and year; the bare id of a source that the radar does not describe. */
function sourceWords(id: string, source: Source | undefined): string {
  const words = source === undefined ? [id] : [source.title, publisherWords(source), String(source.year)];
  return words.filter((each) => each !== undefined).join(SEPARATOR);
}

function setTradeoff(tradeoff: Tradeoff, content: SheetContent, width: number, style: SheetStyle): SheetPart {
  return stackParts(
    [
      labelled('Gain', tradeoff.gain, width, style),
      labelled('Cost', tradeoff.cost, width, style),
      labelled('The cost dominates when', tradeoff.when, width, style),
      ...setBasis(tradeoff, content, width, style),
    ],
    style.body * 0.08,
  );
}

function setFailureMode(
  mode: FailureMode,
  content: SheetContent,
  width: number,
  style: SheetStyle,
): SheetPart {
  const { theme, body, small } = style;
  const pills: PillLook[] = [
    {
      text: SEVERITY_WORDS[mode.severity],
      ink: theme.ink,
      line: mode.severity === 'high' ? theme.ink : theme.line,
      ground: null,
    },
    ...(mode.silent ? [{ text: 'Silent', ink: theme.paper, line: theme.ink, ground: theme.ink }] : []),
  ];
  const letters = Math.max(9, small * 0.9);
  const own = pillsWidth(pills, letters);
  const name = { size: body, weight: 600 as const, fill: theme.ink };
  const beside = measureText(mode.name, body, 600) + body * 0.6;
  const head =
    beside + own <= width
      ? placeBeside([
          { part: stackParts([space(body * 0.08), setText(mode.name, { ...name, width })]), at: 0 },
          { part: setPills(pills, own, letters), at: beside },
        ])
      : stackParts([setText(mode.name, { ...name, width }), setPills(pills, width, letters)], body * 0.15);
  return stackParts(
    [
      head,
      labelled('Detection', mode.detection, width, style),
      labelled('Mitigation', mode.mitigation, width, style),
      ...setBasis(mode, content, width, style),
    ],
    body * 0.12,
  );
}

/** What a statement other than a fact rests on; nothing where nothing is recorded, which the open points say. */
function setBasis(
  statement: Pick<Tradeoff, 'facts' | 'grade' | 'source'>,
  { factNumbers, sources }: SheetContent,
  width: number,
  style: SheetStyle,
): SheetPart[] {
  const numbers = (statement.facts ?? [])
    .flatMap((fact) => factNumbers.get(fact) ?? [])
    .sort((a, b) => a - b);
  const look = { width, size: style.small, fill: style.theme.muted };
  const facts =
    numbers.length === 0
      ? []
      : [setText(`Rests on ${numbers.length === 1 ? 'fact' : 'facts'} ${numbers.join(', ')}`, look)];
  if (statement.source === undefined) return facts;
  const grade = {
    text: GRADE_WORDS[statement.grade ?? 'assumption'].label,
    weight: 600 as const,
    fill: style.theme.ink,
  };
  const words = sourceWords(statement.source, sources.get(statement.source));
  return [...facts, setText(words, look, { ...grade, text: `${grade.text}\u00a0·` })];
}

function setFit(
  fits: readonly SheetFit[],
  note: string | undefined,
  width: number,
  style: SheetStyle,
): SheetBlock[] {
  const { body } = style;
  const lists = [
    { sign: '+', title: 'Fits', own: fits.filter((fit) => fit.fits) },
    { sign: '-', title: 'Avoid when', own: fits.filter((fit) => !fit.fits) },
  ] as const;
  return [
    { ...blockOf(heading('Fit', null, width, style)), gap: body * 1.8, keepsWithNext: true, opens: true },
    ...lists.flatMap(({ sign, title, own }): SheetBlock[] =>
      own.length === 0
        ? []
        : [
            {
              ...blockOf(signedTitle(sign, title, '', width, style)),
              gap: body * 0.6,
              keepsWithNext: true,
            },
            ...own.map((fit) => ({
              ...blockOf(labelled(`${fit.label}:`, fit.why, width, style, true)),
              gap: body * 0.25,
            })),
          ],
    ),
    ...setNote(note, width, style).map((part) => ({ ...blockOf(part), gap: body * 0.5 })),
  ];
}

/** A section: its heading, then its parts, each of which stands whole. */
function section(
  title: string,
  count: number | null,
  parts: readonly SheetPart[],
  width: number,
  style: SheetStyle,
  between = 0.85,
): SheetBlock[] {
  const { body } = style;
  return [
    { ...blockOf(heading(title, count, width, style)), gap: body * 1.8, keepsWithNext: true, opens: true },
    ...parts.map((part, at) => ({ ...blockOf(part), gap: body * (at === 0 ? 0.55 : between) })),
  ];
}

function heading(title: string, count: number | null, width: number, style: SheetStyle): SheetPart {
  const { theme, hue, large } = style;
  const words = setText(
    count === null ? '' : String(count),
    { width, size: large, weight: 500, fill: theme.muted },
    { text: title, weight: 700, fill: theme.ink },
  );
  const rule = drawAreas(2, (x, y) => [
    { path: `M${round(x)} ${round(y)}h${round(width)}v2h${round(-width)}z`, fill: hue.main },
  ]);
  return stackParts([words, rule], large * 0.12);
}

function labelled(label: string, text: string, width: number, style: SheetStyle, strong = false): SheetPart {
  const { theme, body } = style;
  return setText(
    text,
    { width, size: body, fill: theme.ink },
    { text: label, weight: 600, fill: strong ? theme.ink : theme.muted },
  );
}

function plain(text: string, width: number, { theme, body }: SheetStyle): SheetPart {
  return setText(text, { width, size: body, fill: theme.ink });
}

function setNote(note: string | undefined, width: number, { theme, body }: SheetStyle): SheetPart[] {
  return note === undefined ? [] : [setText(note, { width, size: body, weight: 600, fill: theme.muted })];
}

function blockOf(part: SheetPart): SheetBlock {
  return { part, height: part.height, gap: 0 };
}
