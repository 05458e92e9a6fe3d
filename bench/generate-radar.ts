import type { Radar, Trend } from '../src/domain/radar.ts';
import { formatRadarJson } from '../src/formats/radar-json.ts';

/** How trends spread over rings and quadrants in radars that are in use: the inner ring is the smallest. */
const RINGS = [
  { id: 'adopt', name: 'Adopt', share: 0.15 },
  { id: 'trial', name: 'Trial', share: 0.25 },
  { id: 'assess', name: 'Assess', share: 0.4 },
  { id: 'hold', name: 'Hold', share: 0.2 },
] as const;
const QUADRANTS = [
  { id: 'techniques', name: 'Techniques', share: 0.3 },
  { id: 'platforms', name: 'Platforms', share: 0.2 },
  { id: 'tools', name: 'Tools', share: 0.3 },
  { id: 'languages', name: 'Languages', share: 0.2 },
] as const;
const WORDS = ['Neural', 'Cloud', 'Stream', 'Graph', 'Edge', 'Query', 'Vector', 'Signal', 'Batch', 'Model'];

/**
 * A radar file with as many made-up trends, each with some evidence, the same at every call.
 *
 * @returns the text of the file
 */
export function generateRadar(count: number): string {
  const chance = seededChance(count);
  const radar: Radar = {
    version: 1,
    title: `A radar of ${count} trends`,
    quadrants: QUADRANTS.map(({ id, name }) => ({ id, name })),
    rings: RINGS.map(({ id, name }) => ({ id, name })),
    editions: [
      { id: 'before', date: '2025-01' },
      { id: 'now', date: '2025-07' },
    ],
    sources: [{ id: 'report', title: 'A report', year: 2025, url: 'https://example.org/report' }],
    trends: Array.from({ length: count }, (_, index) => generateTrend(index, chance)),
  };
  return formatRadarJson(radar);
}

function generateTrend(index: number, chance: () => number): Trend {
  const word = () => WORDS[Math.floor(chance() * WORDS.length)] ?? 'Model';
  const now = { edition: 'now', ring: pick(RINGS, chance()) };
  const before = { edition: 'before', ring: chance() < 0.7 ? now.ring : pick(RINGS, chance()) };
  return {
    id: `trend-${index}`,
    name: `${word()} ${word()} ${index}`,
    quadrant: pick(QUADRANTS, chance()),
    placements: chance() < 0.2 ? [now] : [before, now],
    summary: 'A made-up trend with a summary of the length that a summary usually has, for measuring.',
    facts: ['f1', 'f2'].map((id) => ({
      id,
      claim: 'It was measured on a made-up task and came out better than what was there before.',
      kind: 'benchmark',
      stance: id === 'f1' ? 'supports' : 'limits',
      date: '2025-03',
      source: 'report',
      grade: 'derived',
    })),
    tradeoffs: [{ gain: 'Speed', cost: 'Memory', when: 'Inputs are long.' }],
  };
}

function pick(choices: readonly { id: string; share: number }[], at: number): string {
  let below = 0;
  for (const { id, share } of choices) {
    below += share;
    if (at < below) return id;
  }
  return choices.at(-1)?.id ?? '';
}

/** Numbers from 0 to 1 that look like chance and are the same for the same seed (a linear congruence). */
function seededChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
