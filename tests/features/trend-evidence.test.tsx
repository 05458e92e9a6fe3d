import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Radar, Trend } from '../../src/domain/radar.ts';
import { buildDetail, buildIndex } from '../../src/domain/radar-index.ts';
import { shownTrends } from '../../src/domain/shown-trends.ts';
import { TrendEvidence } from '../../src/features/read/trend-evidence.tsx';

const MODE = { symptom: 's', cause: 'c', detection: 'd', mitigation: 'm' };

function radarWith(trend: Partial<Trend>, more: Partial<Radar>): Radar {
  return {
    version: 1,
    title: 'Radar',
    quadrants: ['one', 'two'].map((id) => ({ id, name: id })),
    rings: ['adopt', 'trial'].map((id) => ({ id, name: id })),
    editions: [{ id: 'now', date: '2026' }],
    sources: [
      { id: 's1', title: 'A paper', authors: 'Ada, Bob, Cy, Di', year: 2024, url: 'https://example.org/1' },
      {
        id: 's2',
        title: 'A report',
        organisations: ['Lab'],
        year: 2025,
        date: '2025-03-09',
        url: 'https://example.org/2',
      },
    ],
    articles: [{ id: 'article', title: 'An article' }],
    trends: [
      { id: 'a', name: 'Alpha', quadrant: 'one', placements: [{ edition: 'now', ring: 'adopt' }], ...trend },
      { id: 'b', name: 'Beta', quadrant: 'two', placements: [{ edition: 'now', ring: 'trial' }] },
    ],
    ...more,
  };
}

function show(trend: Partial<Trend>, more: Partial<Radar> = {}) {
  const radar = radarWith(trend, more);
  const [first] = radar.trends;
  const [shown] = shownTrends(buildIndex(radar), 'now');
  if (first === undefined || shown === undefined) throw new Error('a radar with a trend');
  const select = vi.fn();
  render(
    <TrendEvidence
      index={buildIndex(radar)}
      edition="now"
      trend={shown}
      detail={buildDetail(radar, first)}
      linkTo={(id) => `?trend=${id}`}
      select={select}
    />,
  );
  return select;
}

const fact = (
  id: string,
  stance: 'supports' | 'limits',
  grade: 'verified' | 'derived' | 'assumption',
  source = 's1',
) => ({
  id,
  claim: `Claim ${id}`,
  kind: 'benchmark' as const,
  stance,
  date: '2024-11-09',
  source,
  grade,
});

