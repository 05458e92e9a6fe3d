import { describe, expect, it } from 'vitest';
import { latestEdition } from '../../src/domain/editions.ts';
import { movementOf } from '../../src/domain/movement.ts';

const RINGS = ['adopt', 'trial', 'assess'].map((id) => ({ id, name: id }));
const EDITIONS = [
  { id: 'later', date: '2026-11' },
  { id: 'earlier', date: '2024-11' },
];
const moved = (earlier: string | null, later: string | null, edition = 'later') =>
  movementOf(
    [
      ...(later === null ? [] : [{ edition: 'later', ring: later }]),
      ...(earlier === null ? [] : [{ edition: 'earlier', ring: earlier }]),
    ],
    EDITIONS,
    RINGS,
    edition,
  );

describe('movement', () => {
  it.each([
    ['trial', 'adopt', 'in'],
    ['adopt', 'assess', 'out'],
    ['trial', 'trial', 'same'],
    [null, 'trial', 'new'],
    ['trial', null, null],
  ])('from %s to %s is %s, whatever the order of the editions', (earlier, later, movement) => {
    expect(moved(earlier, later)).toBe(movement);
  });

  it('does not call everything new in the first edition', () => {
    expect(moved('trial', 'adopt', 'earlier')).toBe('same');
  });

  it('shows the latest edition by date', () => {
    expect(latestEdition(EDITIONS).id).toBe('later');
  });
});
