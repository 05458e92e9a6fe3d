import { strToU8 } from 'fflate';
import { expect } from 'vitest';
import { checkRadar } from '../../../src/domain/check-radar.ts';
import type { Draft } from '../../../src/domain/importing/draft.ts';
import { type Reconciled, reconcile } from '../../../src/domain/importing/reconcile.ts';
import { RadarFileSchema } from '../../../src/domain/schema.ts';
import type { Imported, SourceFile } from '../../../src/formats/import/importer.ts';
import { type GivenFile, unpackSource } from '../../../src/formats/import/source-files.ts';
import * as aoe from './samples/aoe.ts';
import * as backstage from './samples/backstage.ts';
import * as byor from './samples/byor.ts';
import * as own from './samples/own.ts';
import * as porsche from './samples/porsche.ts';
import * as qiwi from './samples/qiwi.ts';
import type { BrokenSample, Sample } from './samples/sample.ts';
import * as zalando from './samples/zalando.ts';

const MODULES = [own, byor, backstage, aoe, porsche, qiwi, zalando];

/** Every sample of every format. */
export const SAMPLES: Sample[] = MODULES.flatMap((module) => module.SAMPLES);
export const BROKEN: BrokenSample[] = MODULES.flatMap((module) => module.BROKEN);

/** A sample's files as bytes, before anything is known of them. */
export function givenOf(files: Sample['files']): GivenFile[] {
  return files.map(({ path, text, bytes }) => ({ path, bytes: bytes ?? strToU8(text ?? '') }));
}

/** What importers get of files. */
export function sourceFilesOf(given: readonly GivenFile[]): SourceFile[] {
  const files = unpackSource(given);
  if (!Array.isArray(files)) throw new Error(files.reason);
  return files;
}

/** All that a person is told, one thing a line, each with its place. */
export function wordsOf(imported: Imported): string {
  if (imported.kind === 'failure') {
    const issues = imported.issues.map((issue) => `${issue.file}:${issue.line}: ${issue.message}`);
    return [imported.reason, imported.cure, ...issues].join('\n');
  }
  const findings = imported.kind === 'draft' ? imported.draft.findings : imported.findings;
  return findings
    .map(({ place, message, done }) => `${place.file}:${place.line}: ${message}. ${done}`)
    .join('\n');
}

/** What a draft becomes with no decision made: each entry kept or listed, and a radar that passes all checks, or the reason. */
export function expectSound(draft: Draft): Reconciled {
  const result = reconcile(draft, {});
  expect(draft.trends).not.toEqual([]);
  expect(result.read).toBe(draft.trends.length);
  expect(result.kept + result.leftOut.length).toBe(result.read);
  if (result.radar === null) expect(result.issues).not.toEqual([]);
  else {
    expect(result.radar.trends).toHaveLength(result.kept);
    expect(RadarFileSchema.safeParse(result.radar).error?.issues).toBeUndefined();
    expect(checkRadar(result.radar).filter(({ severity }) => severity === 'error')).toEqual([]);
  }
  return result;
}
