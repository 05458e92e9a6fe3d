import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareSvg } from '../../src/cli/prepare-svg.ts';
import { renderBitmap } from '../../src/cli/render-bitmap.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { parseSnapshotArgs } from '../../src/cli/snapshot-args.ts';
import type { Radar } from '../../src/domain/radar.ts';
import { formatRadarJson } from '../../src/formats/radar-json.ts';
import { unpackSnapshot } from '../../src/formats/snapshot.ts';
import { readFromPng } from '../../src/formats/snapshot-png.ts';
import { readFromSvg } from '../../src/formats/snapshot-svg.ts';
import { THEMES } from '../../src/scene/theme.ts';
import { sampleRadar } from '../support/sample-radar.ts';

let folder = '';
let file = '';
let png = '';
let svg = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'radar-snapshot-'));
  file = join(folder, 'my.radar.json');
  png = join(folder, 'out.png');
  svg = join(folder, 'out.svg');
  write(sampleRadar());
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(radar: Radar) {
  writeFileSync(file, formatRadarJson(radar));
}

async function snapshot(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const output = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const code = await runCli(['snapshot', ...args], output);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** The bitmap of a PNG, as bytes of red, green, blue and alpha. */
function decode(bytes: Buffer) {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const href = `data:image/png;base64,${bytes.toString('base64')}`;
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`;
  return { width, height, pixels: new Resvg(frame, { font: { loadSystemFonts: false } }).render().pixels };
}

const texts = (drawn: string) => [...drawn.matchAll(/<text[^>]*>([^<]*)/g)].map((match) => match[1]);

describe('a PNG', () => {
  it('has the size asked for, 144 dpi, and carries the radar with its view', async () => {
    const call = await snapshot(file, '-o', png, '--width', '800', '--height=500', '--edition', '2023');
    expect(call).toMatchObject({ code: 0, err: '' });
    expect(call.out).toMatch(/out\.png: 800x500 px, \d+ kB, holds the radar$/);
    const bytes = readFileSync(png);
    const { width, height } = decode(bytes);
    expect({ width, height }).toEqual({ width: 800, height: 500 });
    const density = bytes.indexOf('pHYs') + 4;
    expect([bytes.readUInt32BE(density), bytes.readUInt32BE(density + 4), bytes[density + 8]]).toEqual([
      5669, 5669, 1,
    ]);
    expect(unpackSnapshot(readFromPng(bytes), 'out.png')).toEqual({
      radar: sampleRadar(),
      view: { edition: '2023', trend: null, quadrant: null, names: null },
    });
  });

  it('is the same at every call with the same date', async () => {
    const args = [file, '--date=2026-11-21', '--width=640', '--height=360'];
    await snapshot(...args, '-o', png);
    const other = join(folder, 'other.PNG');
    await snapshot(...args, `--output=${other}`);
    expect(readFileSync(other).equals(readFileSync(png))).toBe(true);
  });

  it('stands on the ground of its theme, or on none', async () => {
    const corner = async (...args: string[]) => {
      await snapshot(file, '-o', png, '--width=64', '--height=64', '--contents=chart', ...args);
      return [...decode(readFileSync(png)).pixels.subarray(0, 4)];
    };
    const paper = (theme: 'light' | 'dark') => [...Buffer.from(`${THEMES[theme].paper.slice(1)}ff`, 'hex')];
    expect(await corner()).toEqual(paper('light'));
    expect(await corner('--theme', 'dark')).toEqual(paper('dark'));
    expect(await corner('--transparent')).toEqual([0, 0, 0, 0]);
  });

  it('is not to be had without the native package, and the call says what is', async () => {
    vi.doMock('@resvg/resvg-js', () => {
      throw new Error('no native binding');
    });
    try {
      expect(await snapshot(file, '-o', png)).toMatchObject({
        code: 2,
        err: expect.stringMatching(/PNG files cannot be drawn here: .* Run `npm install`.*, or write an SVG/),
      });
      expect(await snapshot(file, '-o', svg)).toMatchObject({ code: 0 });
    } finally {
      vi.doUnmock('@resvg/resvg-js');
    }
  });
});

describe('an SVG file', () => {
  it('carries the one font and the radar', async () => {
    expect(await snapshot(file, '-o', svg, '--names=off')).toMatchObject({ code: 0, err: '' });
    const drawn = readFileSync(svg, 'utf8');
    expect(drawn).toMatch(/^<svg [^>]*width="1920" height="1080"/);
    const font = readFileSync('public/fonts/inter-subset.woff2').toString('base64');
    expect(drawn.split('@font-face')).toHaveLength(2);
    expect(drawn).toContain(`base64,${font}`);
    expect(unpackSnapshot(readFromSvg(drawn), 'out.svg')).toEqual({
      radar: sampleRadar(),
      view: { edition: null, trend: null, quadrant: null, names: false },
    });
  });

  it('says when and from what it was made, with the given date or today', async () => {
    await snapshot(file, '-o', svg, '--date', '2026-02-28');
    expect(texts(readFileSync(svg, 'utf8')).join(' ')).toContain('2026-02-28 from my.radar.json');
    vi.useFakeTimers({ now: new Date(2031, 0, 5), toFake: ['Date'] });
    try {
      await snapshot(file, '-o', svg);
    } finally {
      vi.useRealTimers();
    }
    expect(readFileSync(svg, 'utf8')).toContain('2031-01-05');
  });

  it('shows what is asked for: names, contents, edition, quadrant, trend', async () => {
    const shown = async (...args: string[]) => {
      expect(await snapshot(file, '-o', svg, '--date=2026-11-21', ...args)).toMatchObject({ code: 0 });
      return texts(readFileSync(svg, 'utf8'));
    };
    const chart = ['--contents', 'chart'];
    expect(await shown(...chart)).toEqual(expect.arrayContaining(['Attention', 'Distillation']));
    expect(await shown(...chart, '--names', 'off')).not.toContain('Attention');
    expect(await shown(...chart, '--edition', '2023')).not.toContain('Distillation');
    expect(await shown(...chart)).not.toContain('Sample radar');
    expect(await shown('--contents', 'titled')).toContain('Sample radar');
    expect(await shown('--scope', 'quadrant:models')).toContain('Sample radar: Models');
    expect((await shown('--scope', 'trend:attention')).join(' ')).toContain('It works.');
  });
});

describe('without data', () => {
  it('no file carries the radar, nor says that it does', async () => {
    for (const output of [png, svg]) {
      const { code, out } = await snapshot(file, '-o', output, '--no-data', '--date=2026-11-21');
      expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/without the radar$/) });
    }
    expect(() => readFromPng(readFileSync(png))).toThrow('carries no radar');
    expect(() => readFromSvg(readFileSync(svg, 'utf8'))).toThrow('carries no radar');
    const bare = readFileSync(svg, 'utf8').replace(/<style>.*<\/style>/, '');
    await snapshot(file, '-o', svg, '--date=2026-11-21');
    expect(bare).not.toContain('to open it again');
    expect(readFileSync(svg, 'utf8')).toContain('to open it again');
  });
});

describe('what a call is told', () => {
  it('warns of what the page has no room for', async () => {
    const radar = sampleRadar();
    const [first] = radar.trends;
    const many = Array.from({ length: 150 }, (_, i) => ({ ...first, id: `trend-${i}`, name: `Trend ${i}` }));
    write({ ...radar, trends: [...radar.trends, ...many] } as Radar);
    const { code, err } = await snapshot(file, '-o', svg, '--width=600', '--height=600');
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: .*lists/m);
  });

  it('warns of letters that need another font', async () => {
    const radar = sampleRadar();
    write({ ...radar, title: 'Радар Łódź' });
    const { code, err } = await snapshot(file, '-o', svg);
    expect({ code, err }).toEqual({
      code: 0,
      err: 'warning: the bundled font has no Р а д р. Another font of the machine stands in; look whether the picture has them.',
    });
  });

  it('draws nothing of a radar with errors', async () => {
    writeFileSync(file, readFileSync(file, 'utf8').replace('"models"', '"modles"'));
    const { code, out, err } = await snapshot(file, '-o', png);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/Did you mean[\s\S]*nothing was drawn$/);
    expect(() => readFileSync(png)).toThrow('ENOENT');
  });

  it.each([
    [[], 'No radar is named. Name a data folder or a radar file.'],
    [['FILE'], 'No output file is named. Name one with -o, such as -o radar.png or -o radar.svg.'],
    [['FILE', 'b', '-o', 'a.png'], 'One radar at a time, please; 2 are named.'],
    [['FILE', '-o', 'a.jpg'], '"a.jpg" ends neither in .png nor in .svg. End it in one of them.'],
    [
      ['FILE', '-o', 'no/such/a.svg'],
      'Cannot write no/such/a.svg: its folder does not exist. Make the folder',
    ],
    [['no/such', '-o', 'a.svg'], 'Cannot read no/such: there is no such file or folder.'],
    [
      ['FILE', '-o', 'a.svg', '--widht=5'],
      'no option "--widht" for snapshot. Did you mean "--width"? Allowed: ',
    ],
    [['FILE', '-o'], '-o needs a value. Write it behind, such as -o radar.png.'],
    [['FILE', '-o', 'a.svg', '--theme', '--no-data'], '--theme needs a value. Write it behind, such as'],
    [['FILE', '-o', 'a.svg', '--theme='], '--theme needs a value.'],
    [['FILE', '-o', 'a.svg', '--output=b.svg'], '--output is given twice. Leave one of them out.'],
    [['FILE', '-o', 'a.svg', '--no-data=yes'], '--no-data takes no value. Write --no-data alone.'],
    [
      ['FILE', '-o', 'a.svg', '--width', '8193'],
      '--width cannot be "8193". Give a whole number of pixels from',
    ],
    [
      ['FILE', '-o', 'a.svg', '--theme', 'drak'],
      'cannot be "drak". Did you mean "dark"? Allowed: light, dark.',
    ],
    [['FILE', '-o', 'a.svg', '--contents', 'x'], '--contents cannot be "x". Allowed: chart, titled, lists.'],
    [['FILE', '-o', 'a.svg', '--names', 'yes'], '--names cannot be "yes". Allowed: on, off.'],
    [
      ['FILE', '-o', 'a.svg', '--scope', 'ring:a'],
      'cannot be "ring:a". Allowed: all, quadrant:ID, trend:ID.',
    ],
    [
      ['FILE', '-o', 'a.svg', '--date', '2026-02-30'],
      '--date cannot be "2026-02-30". Give a day as YYYY-MM-DD',
    ],
    [
      ['FILE', '-o', 'a.svg', '--edition', '2025'],
      'no edition "2025". Did you mean "2023"? Allowed: 2023, 2024.',
    ],
    [
      ['FILE', '-o', 'a.svg', '--scope', 'quadrant:modles'],
      'Did you mean "models"? Allowed: models, training.',
    ],
    [['FILE', '-o', 'a.svg', '--scope', 'trend:x'], 'has no trend "x". Allowed: attention, distillation.'],
    [
      ['FILE', '-o', 'a.svg', '--scope', 'trend:distillation', '--edition', '2023'],
      'does not stand in the edition 2023 (retrospective). Add --edition with one of those that it stands in: 2024.',
    ],
  ])('%j exits 2 with a sentence', async (args, expected) => {
    const { code, out, err } = await snapshot(...args.map((arg) => (arg === 'FILE' ? file : arg)));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(expected);
  });

  it('takes every size from 16 to 8192 px and no other', () => {
    const parse = (value: string) => parseSnapshotArgs(['a', '-o', 'a.png', '--height', value]).height;
    fc.assert(fc.property(fc.integer({ min: 16, max: 8192 }), (size) => parse(`${size}`) === size));
    const outside = fc.oneof(fc.integer({ max: 15 }), fc.integer({ min: 8193 }), fc.double(), fc.string());
    fc.assert(
      fc.property(outside, (value) => {
        fc.pre(!(/^\d+$/.test(`${value}`) && Number(value) >= 16 && Number(value) <= 8192));
        expect(() => parse(`${value}`)).toThrow(/--height/);
      }),
    );
  });
});

describe('the fonts', () => {
  const line = (content: string, attributes: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40" font-family="Inter Radar, Inter, sans-serif"><text x="4" y="30" font-size="24" ${attributes}>${content}</text></svg>`;

  it('are the bundled ones, in four weights', async () => {
    const ink: number[] = [];
    for (const weight of [400, 500, 600, 700]) {
      const { pixels } = decode(await renderBitmap(line('Łódź &amp; Radar', `font-weight="${weight}"`)));
      ink.push(pixels.reduce((sum, value, at) => (at % 4 === 3 ? sum + value : sum), 0));
    }
    expect(ink[0]).toBeGreaterThan(0);
    expect(ink).toEqual([...new Set(ink)].sort((a, b) => a - b));
  });

  it('are left as they are where they have all letters', () => {
    const plain = line('Łódź → ✓', 'unicode-bidi="plaintext"');
    expect(prepareSvg(plain)).toBe(plain);
  });

  it('make way for another in a text with other letters, which runs in its direction', () => {
    expect(prepareSvg(line('Модель 4', 'fill="#000"'))).toMatch(
      /<text font-family="Noto Sans, [^"]+, Inter Radar" x="4"[^>]*>Модель 4<\/text>/,
    );
    expect(prepareSvg(line('深度学習モデル', ''))).toContain('font-family="Noto Sans CJK JP, ');
    expect(prepareSvg(line('نموذج GPT-4', 'unicode-bidi="plaintext"'))).toContain(
      '>\u2067نموذج GPT-4\u2069<',
    );
  });
});
