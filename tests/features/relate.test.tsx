import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RadarIndex, Tie } from '../../src/domain/radar-index.ts';
import { TieOverlay } from '../../src/features/relate/tie-overlay.tsx';
import { layOutRadar } from '../../src/layout/lay-out-radar.ts';

const NAMES = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Old'];
const INDEX: RadarIndex = {
  title: 'Radar',
  quadrants: ['one', 'two'].map((id) => ({ id, name: id })),
  rings: ['Adopt', 'Assess'].map((name) => ({ id: name.toLowerCase(), name })),
  editions: [
    { id: 'past', date: '2024' },
    { id: 'now', date: '2026' },
  ],
  articles: [],
  sourceCount: 0,
  trends: NAMES.map((name, at) => ({
    id: name.toLowerCase(),
    name,
    quadrant: at % 2 === 0 ? 'one' : 'two',
    placements: [
      {
        edition: name === 'Old' ? 'past' : 'now',
        ring: at === 1 ? 'assess' : 'adopt',
        strength: at === 1 ? 'thin' : 'strong',
        earned: at !== 2,
      },
    ],
    related: [],
  })),
};
const TIES: Tie[] = [
  { trend: 'gamma', relation: 'complements', inverse: false },
  { trend: 'old', relation: 'enables', inverse: false },
  { trend: 'beta', relation: 'requires', inverse: false },
  { trend: 'delta', relation: 'complements', inverse: true },
  { trend: 'delta', relation: 'mitigates', inverse: true },
];
const layout = layOutRadar(INDEX, { edition: 'now', frame: { width: 1000, height: 1000 }, names: true });

describe('the relations over the chart', () => {
  it('cover the view of the chart, are drawn to each related blip, and say nothing to readers', () => {
    const { container } = render(<TieOverlay layout={layout} trend="alpha" ties={TIES} />);
    const svg = container.querySelector('svg');
    const { x, y, width, height } = layout.view;
    expect(svg).toHaveAttribute('viewBox', `${x} ${y} ${width} ${height}`);
    expect(svg).toHaveAttribute('aria-hidden', 'true');
    const drawn = [...container.querySelectorAll('[data-tie]')].map((line) => line.getAttribute('data-tie'));
    expect(drawn).toEqual(['gamma', 'beta', 'delta', 'delta']);
    expect([...container.querySelectorAll('text')].map((label) => label.textContent)).toContain('requires');
  });
});
