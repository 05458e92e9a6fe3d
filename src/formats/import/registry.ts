import type { Finding } from '../../domain/importing/draft.ts';
import { AOE_DATA } from './aoe-data.ts';
import { AOE_FOLDER } from './aoe-folder.ts';
import { BACKSTAGE } from './backstage.ts';
import { BYOR_CSV } from './byor-csv.ts';
import { BYOR_JSON } from './byor-json.ts';
import { BYOR_XLSX } from './byor-xlsx.ts';
import { describeContent } from './describe-content.ts';
import { TREND_LIMIT } from './draft-values.ts';
import type { Imported, Importer, Source, SourceFile } from './importer.ts';
import { OWN_FOLDER } from './own-folder.ts';
import { OWN_JSON } from './own-json.ts';
import { OWN_SNAPSHOT } from './own-snapshot.ts';
import { PORSCHE_FOLDER } from './porsche-folder.ts';
import { QIWI } from './qiwi.ts';
import { ROADIE_CSV } from './roadie-csv.ts';
import { buildSource, type Failure, failureOf } from './source-files.ts';
import { countWords } from './tidy-values.ts';
import { ZALANDO } from './zalando.ts';

/** All formats that are read, each in a file of its own. At most one recognises a source. */
export const IMPORTERS: readonly Importer[] = [
  OWN_JSON,
  OWN_FOLDER,
  OWN_SNAPSHOT,
  BACKSTAGE,
  AOE_FOLDER,
  AOE_DATA,
  PORSCHE_FOLDER,
  BYOR_CSV,
  BYOR_JSON,
  BYOR_XLSX,
  ROADIE_CSV,
  ZALANDO,
  QIWI,
];

/** Most files of a set without a radar of its own that are each looked at alone. */
const MOST_TRIED = 200;

/**
 * Reads whatever was given, by its content. Of several files that make no radar together, the only one that is a radar
 * is read, and the others are told of. Never throws: what cannot be read is a failure in words.
 *
 * @param files as `unpackSource` gives them
 */
export async function importSource(files: readonly SourceFile[]): Promise<Imported> {
  const source = buildSource(files);
  const importer = findImporter(source);
  if (importer !== null) return readWith(importer, source);
  const alone = files.length > 1 ? findAlone(files) : [];
  const [only, ...others] = alone;
  if (only === undefined)
    return describeContent(
      files,
      IMPORTERS.map(({ label }) => label),
    );
  if (others.length > 0) {
    const paths = alone.map(({ path }) => path);
    return failureOf(
      `Each of these is a radar of its own: ${countWords(paths, 'file', 'files')}`,
      'Drop or choose one at a time; of several tables of one radar make one, with all rows below one first line.',
    );
  }
  const loose = buildSource([only.file]);
  const imported = await readWith(only.importer, loose);
  return withFinding(imported, othersThan(only.file, files));
}

/** The importer that recognises a source, or null. */
export function findImporter(source: Source): Importer | null {
  return IMPORTERS.find((importer) => recognisesSafely(importer, source)) ?? null;
}

/** Content that makes a check fail in a way that no one thought of is not of its format. */
function recognisesSafely(importer: Importer, source: Source): boolean {
  try {
    return importer.recognises(source);
  } catch {
    return false;
  }
}

async function readWith(importer: Importer, source: Source): Promise<Imported> {
  try {
    const read = await importer.read(source);
    const imported = read.kind === 'draft' ? (checkSize(read.draft.trends.length) ?? read) : read;
    const guessed = source.files.find((file) => file.isGuessed);
    return guessed === undefined ? imported : withFinding(imported, guessedOf(guessed));
  } catch {
    return failureOf(
      `This looks like ${importer.label}, but something in it cannot be read`,
      'Save it again with the program that made it, or give it in another format.',
    );
  }
}

function checkSize(trends: number): Failure | null {
  if (trends === 0)
    return failureOf('There is no trend in it', 'Check that it is the right file, and that it is whole.');
  if (trends <= TREND_LIMIT) return null;
  return failureOf(
    `There are ${trends} trends in it, and at most ${TREND_LIMIT} are read`,
    'Split it into several radars.',
  );
}

interface Alone {
  importer: Importer;
  file: SourceFile;
  path: string;
}

/** Pictures that carry no radar lie in many folders: they count only where nothing else is a radar. */
function findAlone(files: readonly SourceFile[]): Alone[] {
  const tried = files.slice(0, MOST_TRIED).flatMap((file): Alone[] => {
    const importer = findImporter(buildSource([file]));
    return importer === null ? [] : [{ importer, file, path: file.path }];
  });
  const texts = tried.filter(({ importer }) => importer !== OWN_SNAPSHOT);
  return texts.length > 0 ? texts : tried;
}

function guessedOf({ path }: SourceFile): Finding {
  return {
    place: { file: path },
    message: 'the text is no UTF-8',
    done: 'It is read as Windows-1252, as Excel saves CSV; if letters look wrong, save it as "CSV UTF-8".',
  };
}

function othersThan(file: SourceFile, files: readonly SourceFile[]): Finding {
  const names = files.flatMap((other) => (other === file ? [] : other.path));
  return {
    place: { file: names[0] ?? '' },
    message: `besides the radar there came ${countWords(names, 'file', 'files')}`,
    done: 'No trend is read from there.',
  };
}

function withFinding(imported: Imported, finding: Finding): Imported {
  if (imported.kind === 'radar') return { ...imported, findings: [...imported.findings, finding] };
  if (imported.kind === 'failure') return imported;
  return { kind: 'draft', draft: { ...imported.draft, findings: [...imported.draft.findings, finding] } };
}
