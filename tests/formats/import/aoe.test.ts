import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/importing/draft.ts';
import { importSource } from '../../../src/formats/import/registry.ts';
import { givenOf, sourceFilesOf } from './all-samples.ts';
import * as aoe from './samples/aoe.ts';
import * as porsche from './samples/porsche.ts';
import type { Sample } from './samples/sample.ts';

async function draftOf(files: Sample['files']): Promise<Draft> {
  const imported = await importSource(sourceFilesOf(givenOf(files)));
  if (imported.kind !== 'draft') throw new Error(`no draft: ${JSON.stringify(imported)}`);
  return imported.draft;
}

const placesOf = (draft: Draft, name: string) =>
  draft.trends
    .find((trend) => trend.name === name)
    ?.placements.map(({ edition, ring, reason }) => [
      edition,
      ring,
      ...(reason === undefined ? [] : [reason]),
    ]);

describe('an AOE folder', () => {
  it('makes each release an edition, in which what a file leaves out stays as it was', async () => {
    const draft = await draftOf(aoe.FOLDER);
    expect(draft.title).toBe('Our radar');
    expect(draft.quadrants).toEqual([
      { keys: ['languages'], name: 'Languages', description: 'What we *write*.' },
      { keys: ['tools'], name: 'Tools', description: 'What we use.' },
    ]);
    expect(draft.rings.map(({ name }) => name)).toEqual(['Adopt', 'Trial', 'Hold']);
    expect(placesOf(draft, 'Quill')).toEqual([
      ['2025-04-01', 'trial'],
      ['2026-04-01', 'adopt'],
      ['2026-11-01', 'adopt'],
    ]);
    expect(placesOf(draft, 'Anvil')).toEqual([
      ['2026-04-01', 'hold', 'It is heavy.'],
      ['2026-11-01', 'trial'],
    ]);
    const quill = draft.trends.find(({ key }) => key === 'quill');
    expect(quill).toMatchObject({
      quadrant: 'languages',
      tags: ['typed', 'small', 'not featured'],
      description: 'A language. See [there](https://example.org)\n\nlogo',
    });
    const told = draft.findings.map(({ message }) => message).join('\n');
    expect(told).toMatch(/not featured/);
    expect(told).toMatch(/a picture/);
    expect(told).toMatch(/about\.md/);
  });

  it('reads folders without dates as one edition, and says so', async () => {
    const files = aoe.FOLDER.map(({ path, text }) => ({
      path: path.replace(/20(\d\d)-(\d\d)-01/, 'r$1$2'),
      text,
    }));
    const draft = await draftOf(files);
    expect(draft.editions).toEqual([]);
    expect(placesOf(draft, 'Quill')).toEqual([[null, 'adopt']]);
    expect(draft.findings.map(({ message }) => message).join()).toMatch(/not named by a date/);
  });
});

describe('built data', () => {
  it('goes back through the revisions, and turns HTML into Markdown', async () => {
    const draft = await draftOf([
      { path: 'data.json', text: JSON.stringify(aoe.DATA) },
      { path: 'config.json', text: aoe.CONFIG },
    ]);
    expect(draft.rings.map(({ name }) => name)).toEqual(['Adopt', 'Trial', 'Hold']);
    expect(placesOf(draft, 'Quill')).toEqual([
      ['2025-04-01', 'trial', 'We try it.'],
      ['2026-04-01', 'adopt'],
    ]);
    expect(placesOf(draft, 'Anvil')).toEqual([['2026-04-01', 'hold']]);
    expect(draft.trends[0]?.description).toBe('A **language**.');
    expect(draft.trends[1]).toMatchObject({ quadrant: 'tools', tags: ['not featured'] });
  });
});

describe('a Porsche folder', () => {
  it('takes tags, teams and links of the newest file alone, and follows links between items', async () => {
    const draft = await draftOf(porsche.FOLDER);
    const sparse = draft.trends.find(({ key }) => key === 'sparse');
    expect(sparse).toMatchObject({
      name: 'Sparse layers',
      tags: ['team: core'],
      description: 'Compare with Dense baseline, the plain one and nothing.',
      related: ['dense'],
    });
    expect(sparse?.links).toBeUndefined();
    expect(sparse?.summary).toBeUndefined();
    expect(placesOf(draft, 'Sparse layers')).toEqual([
      ['2026-05-01', 'assess'],
      ['2026-11-01', 'adopt'],
    ]);
    const first = await draftOf(porsche.FOLDER.slice(0, 3));
    expect(first.trends.find(({ key }) => key === 'sparse')).toMatchObject({
      summary: 'Most of it sleeps.',
      tags: ['inference', 'team: platform-ml', 'product: assistant'],
      links: [{ title: 'Paper', url: 'https://example.org/paper' }],
    });
  });

  it('is told from AOE by its config first, and by its front matter where there is none', async () => {
    const [config, ...items] = porsche.FOLDER;
    expect((await draftOf(items)).format).toMatch(/Porsche/);
    const colours = config?.text
      .replaceAll('"radius"', '"color":"#fff","radius"')
      .replace('"defaultTheme":"porsche",', '');
    const plain = colours?.replace('"toggles":{"showTeamFilter":true},', '') ?? '';
    expect((await draftOf([{ path: 'config.json', text: plain }, ...items])).format).toMatch(/AOE/);
  });
});
