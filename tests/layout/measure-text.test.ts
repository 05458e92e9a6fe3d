import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText } from '../../src/layout/measure-text.ts';

describe('measureText', () => {
  // Measured with canvas measureText in Chromium 156 with the bundled font at 100 px.
  it.each([
    ['Mixture of experts (MoE)', 400, 1175.8],
    ['State-space models and hybrids (Mamba)', 500, 2006.9],
    ['Parameter-efficient fine-tuning', 600, 1506.9],
    ['Größe Ångström 1234567890', 700, 1450.5],
    ['10⁻³ ≤ 5 → ↑ – — α β γ', 500, 1078.9],
  ] as const)('agrees with the browser on %s', (text, weight, width) => {
    expect(Math.abs(measureText(text, 100, weight) / width - 1)).toBeLessThan(0.01);
  });

  it('counts unknown characters as one em and combining marks as nothing', () => {
    expect(measureText('深層', 20, 400)).toBe(40);
    expect(measureText('e\u0301', 20, 400)).toBe(measureText('e', 20, 400));
  });

  it('grows with the text and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(measureText(a + b, 10, 500)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
