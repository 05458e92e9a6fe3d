import { describe, expect, it } from 'vitest';
import { trendLink } from '../../src/state/view-state.ts';

describe('the link to a trend', () => {
  it('is the trend alone where the page shows nothing else', () => {
    expect(trendLink('gans', '')).toBe('?trend=gans');
  });

  it('keeps filters, lens, radar and edition, and leaves out the panel and what is chosen in it', () => {
    const link = trendLink(
      'gans',
      '?radar=kept%3Aa&edition=2024-11&trend=other&panel=table&chosen=a,b&ring=assess,trial&lens=regulated&lensname=A%20%26%20B',
    );
    const shown = new URLSearchParams(link);
    expect(Object.fromEntries(shown)).toEqual({
      radar: 'kept:a',
      edition: '2024-11',
      ring: 'assess,trial',
      lens: 'regulated',
      lensname: 'A & B',
      trend: 'gans',
    });
    expect(shown.getAll('trend')).toHaveLength(1);
  });
});
