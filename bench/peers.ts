/**
 * Existing radars, measured on 2026-11-21 in Chromium on a two-core machine with synthetic radars of four
 * quadrants and four rings: medians of five noisy runs, so factors below 1.5 say little. Times in ms, for 100 and
 * 1000 trends; `null` where the radar cannot do it.
 */
export interface Peer {
  name: string;
  /** The page comes with its blips drawn, so nothing has to be computed in the browser. */
  readyMade: boolean;
  requests: readonly [number, number];
  /** Code, styles, fonts and pictures, kB after gzip. */
  kilobytes: readonly [number, number];
  still: readonly [number, number | null];
  stillSlowed: readonly [number, number | null];
  hover: readonly [number, number | null];
  click: readonly [number | null, number | null];
}

export const PEERS: readonly Peer[] = [
  {
    name: 'Build Your Own Radar',
    readyMade: false,
    requests: [12, 12],
    kilobytes: [505, 505],
    still: [523, null],
    stillSlowed: [1796, null],
    hover: [32, null],
    click: [47, null],
  },
  {
    name: 'Zalando',
    readyMade: false,
    requests: [5, 5],
    kilobytes: [99, 99],
    still: [702, 6170],
    stillSlowed: [1243, 18690],
    hover: [25, 32],
    click: [null, null],
  },
  {
    name: 'AOE',
    readyMade: true,
    requests: [130, 1030],
    kilobytes: [206, 304],
    still: [244, 264],
    stillSlowed: [432, 724],
    hover: [107, 98],
    click: [72, 98],
  },
  {
    name: 'Porsche Digital',
    readyMade: true,
    requests: [140, 1040],
    kilobytes: [1025, 1142],
    still: [451, 578],
    stillSlowed: [868, 1514],
    hover: [97, 93],
    click: [94, 169],
  },
  {
    name: 'Backstage plugin',
    readyMade: false,
    requests: [4, 4],
    kilobytes: [380, 380],
    still: [551, 1242],
    stillSlowed: [1390, 3974],
    hover: [50, 464],
    click: [57, 257],
  },
];
