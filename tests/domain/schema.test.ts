import { describe, expect, it } from 'vitest';
import { isDate, isHttpLink, isId } from '../../src/domain/schema.ts';

describe('isDate', () => {
  it.each(['2024', '2024-02', '2024-02-29', '1999-12-31'])('takes %s', (value) => {
    expect(isDate(value)).toBe(true);
  });
  it.each([
    '24',
    '2024-13',
    '2023-02-29',
    '2024-00-10',
    '2024-1',
    '2024-01-1',
    '01-02-2024',
    '2024-04-31',
    '',
    '2024-01-01T00:00',
  ])('refuses %j', (value) => {
    expect(isDate(value)).toBe(false);
  });
});

describe('isHttpLink', () => {
  it.each(['https://example.org', 'http://example.org/a?b#c'])('takes %s', (value) => {
    expect(isHttpLink(value)).toBe(true);
  });
  it.each([
    'example.org',
    '/a',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'mailto:a@b.c',
    '',
  ])('refuses %j', (value) => {
    expect(isHttpLink(value)).toBe(false);
  });
});

describe('isId', () => {
  it.each(['a', 'mixed-precision', '2024', 'gpt-4'])('takes %s', (value) => {
    expect(isId(value)).toBe(true);
  });
  it.each(['A', 'a b', 'a--b', '-a', 'a-', 'a_b', 'ä', '../a', ''])('refuses %j', (value) => {
    expect(isId(value)).toBe(false);
  });
});
