import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthWords, moveInQueue, orderQueue } from '../../src/domain/workshop/queue-order.ts';

const RADAR = {
  quadrants: [
    { id: 'tools', name: 'Tools' },
    { id: 'methods', name: 'Methods' },
  ],
  rings: [
    { id: 'adopt', name: 'Adopt' },
    { id: 'trial', name: 'Trial' },
  ],
};
const TRENDS = [
  { id: 'a', quadrant: 'methods', ring: 'adopt' },
  { id: 'b', quadrant: 'tools', ring: 'trial' },
  { id: 'c', quadrant: 'tools', ring: 'adopt' },
  { id: 'd', quadrant: 'methods', ring: 'trial' },
  { id: 'e', quadrant: 'tools', ring: 'adopt' },
];

describe('the order of a workshop', () => {
  it('goes quadrant by quadrant from the inner ring outwards, in a cell by number', () => {
    expect(orderQueue(RADAR, TRENDS, 'quadrants')).toEqual(['c', 'e', 'b', 'a', 'd']);
    const numbers = new Map([
      ['e', 1],
      ['c', 2],
    ]);
    expect(orderQueue(RADAR, TRENDS, 'quadrants', numbers)).toEqual(['e', 'c', 'b', 'a', 'd']);
  });

  it('or takes the inner ring of all quadrants first', () => {
    expect(orderQueue(RADAR, TRENDS, 'rings')).toEqual(['c', 'e', 'a', 'b', 'd']);
  });

  it('lets an entry go elsewhere, and keeps all others in their order', () => {
    expect(moveInQueue(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moveInQueue(['a', 'b', 'c'], 'a', Number.POSITIVE_INFINITY)).toEqual(['b', 'c', 'a']);
    expect(moveInQueue(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.nat(), fc.integer(), (queue, at, step) => {
        const id = queue[at % Math.max(1, queue.length)] ?? 'none';
        const next = moveInQueue(queue, id, step);
        expect(next.filter((entry) => entry !== id)).toEqual(queue.filter((entry) => entry !== id));
        expect(next).toHaveLength(queue.length);
      }),
    );
  });
});

describe('the length of a workshop in words', () => {
  it('says hours, minutes and half days', () => {
    expect(lengthWords(46, 5)).toBe('46 trends at 5 minutes: about 3 h 50 min; two half days');
    expect(lengthWords(1, 1)).toBe('1 trend at 1 minute: about 1 min');
    expect(lengthWords(12, 5)).toBe('12 trends at 5 minutes: about 1 h');
    expect(lengthWords(46, 0)).toBe('46 trends, without a limit of time');
    expect(lengthWords(400, 5)).toContain('; 12 half days');
  });
});
