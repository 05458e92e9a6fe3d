import type { Place } from '../../domain/importing/draft.ts';
import type { Locate } from '../parsed-text.ts';
import type { SourceFile } from './importer.ts';
import { formatPath } from './issue-findings.ts';
import { parseValue } from './source-files.ts';

/** Where a value stands, by the keys and list positions that lead to it. */
export type PlaceOf = (...path: (string | number)[]) => Place;

/** Builds what answers where the values of a file's JSON or YAML stand. The text is read when the first is asked for. */
export function buildPlaces(file: SourceFile): PlaceOf {
  let locate: Locate | null = null;
  return (...path) => {
    locate ??= parseValue(file)?.locate ?? (() => undefined);
    return { file: file.path, line: locate(path)?.line, field: formatPath(path) };
  };
}
