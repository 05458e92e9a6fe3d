import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/importing/draft.ts';
import { buildSource, unpackSource } from '../../../src/formats/import/source-files.ts';
import { ZALANDO as IMPORTER } from '../../../src/formats/import/zalando.ts';
import { BROKEN, PAGE, SAMPLES } from './samples/zalando.ts';

function sourceOf(path: string, text: string) {
  const files = unpackSource([{ path, bytes: strToU8(text) }]);
  if (!Array.isArray(files)) throw new Error(files.reason);
  return buildSource(files);
}

async function draftOf(text: string): Promise<Draft> {
  const source = sourceOf('radar.txt', text);
  expect(IMPORTER.recognises(source)).toBe(true);
  const imported = await IMPORTER.read(source);
  if (imported.kind !== 'draft') throw new Error(JSON.stringify(imported));
  return imported.draft;
}

const sample = (name: string) => draftOf(SAMPLES.find((one) => one.name === name)?.files[0]?.text ?? '');
const moves = (draft: Draft) => draft.trends.map(({ placements }) => placements[0]?.moved);
const lines = (draft: Draft) => draft.trends.map(({ place }) => place.line);

describe('the radar of Zalando', () => {
  it('is read with the names, the date and the links of its file', async () => {
    const draft = await sample('a whole configuration');
    expect(draft.title).toBe('Models we watch');
    expect(draft.editions).toEqual([{ id: '2026-11', date: '2026-11' }]);
    expect(draft.rings.map(({ name }) => name)).toEqual(['ADOPT', 'TRIAL', 'ASSESS', 'HOLD']);
    expect(draft.rings[0]?.description).toBe('What we are sure of.');
    expect(moves(draft)).toEqual(['in', 'new', 'same', 'out']);
    expect(draft.trends.map(({ tags }) => tags)).toEqual([undefined, ['inactive'], undefined, undefined]);
    expect(draft.trends[0]?.links).toEqual([{ url: 'https://example.org/experts' }]);
    expect(draft.quadrants.find(({ keys }) => keys.includes(draft.trends[0]?.quadrant ?? ''))?.name).toBe(
      'Datastores',
    );
  });

  it('says that names are missing, and gives some', async () => {
    const draft = await sample('entries and a date');
    expect(draft.rings.map(({ name }) => name)).toEqual(['Adopt', 'Trial', 'Assess', 'Hold']);
    expect(draft.findings.map(({ place }) => place.field)).toEqual(['quadrants', 'rings']);
  });

  it('leaves a number out of range to be asked about', async () => {
    const text = '{"entries":[{"label":"A","quadrant":7,"ring":0},{"label":"B","quadrant":4,"ring":-1}]}';
    const draft = await draftOf(text);
    expect(draft.trends.map(({ quadrant }) => quadrant)).toEqual(['quadrant 7', 'quadrant number 4']);
    expect(draft.trends[1]?.placements[0]?.ring).toBe('ring -1');
  });

  it('is read out of a page, with the lines of the page', async () => {
    const draft = await sample('the call in a page');
    const line = PAGE.slice(0, PAGE.indexOf('"Gradient ledger"')).split('\n').length - 1;
    expect(lines(draft)[1]).toBe(line);
  });

  it('is read out of a script with brackets in its texts, and nothing of it runs', async () => {
    const draft = await sample('the call in a script, keys without quotes');
    expect(draft.title).toBe('Models (we watch)');
    expect(draft.trends.map(({ name }) => name)).toEqual(['Sparse mixture layers', 'Gradient ledger']);
  });
});

it.each(BROKEN)('tells what is wrong: $name', async ({ name, files: [file] }) => {
  const source = sourceOf(file?.path ?? '', file?.text ?? '');
  expect(IMPORTER.recognises(source)).toBe(true);
  const imported = await IMPORTER.read(source);
  if (imported.kind === 'draft') expect(imported.draft.findings, name).not.toEqual([]);
  else expect(imported).toMatchObject({ kind: 'failure', cure: expect.stringMatching(/\.$/) });
});
