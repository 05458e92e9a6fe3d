import { expect, it } from 'vitest';
import { nearestName } from '../../src/domain/nearest-name.ts';

it.each([
  ['transfromers', ['transformers', 'transfer-learning'], 'transformers'],
  ['Adopt', ['adopt', 'assess'], 'adopt'],
  ['e2', ['e1'], 'e1'],
  ['c', ['a'], null],
  ['hold', ['adopt', 'trial'], null],
  ['anything', [], null],
])('takes %j among %j for %j', (name, candidates, expected) => {
  expect(nearestName(name, candidates)).toBe(expected);
});
