import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { formatRadarFolder } from '../../src/formats/radar-folder.ts';
import { formatRadarJson } from '../../src/formats/radar-json.ts';
import { sampleRadar } from '../support/sample-radar.ts';

let folder = '';
let data = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'radar-cli-'));
  data = join(folder, 'data');
  file = join(folder, 'my.radar.json');
  for (const [path, text] of formatRadarFolder(sampleRadar())) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), text);
  }
  writeFileSync(file, formatRadarJson(sampleRadar()));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

function edit(path: string, from: string, to: string) {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

describe('check', () => {
  it('passes a sound folder and a sound file', async () => {
    expect(await run('check', data)).toEqual({
      code: 0,
      out: `${data}: 2 trends, 2 sources, no errors, no warnings`,
      err: '',
    });
    expect(await run('check', file)).toMatchObject({ code: 0 });
  });

  it('passes the built-in radar', async () => {
    expect(await run('check')).toMatchObject({ code: 0, err: '' });
  });

  it('prints place, problem and cure of every issue, and exits 1', async () => {
    const trend = join(data, 'trends', 'attention.yaml');
    edit(trend, 'quadrant: models', 'quadrant: modles');
    edit(join(data, 'sources.yaml'), 'year: 2024', 'year: soon');
    const { code, out } = await run('check', data);
    expect(code).toBe(1);
    expect(out).toContain(`${trend}:7:11: error: there is no quadrant "modles". Did you mean "models"?`);
    expect(out).toMatch(/sources\.yaml:\d+:9: error: year must be a whole number/);
    expect(out.split('\n').at(-1)).toBe(`${data}: 2 errors, no warnings`);
  });

  it('holds a strict radar to the editing rules, folder and file alike; they stop no formatting', async () => {
    edit(join(data, 'radar.yaml'), 'strict: false', 'strict: true');
    edit(file, '"strict": false', '"strict": true');
    const trend = join(data, 'trends', 'attention.yaml');
    edit(trend, 'claim: It works.', `claim: ${'long '.repeat(48)}claim`);
    const folder = await run('check', data);
    expect(folder.code).toBe(1);
    expect(folder.out).toMatch(
      /attention\.yaml:\d+:\d+: error: the claim has 245 characters, more than 240\. Shorten or split it\./,
    );
    expect(folder.out).toMatch(/attention\.yaml:\d+:3: error: the trend has only 1 of at least 3 facts/);
    expect(folder.out).toMatch(/distillation\.yaml:\d+:\d+: error: the trend has only 0 of at least 3 facts/);
    const radarFile = await run('check', file);
    expect(radarFile.code).toBe(1);
    expect(radarFile.out).toMatch(/my\.radar\.json:\d+:\d+: error: the trend has only 1 of at least 3 facts/);
    expect(await run('format', data)).toMatchObject({ code: 0 });
  });

  it('does not fail for a warning', async () => {
    edit(join(data, 'trends', 'distillation.yaml'), 'name: Distillation', 'name: Distillation # really');
    const { code, out } = await run('check', data);
    expect(code).toBe(0);
    expect(out).toContain('trends/distillation.yaml:3:20: warning: this comment');
  });

  it('leaves README.md, the schemas and hidden files alone, and no other file', async () => {
    mkdirSync(join(data, 'schema'));
    for (const path of ['README.md', '.hidden', 'schema/trend.schema.json'])
      writeFileSync(join(data, path), '');
    expect(await run('check', data)).toMatchObject({ code: 0 });
    writeFileSync(join(data, 'trends', 'new.yml'), '');
    const { code, out } = await run('check', data);
    expect(code).toBe(1);
    expect(out).toContain('new.yml: error: this file is not read');
  });
});

describe('format', () => {
  it('leaves canonical files as they are', async () => {
    expect(await run('format', '--check', data)).toMatchObject({ code: 0 });
    expect(await run('format', '--check', file)).toMatchObject({ code: 0 });
  });

  it('rewrites what is not canonical, and with --check only says so', async () => {
    const trend = join(data, 'trends', 'distillation.yaml');
    const canonical = readFileSync(trend, 'utf8');
    edit(trend, 'name: Distillation', 'name:   "Distillation"');
    const changed = readFileSync(trend, 'utf8');
    expect(await run('format', '--check', data)).toMatchObject({
      code: 1,
      out: expect.stringContaining(trend),
    });
    expect(readFileSync(trend, 'utf8')).toBe(changed);
    expect(await run('format', data)).toMatchObject({ code: 0, out: `${trend}: formatted` });
    expect(readFileSync(trend, 'utf8')).toBe(canonical);
  });

  it('writes nothing while there are errors', async () => {
    edit(file, '"year": 2024', '"year":  "2024"');
    const before = readFileSync(file, 'utf8');
    expect(await run('format', file)).toMatchObject({ code: 1 });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

describe('layout', () => {
  it('prints the place of every blip of the latest edition, the same at each call', async () => {
    const { code, out } = await run('layout', file);
    expect(code).toBe(0);
    const { blips } = JSON.parse(out);
    expect(blips).toHaveLength(2);
    for (const blip of blips) {
      expect(Object.keys(blip)).toEqual(['id', 'x', 'y', 'r', 'quadrant', 'ring', 'name']);
      expect(Math.hypot(blip.x, blip.y) + blip.r).toBeLessThanOrEqual(500);
      expect(Object.keys(blip.name)).toEqual(['x', 'y', 'width', 'height', 'lines']);
    }
    const attention = blips.find(({ id }: { id: string }) => id === 'attention');
    expect(attention).toMatchObject({ quadrant: 'models', ring: 'adopt', name: { lines: ['Attention'] } });
    expect((await run('layout', file)).out).toBe(out);
  });

  it('says on the error output why it cannot', async () => {
    edit(file, '"models"', '"modles"');
    const { code, out, err } = await run('layout', file);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('Did you mean');
  });
});

describe('a wrong call', () => {
  it.each([
    [['nope'], 'There is no command "nope". Use check, convert, format, layout or snapshot.'],
    [['check', '--fast'], 'There is no option "--fast" here.'],
    [['check', 'a', 'b'], 'One path at a time'],
    [['layout'], 'No file is named.'],
    [['check', 'no/such/folder'], 'there is no such file or folder. Check the path'],
    [['format', 'data/radar.yaml'], 'A YAML file is read with its whole folder'],
  ])('%j exits 2 with a sentence', async (args, expected) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(expected);
  });

  it('is helped: with --help gladly, without a command as an error', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('check [PATH]') });
    expect(await run()).toMatchObject({ code: 2, out: expect.stringContaining('check [PATH]') });
  });
});
