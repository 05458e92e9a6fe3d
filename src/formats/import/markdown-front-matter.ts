import type { Finding, Place } from '../../domain/importing/draft.ts';
import { isRecord } from '../../domain/radar-values.ts';
import type { SourceFile } from './importer.ts';
import { parseYamlValue } from './source-files.ts';
import { wordsOf } from './tidy-values.ts';

/** A block between two lines of three hyphens at the start of a text. */
const BLOCK = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
/** Longest block that is looked for, in characters. */
const LONGEST_BLOCK = 50_000;
const OF_ITEM = /^(?:ring|quadrant|segment)[ \t]*:/m;
const OF_PORSCHE = /^(?:summary|teams|products|links|ogImage)[ \t]*:/m;
const PORSCHE_TOGGLES = ['showTeamFilter', 'showProductFilter', 'showBlipChange', 'showDemoDisclaimer'];

/** One item of a folder of Markdown files: what one release says of it. */
export interface MarkdownItem {
  /** The name of its file without its ending. */
  id: string;
  /** The name of the folder that holds it; empty where there is none. */
  release: string;
  /** Its front matter. */
  keys: Record<string, unknown>;
  body: string;
  place: Place;
}

/** Whether a file is an item of a radar: Markdown with front matter that places it. */
export function isMarkdownItem({ text }: SourceFile): boolean {
  return text !== null && OF_ITEM.test(blockOf(text)?.[1] ?? '');
}

function blockOf(text: string): RegExpExecArray | null {
  return BLOCK.exec(text.slice(0, LONGEST_BLOCK));
}

/**
 * Which of two tools that share a layout made a folder; null for neither. The config decides where it declares cells:
 * Porsche's has segments without colours (they are in its themes) or its own keys, AOE's has colours. Without such a
 * config the front matter decides: only Porsche's has a summary, teams, products or links.
 */
export function tellDialect(files: readonly SourceFile[]): 'aoe' | 'porsche' | null {
  const items = files.filter(isMarkdownItem);
  if (items.length === 0) return null;
  const config = findConfig(files)?.value ?? {};
  const toggles = isRecord(config.toggles) ? config.toggles : {};
  if ('defaultTheme' in config || PORSCHE_TOGGLES.some((key) => key in toggles)) return 'porsche';
  if ('quadrants' in config || 'colors' in config || 'flags' in config) return 'aoe';
  const cells = [config.segments, config.rings].flatMap((list): unknown[] =>
    Array.isArray(list) ? list : [],
  );
  if (cells.length > 0) {
    return cells.some((cell) => isRecord(cell) && 'color' in cell) ? 'aoe' : 'porsche';
  }
  return items.some(({ text }) => OF_PORSCHE.test(blockOf(text ?? '')?.[1] ?? '')) ? 'porsche' : 'aoe';
}

/** A config that declares what a radar is made of, with its file. */
export interface FoundConfig {
  file: SourceFile;
  value: Record<string, unknown>;
}

/** Configs are short; longer files are data. */
const LONGEST_CONFIG = 200_000;

/** The config of a folder, known by its content: of several the outermost, and of those on one level the first by name. */
export function findConfig(files: readonly SourceFile[]): FoundConfig | null {
  const depth = (path: string) => path.split('/').length;
  const texts = files.filter(
    ({ text }) =>
      text !== null && text.length < LONGEST_CONFIG && /^\s*\{/.test(text) && CONFIG_KEY.test(text),
  );
  const sorted = texts.sort(
    (a, b) => depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0),
  );
  for (const file of sorted) {
    const value = parseConfig(file.text ?? '');
    const isConfig = ['quadrants', 'segments', 'rings', 'toggles'].some((key) => key in value);
    if (isConfig && !['items', 'entries', 'trends'].some((key) => key in value)) return { file, value };
  }
  return null;
}

const CONFIG_KEY = /"(?:quadrants|segments|rings|toggles)"\s*:/;

function parseConfig(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** Reads the items of a folder in the order of their paths; tells of those whose front matter cannot be read. */
export function readMarkdownItems(files: readonly SourceFile[], findings: Finding[]): MarkdownItem[] {
  const sorted = [...files]
    .filter(isMarkdownItem)
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return sorted.flatMap((file) => {
    const text = file.text ?? '';
    const block = blockOf(text);
    const parsed = parseYamlValue(block?.[1] ?? '', file.path);
    if (!isRecord(parsed?.value)) {
      const [issue] = parsed?.issues ?? [];
      findings.push({
        // The block begins on the second line.
        place: { file: file.path, line: (issue?.line ?? 0) + 1 },
        message: `the front matter cannot be read${issue === undefined ? '' : `: ${issue.message}`}`,
        done: 'The file is left out.',
      });
      return [];
    }
    const steps = file.path.split('/');
    const name = steps.at(-1) ?? '';
    return {
      id: name.replace(/\.(?:md|markdown|mdx|txt)$/i, ''),
      release: steps.at(-2) ?? '',
      keys: parsed.value,
      body: text.slice(block?.[0].length ?? 0).trim(),
      place: { file: file.path, line: 1 },
    };
  });
}

/** A text of an item's front matter; empty where there is none. */
export function keyOf(item: MarkdownItem, key: string): string {
  return wordsOf(item.keys[key]);
}
