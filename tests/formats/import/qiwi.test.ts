import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/importing/draft.ts';
import { QIWI as IMPORTER } from '../../../src/formats/import/qiwi.ts';
import { buildSource, unpackSource } from '../../../src/formats/import/source-files.ts';
import { BROKEN, SAMPLES } from './samples/qiwi.ts';

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

describe('the radar of qiwi', () => {
  it('is read of several tables, with the lines of the whole file', async () => {
    const draft = await sample('tables with sectors');
    expect(draft.title).toBe('Models we watch');
    expect(draft.editions).toEqual([{ id: '2026-11-21', date: '2026-11-21' }]);
    expect(draft.quadrants).toEqual([
      { keys: ['s1', 'q1', 'nets'], name: 'Architectures' },
      { keys: ['s2', 'q2'], name: 'Training' },
    ]);
    expect(draft.rings.map(({ name }) => name)).toEqual(['Use', 'Try']);
    expect(lines(draft)).toEqual([19, 20, 22]);
    expect(moves(draft)).toEqual(['in', 'same', 'out']);
    expect(draft.trends[0]?.description).toBe('Few experts, one token.');
    expect(draft.findings).toEqual([]);
  });

  it('may name quadrants as it did before', async () => {
    const draft = await sample('tables with quadrants');
    expect(draft.quadrants[0]).toEqual({ keys: ['q1', 'nets'], name: 'Architectures, layers' });
    expect(draft.trends.map(({ quadrant }) => quadrant)).toEqual(['nets', 'q2']);
    expect(draft.rings).toEqual([]);
  });

  it('may be JSON', async () => {
    const draft = await sample('JSON');
    expect(draft.description).toBe('Read from the **inside**.');
    expect(moves(draft)).toEqual(['in', 'same', undefined]);
    expect(draft.trends.map(({ quadrant }) => quadrant)).toEqual(['nets', 's2', 'q1']);
  });

  it('may be YAML, with aliases either way round', async () => {
    const draft = await sample('YAML');
    expect(draft.quadrants).toEqual([
      { keys: ['q1', 'nets', 'layers'], name: 'Architectures' },
      { keys: ['q2', 'runs'], name: 'Training' },
    ]);
    expect(lines(draft)).toEqual([11, 16]);
  });
});

it.each(BROKEN)('tells what is wrong: $name', async ({ name, files: [file] }) => {
  const source = sourceOf(file?.path ?? '', file?.text ?? '');
  expect(IMPORTER.recognises(source)).toBe(true);
  const imported = await IMPORTER.read(source);
  if (imported.kind === 'draft') expect(imported.draft.findings, name).not.toEqual([]);
  else expect(imported).toMatchObject({ kind: 'failure', cure: expect.stringMatching(/\.$/) });
});
