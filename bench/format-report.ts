import type { FirstLoad } from '../scripts/measure-load.mjs';
import type { Measurement } from './measure-page.ts';
import { PEERS, type Peer } from './peers.ts';

/** The medians for one radar at one speed. */
export interface Result {
  name: string;
  blips: number;
  slowdown: number;
  measurement: Measurement;
}

/** All results as tables of text, the last two beside the figures of existing radars. */
export function formatReport(results: readonly Result[], load: FirstLoad, runs: number): string {
  const fullSpeed = results.filter((result) => result.slowdown === 1);
  const parts = Object.entries(load).filter(([name]) => name !== 'files');
  const sizes = parts.map(([name, bytes]) => `${name} ${kB(bytes)}`).join(', ');
  const whole = parts.reduce((sum, [, bytes]) => sum + bytes, 0);
  return [
    `The built page, kB after gzip: ${sizes}; in all ${kB(whole)}`,
    '',
    'First load, kB after gzip (html holds the index of the built-in radar)',
    formatTable([
      ['radar', 'requests', 'html', 'js', 'css', 'font', 'data', 'other', 'in all'],
      ...fullSpeed.map(({ name, measurement: { requests, bytes } }) => [
        name,
        String(requests),
        ...[bytes.html, bytes.js, bytes.css, bytes.font, bytes.data, bytes.other].map(kB),
        kB(Object.values(bytes).reduce((sum, size) => sum + size, 0)),
      ]),
    ]),
    '',
    `Times in ms, medians of ${runs}`,
    formatTable([
      [
        'radar',
        'processor',
        'painted and still',
        'longest task',
        'blocking',
        'hover to lit',
        'click to detail',
      ],
      ...results.map(({ name, slowdown, measurement }) => [
        name,
        slowdown === 1 ? '1x' : `${slowdown}x slower`,
        ...[
          measurement.still,
          measurement.longestTask,
          measurement.blocking,
          measurement.hover,
          measurement.click,
        ].map(ms),
      ]),
    ]),
    ...[0, 1].flatMap((at) => ['', ...besidePeers(results, at as 0 | 1)]),
  ].join('\n');
}

/** This radar beside the others, for 100 (`at` 0) or 1000 (`at` 1) trends. */
function besidePeers(results: readonly Result[], at: 0 | 1): string[] {
  const count = at === 0 ? 100 : 1000;
  const own = results
    .filter((result) => result.blips === count && result.slowdown === 1)
    .map(({ name, measurement: full }) => {
      const slowed = results.find((result) => result.name === name && result.slowdown === 4)?.measurement;
      return [
        `this radar, ${name}`,
        String(full.requests),
        kB(full.bytes.js + full.bytes.css + full.bytes.font),
        ...[full.still, slowed?.still ?? null, full.hover, full.click].map(ms),
      ];
    });
  const peer = (other: Peer) => [
    other.readyMade ? `${other.name} (ready-made page)` : other.name,
    String(other.requests[at]),
    String(other.kilobytes[at]),
    ...[other.still[at], other.stillSlowed[at], other.hover[at], other.click[at]].map(ms),
  ];
  return [
    `Beside existing radars, ${count} trends`,
    formatTable([
      ['', 'requests', 'code and font kB', 'still 1x', 'still 4x', 'hover', 'click'],
      ...own,
      ...PEERS.map(peer),
    ]),
  ];
}

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
function formatTable(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function ms(time: number | null): string {
  return time === null ? '-' : time.toFixed(0);
}
