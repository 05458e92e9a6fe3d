import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Radar, Trend } from '../../src/domain/radar.ts';
import { buildDetail, buildIndex } from '../../src/domain/radar-index.ts';
import { shownTrends } from '../../src/domain/shown-trends.ts';
import { Description } from '../../src/features/read/description.tsx';
import { LazyDescription } from '../../src/features/read/lazy-description.tsx';
import { TrendEvidence } from '../../src/features/read/trend-evidence.tsx';

function show(told: Partial<Trend>, addEvidence?: () => void) {
  const trend: Trend = {
    id: 'a',
    name: 'Alpha',
    quadrant: 'one',
    placements: [{ edition: 'now', ring: 'adopt' }],
    ...told,
  };
  const radar: Radar = {
    version: 1,
    title: 'Radar',
    quadrants: ['one', 'two'].map((id) => ({ id, name: id })),
    rings: [{ id: 'adopt', name: 'Adopt' }],
    editions: [{ id: 'now', date: '2026' }],
    sources: [{ id: 's', title: 'A source', year: 2024, url: 'https://example.org/s' }],
    trends: [trend],
  };
  const index = buildIndex(radar);
  const [shown] = shownTrends(index, 'now');
  if (shown === undefined) throw new Error('a trend that is shown');
  return render(
    <TrendEvidence
      index={index}
      edition="now"
      trend={shown}
      detail={buildDetail(radar, trend)}
      linkTo={(id) => `?trend=${id}`}
      select={() => undefined}
      addEvidence={addEvidence}
    />,
  );
}

const FACT = {
  id: 'f',
  claim: 'It works.',
  kind: 'benchmark',
  stance: 'supports',
  date: '2024',
  source: 's',
  grade: 'verified',
} as const;

describe('what is told of a trend', () => {
  it('stands in the panel: its description, tags, and links that say nothing of where they are followed from', async () => {
    show({
      description: '# Head\n\nIt is **quick**.',
      tags: ['speech', 'audio', 'speech'],
      links: [{ title: 'The handbook', url: 'https://example.org/h' }, { url: 'https://example.org/bare' }],
    });
    const told = within(screen.getByRole('region', { name: 'Description' }));
    expect(await told.findByRole('heading', { name: 'Head', level: 4 })).toBeVisible();
    expect(told.getByText('quick').tagName).toBe('STRONG');
    const tags = within(screen.getByRole('region', { name: /^Tags/ })).getAllByRole('listitem');
    expect(tags.map((tag) => tag.textContent)).toEqual(['speech', 'audio']);
    const links = within(screen.getByRole('region', { name: /^Links/ })).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['The handbook', 'https://example.org/h'],
      ['https://example.org/bare', 'https://example.org/bare'],
    ]);
    for (const link of links) {
      expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
      expect(link).toHaveAttribute('target', '_blank');
    }
    const jumps = within(screen.getByRole('navigation', { name: 'Parts of this trend' }));
    expect(jumps.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '#description',
      '#tags',
      '#links',
    ]);
  });

  it('comes before the evidence only where there is none', async () => {
    const order = () => screen.getAllByRole('region').map((region) => region.id);
    const { unmount } = show({ tags: ['x'] });
    expect(order().filter((id) => id === 'tags' || id === 'evidence')).toEqual(['tags', 'evidence']);
    unmount();
    show({ tags: ['x'], facts: [FACT] });
    expect(order().filter((id) => id === 'tags' || id === 'evidence')).toEqual(['evidence', 'tags']);
  });
});

describe('a trend without any facts', () => {
  it('says so, and offers to add some where that can be done', async () => {
    const add = vi.fn();
    show({}, add);
    const evidence = within(screen.getByRole('region', { name: /^Evidence/ }));
    expect(evidence.getByText(/^No evidence recorded/)).toBeVisible();
    await userEvent.click(evidence.getByRole('button', { name: 'Add evidence' }));
    expect(add).toHaveBeenCalledOnce();
  });

  it('has the sentence alone where nothing can be added, and no empty list of parts', () => {
    show({});
    expect(screen.getByRole('region', { name: /^Evidence/ })).toHaveTextContent('No evidence recorded');
    expect(screen.queryByRole('button', { name: 'Add evidence' })).toBeNull();
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  it('offers nothing to one that has facts', () => {
    show({ facts: [FACT] }, () => undefined);
    expect(screen.queryByRole('button', { name: 'Add evidence' })).toBeNull();
  });
});

describe('a description that nobody vouches for', () => {
  const draw = (markdown: string) => render(<Description markdown={markdown} />).container;

  it.each([
    ['[x](javascript:alert(1))', 'x'],
    ['[x](JaVaScRiPt:alert(1)) [y](data:text/html,hi) [z](//example.org)', 'x y z'],
    ['<javascript:alert(1)>', 'javascript:alert(1)'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['a <script>alert(1)</script> b', 'a <script>alert(1)</script> b'],
    ['<iframe src="https://example.org"></iframe>', '<iframe src="https://example.org"></iframe>'],
    ['![a picture](https://example.org/a.png)', 'a picture'],
    ['![i][1]\n\n[1]: https://example.org/a.png', 'i'],
    ['[x](mailto:a@example.org) [y](ftp://example.org) [z](#top) [v](?radar=other)', 'x y z v'],
  ])('draws %s as words alone', (markdown, words) => {
    const text = draw(String(markdown));
    expect(
      text.querySelectorAll('a, img, script, iframe, input, style, svg, [src], [style], [id]'),
    ).toHaveLength(0);
    expect(text.textContent?.trim()).toBe(words);
  });

  it('links http(s) addresses alone, to a window that knows nothing of this one', () => {
    const text = draw('[a](https://example.org/a?b=1#c), http://example.org/d and www.example.org');
    const links = [...text.querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://example.org/a?b=1#c',
      'http://example.org/d',
      'http://www.example.org',
    ]);
    for (const link of links) {
      expect(link.rel).toBe('noopener noreferrer nofollow');
      expect(link.target).toBe('_blank');
    }
  });

  it('has its titles below those of the panel', () => {
    const text = draw('# one\n## two\n### three\n###### six');
    expect([...text.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((title) => title.tagName)).toEqual([
      'H4',
      'H4',
      'H5',
      'H5',
    ]);
  });

  it('draws tables, tasks and footnotes without anything to press or to jump to', () => {
    const text = draw('| a | b |\n| - | - |\n| c | d |\n\n- [x] done\n- [ ] open\n\nword[^1]\n\n[^1]: note');
    expect([...text.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['c', 'd']);
    expect(text.querySelectorAll('input, a, [id]')).toHaveLength(0);
    expect(text).toHaveTextContent('☑ done');
    expect(text).toHaveTextContent('☐ open');
    expect(text).toHaveTextContent('note');
  });
});

describe('a description whose reader cannot be fetched', () => {
  it('is shown in plain words, and drawn once it can', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const fetchCode = vi
      .fn<() => Promise<{ default: typeof Description }>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue({ default: Description });
    const { container } = render(<LazyDescription markdown="It is **quick**." fetchCode={fetchCode} />);
    expect(await screen.findByRole('alert')).toHaveTextContent('Check the connection and try again');
    expect(container).toHaveTextContent('It is quick.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect((await screen.findByText('quick')).tagName).toBe('STRONG');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
