import { mixBits } from '../../src/layout/hash-text.ts';
import type { BlipInput } from '../../src/layout/place-blips.ts';

/** A made-up radar: everything follows from its seed. */
export interface GeneratedRadar {
  quadrants: string[];
  rings: string[];
  blips: (BlipInput & { name: string; marked: boolean })[];
  /** Blips in each ring, inner first. */
  counts: number[];
}

const WORDS =
  'transfer learning sparse attention mixture of experts synthetic data federated edge inference quantization pruning ' +
  'diffusion models state-space robustness fairness auditing privacy-preserving ML carbon accounting prompt injection ' +
  'defence retrieval evaluation serving optimisation open-weight distillation GANs drug discovery MLOps lifecycle';
const VOCABULARY = WORDS.split(' ');

/** A source of numbers 0 to 1 from a seed. */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mixBits(state) / 2 ** 32;
  };
}

/** `skew` 0 spreads the blips evenly over the cells; 2 leaves some cells empty and stuffs others. */
export function generateRadar(
  seed: number,
  quadrants: number,
  rings: number,
  blips: number,
  skew = 1,
): GeneratedRadar {
  const chance = seededChance(seed);
  const quadrantIds = Array.from({ length: quadrants }, (_, i) => `quadrant-${i}`);
  const ringIds = Array.from({ length: rings }, (_, i) => `ring-${i}`);
  const weigh = (ids: readonly string[]): number[] =>
    ids.map(() => 0.08 + (1 - 0.45 * skew * chance()) ** (2 * skew));
  const quadrantWeights = weigh(quadrantIds);
  const ringWeights = weigh(ringIds);
  const made = Array.from({ length: blips }, (_, i) => ({
    id: `trend-${seed}-${i}`,
    quadrant: pick(quadrantIds, quadrantWeights, chance()),
    ring: pick(ringIds, ringWeights, chance()),
    name: makeName(chance),
    marked: chance() < 0.25,
  }));
  const counts = ringIds.map((ring) => made.filter((blip) => blip.ring === ring).length);
  return { quadrants: quadrantIds, rings: ringIds, blips: made, counts };
}

function makeName(chance: () => number): string {
  const words = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => {
    return VOCABULARY[Math.floor(chance() * VOCABULARY.length)] ?? 'trend';
  });
  return words.join(' ').slice(0, 32);
}

function pick(ids: readonly string[], weights: readonly number[], chance: number): string {
  let left = chance * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, id] of ids.entries()) {
    left -= weights[i] ?? 0;
    if (left < 0) return id;
  }
  return ids.at(-1) ?? '';
}
