import { buildExcerpt, type Piece } from '../../domain/assessing/excerpt.ts';
import { splitWords } from '../../domain/assessing/search-words.ts';

/** Something the page can do, as the search box offers it. */
export interface Command {
  id: string;
  label: string;
  /** The keys that do the same, such as "Ctrl+E". */
  keys?: string;
  run: () => void;
}

export interface MatchedCommand {
  command: Command;
  /** The label, with what matched. */
  label: Piece[];
}

/** The commands in whose label every word of the query begins a word; all of them for a query without words. */
export function matchCommands(commands: readonly Command[], query: string): MatchedCommand[] {
  const sought = splitWords(query.slice(0, 1000)).map((word) => word.folded);
  // Signs alone, such as "?!", are looked for, too, and nothing has them.
  if (sought.length === 0 && query.trim() !== '') return [];
  return commands.flatMap((command) => {
    const words = splitWords(command.label).map((word) => word.folded);
    if (!sought.every((begin) => words.some((word) => word.startsWith(begin)))) return [];
    const matched = new Set(words.filter((word) => sought.some((begin) => word.startsWith(begin))));
    return [{ command, label: buildExcerpt(command.label, matched) }];
  });
}
