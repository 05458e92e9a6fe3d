import type { Importer } from './importer.ts';
import { readMarkdownFolder } from './markdown-folder.ts';
import { tellDialect } from './markdown-front-matter.ts';

const LABEL = 'Porsche Tech Radar, folder of Markdown files';

/** The folder of Porsche's radar, which is laid out as AOE's is; `tellDialect` tells the two apart. */
export const PORSCHE_FOLDER: Importer = {
  id: 'porsche-folder',
  label: LABEL,
  recognises: ({ files }) => tellDialect(files) === 'porsche',
  read: ({ files }) =>
    readMarkdownFolder(files, { format: LABEL, isWhole: true, isReplaced: true, hasWikiLinks: true }),
};
