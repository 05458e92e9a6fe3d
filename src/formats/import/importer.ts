import type { Draft, Finding } from '../../domain/importing/draft.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Radar } from '../../domain/radar.ts';
import type { SnapshotView } from '../snapshot.ts';

/** One file that was given to be read: dropped, chosen, pasted, fetched, or out of a folder or an archive. */
export interface SourceFile {
  /** With `/` between folders and without one that holds all of the files. */
  path: string;
  bytes: Uint8Array;
  /** The bytes as text (UTF-8 or UTF-16 by its mark, without the mark), or null where they are none. */
  text: string | null;
  /** Whether the text was read as Windows-1252 because it is no UTF-8: some letters may be wrong. */
  isGuessed?: boolean;
}

/** All files that were given at once: usually one, several for a folder. Hidden files are left out. */
export interface Source {
  files: readonly SourceFile[];
  /** The text of a lone file read as JSON or YAML; undefined where there are several, or it is neither. */
  value: unknown;
}

/** What reading gives: a whole radar, a draft that leaves questions, or, where nothing can be made of it, the reasons. */
export type Imported =
  | { kind: 'radar'; radar: Radar; view: SnapshotView | null; findings: readonly Finding[] }
  | { kind: 'draft'; draft: Draft }
  | { kind: 'failure'; reason: string; cure: string; issues: readonly Issue[] };

/** One format of one tool. */
export interface Importer {
  /** Such as `byor-csv`. */
  id: string;
  /** What it is called on screen, such as "Build Your Own Radar, CSV". */
  label: string;
  /** Whether the content, never the name, is of this format. At most one importer recognises a source. */
  recognises: (source: Source) => boolean;
  /** Reads a source that it recognised. Never throws: what cannot be read is a failure in words. */
  read: (source: Source) => Imported | Promise<Imported>;
}
