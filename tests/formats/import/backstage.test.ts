import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/importing/draft.ts';
import { importSource } from '../../../src/formats/import/registry.ts';
import { givenOf, sourceFilesOf } from './all-samples.ts';
import { ONE_DATE, TWO_DATES } from './samples/backstage.ts';

async function draftOf(value: unknown): Promise<Draft> {
  const imported = await importSource(
    sourceFilesOf(givenOf([{ path: 'a.json', text: JSON.stringify(value, null, 1) }])),
  );
  if (imported.kind !== 'draft') throw new Error(`no draft: ${JSON.stringify(imported)}`);
  return imported.draft;
}

const entry = (id: string, ...dates: string[]) => ({
  id,
  key: id,
  quadrant: 'arch',
  title: id,
  timeline: dates.map((date, index) => ({ date, ringId: index % 2 === 0 ? 'adopt' : 'trial', moved: 1 })),
});

describe('a Backstage radar', () => {
  it('makes an edition of each date, and finds the newest item by its date, not its order', async () => {
    const draft = await draftOf(TWO_DATES);
    expect(draft.title).toBe('Platform radar');
    expect(draft.editions.map(({ id }) => id)).toEqual(['2025-11-01', '2026-11-01']);
    const [sparse, ledger] = draft.trends;
    expect(sparse?.placements).toMatchObject([
      { edition: '2025-11-01', ring: 'caution', reason: 'Not yet.' },
      { edition: '2026-11-01', ring: 'trial', reason: 'It pays.' },
    ]);
    expect(ledger?.placements).toMatchObject([{ edition: '2026-11-01', ring: 'caution' }]);
    expect(JSON.stringify(draft.trends)).not.toContain('moved');
    expect(sparse).toMatchObject({
      key: 'sml',
      description: 'A **wide** layer. **Bold**',
      links: [{ title: 'Paper', url: 'https://example.org/paper' }],
    });
    expect(ledger?.links).toEqual([{ url: 'https://example.org/ledger' }]);
    expect(draft.findings.map(({ message }) => message).join('\n')).toMatch(
      /colours(.|\n)*a picture(.|\n)*javascript(.|\n)*by its name/,
    );
    expect(draft.rings[1]).toEqual({ keys: ['trial'], name: 'TRIAL', description: 'Worth pursuing.' });
  });

  it('tells of movement only where no earlier edition shows it', async () => {
    const draft = await draftOf(ONE_DATE);
    expect(draft.trends.map(({ placements }) => placements[0]?.moved)).toEqual(['in', 'out']);
  });

  it('keeps a place in every edition after the last change', async () => {
    const draft = await draftOf({
      ...ONE_DATE,
      entries: [entry('a', '2024-01-01'), entry('b', '2025-01-01')],
    });
    expect(draft.trends[0]?.placements.map(({ edition, ring }) => [edition, ring])).toEqual([
      ['2024-01-01', 'adopt'],
      ['2025-01-01', 'adopt'],
    ]);
  });

  it('joins days into months, and the oldest months into one, where there are many', async () => {
    const days = Array.from({ length: 13 }, (_, index) => `2026-0${1 + Math.floor(index / 5)}-${10 + index}`);
    const months = await draftOf({ ...ONE_DATE, entries: [entry('a', ...days)] });
    expect(months.editions.map(({ id }) => id)).toEqual(['2026-01', '2026-02', '2026-03']);
    const years = Array.from({ length: 14 }, (_, index) => `${2010 + index}-05-01`);
    const folded = await draftOf({ ...ONE_DATE, entries: [entry('a', ...years), entry('b', '2010-05-01')] });
    expect(folded.editions).toHaveLength(12);
    expect(folded.trends[1]?.placements[0]).toMatchObject({ edition: '2012-05', ring: 'adopt' });
    expect(folded.findings.at(-1)?.done).toContain('folded into the first');
  });

  it('keeps an entry without a timeline or a date, for a person to decide', async () => {
    const draft = await draftOf({
      ...ONE_DATE,
      entries: [entry('a'), entry('b', 'May'), entry('c', '2026-01-01')],
    });
    expect(
      draft.trends.map(({ placements }) => placements.map(({ edition, ring }) => [edition, ring])),
    ).toEqual([[['2026-01-01', '']], [['2026-01-01', 'adopt']], [['2026-01-01', 'adopt']]]);
  });
});
