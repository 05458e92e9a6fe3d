import { isRecord } from '../../domain/radar-values.ts';
import { parseRadarFolder } from '../radar-folder.ts';
import { checkYaml } from './check-yaml.ts';
import type { Importer, Source, SourceFile } from './importer.ts';
import { findingsOf } from './issue-findings.ts';
import { failureOf } from './source-files.ts';
import { countWords } from './tidy-values.ts';

const HEAD = /^((?:.*\/)?)radar\.yaml$/;
const PARTS = /^(?:radar\.yaml|sources\.yaml|trends\/[^/]+\.yaml)$/;

/** The data folder of this radar: `radar.yaml`, `sources.yaml` and `trends/`. */
export const OWN_FOLDER: Importer = {
  id: 'own-folder',
  label: 'Trend Radar, data folder',
  recognises: (source) => findFolder(source.files) !== null || isLoneHead(source),
  read: (source) => {
    const folder = findFolder(source.files);
    if (folder === null) {
      return failureOf(
        'This is the head of a data folder, without its trends',
        'Drop the whole folder, with sources.yaml and the folder trends in it.',
      );
    }
    const parts = source.files.filter(({ path }) => isPart(path, folder));
    const unreadable = parts.filter(({ text }) => text === null).map(({ path }) => path);
    if (unreadable.length > 0) {
      const what = countWords(unreadable, 'file', 'files');
      return failureOf(`The folder holds ${what}, which cannot be read as text`, 'Save each as UTF-8.');
    }
    const texts = parts.map(({ path, text }): [string, string] => [path.slice(folder.length), text ?? '']);
    const wild = texts.flatMap(([path, text]) => checkYaml(text, path) ?? []);
    if (wild.length > 0)
      return failureOf('The folder holds YAML that is not worth being read', 'Mend the places below.', wild);
    const { radar, issues } = parseRadarFolder(new Map(texts));
    if (radar === null)
      return failureOf('The folder is not a valid radar', 'Mend the places below and drop it again.', issues);
    const others = source.files.filter(({ path }) => !isPart(path, folder) && !isKnown(path, folder));
    const findings = findingsOf(issues);
    if (others.length > 0) {
      const names = others.map(({ path }) => path);
      findings.push({
        place: { file: names[0] ?? '' },
        message: `the folder holds ${countWords(names, 'other file', 'other files')}`,
        done: 'No trend is read from there.',
      });
    }
    return { kind: 'radar', radar, view: null, findings };
  },
};

/** The path of the folder that holds the head and a trend, with its slash; of several the outermost. */
function findFolder(files: readonly SourceFile[]): string | null {
  const heads = files.flatMap(({ path }) => HEAD.exec(path)?.[1] ?? []);
  const folders = heads.filter((head) => files.some(({ path }) => path.startsWith(`${head}trends/`)));
  return folders.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? null;
}

function isLoneHead({ value, files }: Source): boolean {
  if (!isRecord(value) || /^\s*\{/.test(files[0]?.text ?? '')) return false;
  return 'version' in value && 'quadrants' in value && 'rings' in value && 'editions' in value;
}

function isPart(path: string, folder: string): boolean {
  return path.startsWith(folder) && PARTS.test(path.slice(folder.length));
}

/** Files that belong to every data folder and say nothing of its radar. */
function isKnown(path: string, folder: string): boolean {
  const inside = path.startsWith(folder) ? path.slice(folder.length) : '';
  return inside === 'README.md' || /^schema\/[^/]+\.schema\.json$/.test(inside);
}
