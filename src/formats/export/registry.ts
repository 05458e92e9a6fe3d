import { backstage } from './backstage.ts';
import { byorCsv } from './byor-csv.ts';
import { byorJson } from './byor-json.ts';
import type { Exporter } from './exporter.ts';
import { markdownReport } from './markdown-report.ts';
import { ownFolderZip } from './own-folder-zip.ts';
import { ownJson } from './own-json.ts';
import { zalando } from './zalando.ts';

/** Every format that a radar is written in, those that hold all of it first. */
export const EXPORTERS: readonly Exporter[] = [
  ownJson,
  ownFolderZip,
  markdownReport,
  byorCsv,
  byorJson,
  zalando,
  backstage,
];
