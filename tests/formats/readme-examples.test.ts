import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL_CHECKS } from '../../src/cli/read-radar.ts';
import { parseRadarFolder } from '../../src/formats/radar-folder.ts';
import { parseRadarJson } from '../../src/formats/radar-json.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

/** The code blocks of a language in a page of documentation, without the indent of the list they stand in. */
function examples(path: string, language: string): string[] {
  const blocks = read(path).matchAll(new RegExp(`^( *)\`\`\`${language}\n([^]*?)^ *\`\`\`$`, 'gm'));
  return [...blocks].map(([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
}

describe('the examples of the documentation are valid', () => {
  it('the least radar file of README.md', () => {
    const [file = ''] = examples('README.md', 'json');
    const { radar, issues } = parseRadarJson(file, 'README.md');
    expect(issues).toEqual([]);
    expect(radar?.trends).toHaveLength(1);
  });

  it('the trend and the source of data/README.md, put into the data folder', () => {
    const [trend = '', source = ''] = examples('data/README.md', 'yaml');
    const trends = readdirSync(new URL('data/trends/', ROOT)).map((name) => `trends/${name}`);
    const files = new Map(['radar.yaml', ...trends].map((path) => [path, read(`data/${path}`)]));
    files.set('sources.yaml', `${read('data/sources.yaml')}${source}`).set('trends/my-trend.yaml', trend);
    const { radar, issues } = parseRadarFolder(files, ALL_CHECKS);
    expect(issues).toEqual([]);
    expect(radar?.trends).toHaveLength(trends.length + 1);
  });
});
