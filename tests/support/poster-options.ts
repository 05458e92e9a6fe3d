import type { PosterOptions } from '../../src/scene/poster-options.ts';

/** A light page of 16:9 with everything on it; a test says what differs. */
export const POSTER_OPTIONS: Omit<PosterOptions, 'edition'> = {
  width: 1920,
  height: 1080,
  theme: 'light',
  transparent: false,
  contents: 'lists',
  scope: { kind: 'all' },
  names: true,
  selected: null,
  date: '2026-11-21',
  origin: 'radar.example.org',
  reopens: true,
};
