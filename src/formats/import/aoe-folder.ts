import type { Importer } from './importer.ts';
import { readMarkdownFolder } from './markdown-folder.ts';
import { tellDialect } from './markdown-front-matter.ts';

const LABEL = 'AOE Technology Radar, folder of Markdown files';

/** The folder of AOE's radar: a folder for each release, in it a Markdown file for each item that changed. */
export const AOE_FOLDER: Importer = {
  id: 'aoe-folder',
  label: LABEL,
  recognises: ({ files }) => tellDialect(files) === 'aoe',
  read: ({ files }) =>
    readMarkdownFolder(files, { format: LABEL, isWhole: false, isReplaced: false, hasWikiLinks: false }),
};