describe('the evidence of a trend', () => {
  it('tells supporting from limiting facts, each with grade, kind, date and a link to its source', () => {
    show({ facts: [fact('f1', 'supports', 'verified'), fact('f2', 'limits', 'assumption', 's2')] });
    const evidence = within(screen.getByRole('region', { name: 'Evidence 2' }));
    const [supporting, limiting] = evidence.getAllByRole('listitem');
    expect(supporting).toHaveTextContent('Claim f1');
    expect(supporting).toHaveTextContent('Verified · Benchmark · 9 Nov 2024');
    expect(supporting).toHaveTextContent('Ada and others · 2024');
    expect(limiting).toHaveTextContent('Assumption');
    expect(limiting).toHaveTextContent('Lab · 9 Mar 2025');
    expect(evidence.getByRole('link', { name: 'A report' })).toHaveAttribute('href', 'https://example.org/2');
  });

  it('says of a figure who measured it', () => {
    show({
      facts: [
        { ...fact('f1', 'supports', 'verified'), measuredBy: 'vendor' },
        { ...fact('f2', 'supports', 'verified'), measuredBy: 'independent' },
        fact('f3', 'limits', 'verified'),
      ],
    });
    const evidence = within(screen.getByRole('region', { name: 'Evidence 3' }));
    const [vendor, independent, unsaid] = evidence.getAllByRole('listitem');
    expect(vendor).toHaveTextContent('9 Nov 2024 · measured by the vendor');
    expect(independent).toHaveTextContent('measured independently');
    expect(unsaid).not.toHaveTextContent('measured');
  });

  it('shows where it stood before, by what was known then, and that this was done in retrospect', () => {
    show(
      {
        placements: [
          {
            edition: 'then',
            ring: 'trial',
            reason: 'Early days.',
            facts: ['f1'],
            milestones: ['2023-05', '2024'],
          },
          { edition: 'now', ring: 'adopt', reason: 'It holds.', facts: ['f1', 'f2'] },
        ],
        facts: [
          { ...fact('f1', 'supports', 'verified'), date: '2023' },
          fact('f2', 'limits', 'verified', 's2'),
          fact('f3', 'supports', 'derived'),
        ],
      },
      {
        editions: [
          { id: 'then', date: '2023-12', retrospective: true },
          { id: 'now', date: '2026' },
        ],
      },
    );
    const verdict = within(screen.getByRole('region', { name: 'Verdict' }));
    expect(verdict.getByText('It holds.').nextSibling).toHaveTextContent('Rests on fact 1, fact 2.');
    const before = verdict.getByText('then (retrospective): trial').parentElement;
    expect(before).toHaveTextContent(
      'then (retrospective): trial, thin evidence by then, not earned. Early days.',
    );
    expect(before?.nextSibling).toHaveTextContent('Rests on fact 1 and the milestones of May 2023, 2024.');
    expect(verdict.getByRole('link', { name: 'May 2023' })).toHaveAttribute('href', '#milestone-2023-05');
    expect(verdict.getByText(/made after its date/)).toBeInTheDocument();
  });

  it('says that a trend was not on the radar before, and nothing where there was no edition before', () => {
    const editions = ['then', 'now'].map((id, at) => ({ id, date: `202${at}` }));
    show({}, { editions });
    expect(screen.getByText('then: not on the radar')).toBeInTheDocument();
    expect(screen.queryByText(/made after its date/)).toBeNull();
    cleanup();
    show({});
    expect(screen.queryByRole('heading', { name: 'Earlier' })).toBeNull();
  });

  it('says of each condition whether it fits and why, and what the condition means', () => {
    show(
      {
        fits: [{ condition: 'fast', why: 'One pass suffices.' }],
        avoidWhen: [{ condition: 'small', why: 'It needs 80 GB.' }],
      },
      {
        conditions: [
          { id: 'fast', label: 'Latency-sensitive', explanation: 'Answers are due soon.', group: 'Work' },
          { id: 'small', label: 'On device', explanation: 'It runs on phones.', group: 'Work' },
          { id: 'other', label: 'Regulated', explanation: 'A law applies.', group: 'Stakes' },
        ],
      },
    );
    const fit = within(screen.getByRole('region', { name: 'Fit 2' }));
    expect(fit.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Latency-sensitive: One pass suffices.',
      'On device: It needs 80 GB.',
    ]);
    expect(fit.getByText('It runs on phones.')).toBeInTheDocument();
    expect(fit.queryByText('A law applies.')).toBeNull();
  });

  it('shows a relation that the other trend names, the other way round', () => {
    show(
      {},
      {
        trends: [
          { id: 'a', name: 'Alpha', quadrant: 'one', placements: [{ edition: 'now', ring: 'adopt' }] },
          {
            id: 'b',
            name: 'Beta',
            quadrant: 'two',
            placements: [{ edition: 'now', ring: 'trial' }],
            related: [{ trend: 'a', relation: 'mitigates' }],
          },
        ],
      },
    );
    const related = within(screen.getByRole('region', { name: 'Related trends 1' }));
    expect(related.getByRole('listitem')).toHaveTextContent('Mitigated by Beta');
  });

  it('says where one side has no fact at all', () => {
    show({ facts: [fact('f1', 'supports', 'derived')] });
    expect(screen.getByText('Limits: none recorded.')).toBeInTheDocument();
  });

  it('says that nothing is recorded, and what the ring asks for', () => {
    show({});
    expect(screen.getByText('No evidence recorded')).toBeInTheDocument();
    expect(screen.getByText(/adopt is not earned/)).toBeInTheDocument();
    expect(
      screen.getByText(/Missing for adopt: strong evidence; .*two tradeoffs; two failure modes/),
    ).toBeInTheDocument();
    expect(screen.getByRole('region', { name: /^Evidence/ })).toHaveTextContent('No evidence recorded');
  });

  it('puts grave failure modes first, and of equals the silent one', () => {
    show({
      failureModes: [
        { name: 'low', ...MODE, severity: 'low', silent: true },
        { name: 'loud', ...MODE, severity: 'high', silent: false },
        { name: 'quiet', ...MODE, severity: 'high', silent: true },
      ],
    });
    const headings = within(screen.getByRole('region', { name: 'Failure modes 3' })).getAllByRole('heading', {
      level: 4,
    });
    expect(headings.map((heading) => heading.textContent)).toEqual([
      'quietHigh severitySilent',
      'loudHigh severity',
      'lowLow severitySilent',
    ]);
  });

  it('says what a tradeoff rests on: facts by number, a source of its own, or practice alone', () => {
    const words = { cost: 'cost', when: 'when' };
    show({
      facts: [fact('f1', 'supports', 'verified'), fact('f9', 'limits', 'verified')],
      tradeoffs: [
        { gain: 'one', ...words, facts: ['f9'] },
        { gain: 'two', ...words, source: 's2', grade: 'derived', note: 'With care.' },
        { gain: 'three', ...words },
      ],
    });
    const tradeoffs = within(screen.getByRole('region', { name: 'Tradeoffs 3' }));
    expect(tradeoffs.getByRole('link', { name: 'fact 2' })).toHaveAttribute('href', '#fact-f9');
    expect(tradeoffs.getByText('Derived')).toBeInTheDocument();
    expect(tradeoffs.getByText(/With care\./)).toBeInTheDocument();
    expect(tradeoffs.getByText(/from practice, no source recorded/)).toHaveTextContent('Assumption');
  });

  it('follows a related trend in place, and leaves other clicks to the browser', async () => {
    const select = show({ related: [{ trend: 'b', relation: 'competes-with' }] });
    const related = within(screen.getByRole('region', { name: 'Related trends 1' }));
    expect(related.getByRole('listitem')).toHaveTextContent('Competes with Beta');
    const link = related.getByRole('link', { name: 'Beta' });
    expect(link).toHaveAttribute('href', '?trend=b');
    link.addEventListener('click', (event) => event.preventDefault());
    const user = userEvent.setup();
    await user.keyboard('{Control>}');
    await user.click(link);
    expect(select).not.toHaveBeenCalled();
    await user.keyboard('{/Control}');
    await user.click(link);
    expect(select).toHaveBeenCalledWith('b');
  });

  it('keeps what the articles claim apart from the evidence', () => {
    show({ articles: [{ article: 'article', says: 'It changes everything.' }] });
    expect(screen.getByText(/claims, not evidence/)).toBeInTheDocument();
    expect(screen.getByText('It changes everything.')).toHaveTextContent('An article');
  });
});
