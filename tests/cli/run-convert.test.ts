import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { formatRadarJson, parseRadarJson } from '../../src/formats/radar-json.ts';
import { sampleRadar } from '../support/sample-radar.ts';

const ROWS = [
  'name,ring,quadrant,isNew,status,description',
  'Sparse layers,trial,Techniques,FALSE,moved in,<p>Text.</p>',
  'Gradient ledger,hold,Tools,TRUE,new,<script>alert(1)</script>Kept',
  'Old cache,adopt,Platforms,FALSE,,',
];

let folder = '';
let own = '';
let table = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'radar-convert-'));
  own = join(folder, 'my.radar.json');
  table = join(folder, 'theirs.csv');
  writeFileSync(own, formatRadarJson(sampleRadar()));
  writeFileSync(table, ROWS.join('\n'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');

function radarAt(name: string) {
  const { radar, issues } = parseRadarJson(read(name), name);
  expect(issues).toEqual([]);
  return radar;
}

describe('convert', () => {
  it('reads a foreign radar and says what it understood, asked, answered and could not take', async () => {
    const { code, out, err } = await run('convert', table, '-o', at('ours.radar.json'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Ring “Hold”, 1 trend: It lies off the rings Adopt and Trial/m);
    expect(out).toMatch(/^ {2}By default: Keep as a ring, outside the others\.$/m);
    expect(out).toMatch(/--decide "ring:Hold=[^"]+"$/m);
    expect(out).toMatch(/^theirs\.csv, row 3, description: .*script/m);
    expect(out).toContain('3 entries read, 3 trends kept, 0 left out');
    expect(out.split('\n').at(-1)).toBe(`${at('ours.radar.json')}: Radar file, 3 trends`);
    const radar = radarAt('ours.radar.json');
    expect(radar?.rings.map(({ name }) => name)).toEqual(['Adopt', 'Trial', 'Hold']);
    expect(radar?.trends.map(({ name }) => name).sort()).toEqual([
      'Gradient ledger',
      'Old cache',
      'Sparse layers',
    ]);
  });

  it('takes decisions, by value or for all of a kind, and says so', async () => {
    for (const about of ['ring:Hold', 'ring:hold', 'ring:*']) {
      const { code, out } = await run(
        ...['convert', table, '-o', at('ours.radar.json'), '--decide', `${about}=leave-out`],
      );
      expect(code).toBe(0);
      expect(out).toContain('  As decided: Leave out.');
      expect(out).toContain('“Gradient ledger” is left out.');
      expect(out).toContain('3 entries read, 2 trends kept, 1 left out');
      expect(radarAt('ours.radar.json')?.trends).toHaveLength(2);
    }
  });

  it('reads our own radar and says what the new format leaves out', async () => {
    const { code, out } = await run('convert', own, '-o', at('out.csv'), '--edition', '2023');
    expect(code).toBe(0);
    expect(out).toContain('warning: Build Your Own Radar draws exactly four quadrants; this radar has two');
    expect(out).toContain('not written: Evidence: 1 fact');
    expect(out).toContain('not written: Editions: only 2023 (retrospective) is written');
    expect(out.split('\n').at(-1)).toBe(`${at('out.csv')}: Build Your Own Radar, CSV, 1 trend`);
    expect(read('out.csv').split('\r\n')).toHaveLength(3);
  });

  it('writes a data folder into a new or empty folder, and a zip where it ends so; both are read again', async () => {
    mkdirSync(at('empty'));
    for (const output of ['new', 'empty', 'packed.zip']) {
      const written = await run('convert', own, '-o', at(output));
      expect(written.code).toBe(0);
      const back = await run('convert', at(output), '-o', at(`${output}.radar.json`));
      expect(back.code).toBe(0);
      expect(read(`${output}.radar.json`)).toBe(read('my.radar.json'));
    }
    expect(readdirSync(at('new')).sort()).toEqual(['radar.yaml', 'sources.yaml', 'trends']);
  });

  it('writes nothing of data with errors, and exits 1', async () => {
    writeFileSync(own, read('my.radar.json').replace('"quadrant": "models"', '"quadrant": "modles"'));
    const broken = await run('convert', own, '-o', at('out.csv'));
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/my\.radar\.json:\d+:\d+: error: .*Did you mean "models"\?/);
    writeFileSync(at('prose.txt'), 'Nothing of a radar is in here.');
    const prose = await run('convert', at('prose.txt'), '-o', at('out.csv'));
    expect(prose.code).toBe(1);
    expect(prose.out.split('\n').at(-1)).toBe(`${at('out.csv')}: nothing was written`);
    expect(existsSync(at('out.csv'))).toBe(false);
  });

  it.each([
    [[], 'No file is named.'],
    [['IN'], 'No output is named.'],
    [['IN', '-o', 'out.json'], 'formats end in .json. Choose one with --to: byor-json, zalando, backstage.'],
    [['IN', '-o', 'out.doc'], 'No format ends in .doc. Choose one with --to: own-json'],
    [['IN', '-o', 'out.csv', '--to', 'backstag'], 'Did you mean "backstage"?'],
    [['IN', '-o', 'out.csv', '--too', 'x'], 'There is no option "--too" for convert. Did you mean "--to"?'],
    [['IN', '-o', 'out.csv', '--to'], '--to needs a value. Write it behind, such as --to backstage.'],
    [['IN', '-o', 'a.csv', '-o', 'b.csv'], '-o is given twice.'],
    [['IN', '-o', 'out.csv', '--edition', '2022'], 'this radar has no edition "2022". Did you mean "2023"?'],
    [['IN', '-o', 'out.csv', '--decide', 'Hold'], 'Write KIND:VALUE=OPTION'],
    [['IN', '-o', 'out.csv', '--decide', 'ring:Hold=keep'], 'It leaves no question open'],
    [['TABLE', '-o', 'out.csv', '--decide', 'ring:Hodl=keep'], 'Did you mean "ring:Hold"?'],
    [
      ['TABLE', '-o', 'out.csv', '--decide', 'ring:Hold=kep'],
      'there is no option "kep". Did you mean "keep"?',
    ],
    [['IN', '-o', 'IN'], 'is the radar that is read.'],
    [['IN', '-o', 'FULL'], 'holds other files. Name a new or an empty one.'],
    [['IN', '-o', 'no/such/out.csv'], 'its folder does not exist.'],
  ])('%j exits 2 with a sentence', async (args, expected) => {
    const names: Record<string, string> = { IN: own, TABLE: table, FULL: at('full') };
    mkdirSync(at('full'));
    writeFileSync(at('full/a.txt'), '');
    const paths = args.map((arg) => names[arg] ?? (/^(out|a|b)\./.test(arg) ? at(arg) : arg));
    const { code, err } = await run('convert', ...paths);
    expect(code).toBe(2);
    expect(err).toContain(expected);
  });
});

describe('check of a foreign radar', () => {
  it('says the same as convert, and exits 0 where a radar can be made of it', async () => {
    const { code, out } = await run('check', table);
    expect(code).toBe(0);
    expect(out).toContain('Ring “Hold”, 1 trend');
    expect(out.split('\n').at(-1)).toMatch(/theirs\.csv: .*: 3 entries read, 3 trends kept, 0 left out$/);
  });

  it('exits 1 where none can be made, with the cure', async () => {
    writeFileSync(table, 'name,ring\nA,adopt');
    const { code, out } = await run('check', table);
    expect(code).toBe(1);
    expect(out).toMatch(/quadrant.*missing/);
  });

  it('reads a picture that carries a radar', async () => {
    expect((await run('snapshot', own, '-o', at('a.radar.svg'))).code).toBe(0);
    const { code, out } = await run('check', at('a.radar.svg'));
    expect({ code, last: out.split('\n').at(-1) }).toEqual({
      code: 0,
      last: `${at('a.radar.svg')}: 2 trends, no errors, no warnings`,
    });
  });
});
