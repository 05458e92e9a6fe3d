import { isRecord } from '../../domain/radar-values.ts';
import { parseRadarJson } from '../radar-json.ts';
import type { Importer, Source } from './importer.ts';
import { findingsOf } from './issue-findings.ts';
import { failureOf, looksLikeJson } from './source-files.ts';

/** Keys under which other formats hold their entries. */
const FOREIGN = ['entries', 'items', 'data', 'blips'];

/** The radar file of this radar, `*.radar.json`. */
export const OWN_JSON: Importer = {
  id: 'own-json',
  label: 'Trend Radar, radar file',
  recognises: ({ files, value }: Source) => {
    if (!looksLikeJson(files[0]?.text ?? '') || !isRecord(value)) return false;
    if (FOREIGN.some((key) => key in value)) return false;
    return 'trends' in value || ('version' in value && 'quadrants' in value && 'rings' in value);
  },
  read: ({ files }: Source) => {
    const [file] = files;
    const { radar, issues } = parseRadarJson(file?.text ?? '', file?.path ?? '');
    if (radar !== null) return { kind: 'radar', radar, view: null, findings: findingsOf(issues) };
    return failureOf('The file is not a valid radar', 'Mend the places below and open it again.', issues);
  },
};
