import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Outcome {
  modules: number;
  /** Such as `layout-imports: src/layout/a.ts`. */
  violations: string[];
}

/** Runs the project's import rule over `src` of a folder that sees the project's packages and settings. */
function cruise(folder: string): Outcome {
  const tool = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const args = [tool, 'src', '--config', config, '--output-type', 'json'];
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 });
  const { summary, modules } = JSON.parse(run.stdout) as {
    modules: { source: string }[];
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return {
    modules: modules.filter(({ source }) => source.startsWith('src/')).length,
    violations: [...new Set(summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`))].sort(),
  };
}

const planted: string[] = [];

/** A project with the given sources only. It lies inside this one, so that packages are found. */
function plant(files: Record<string, string>): string {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache/import-rule-'));
  planted.push(folder);
  writeFileSync(join(folder, 'tsconfig.json'), '{ "extends": "../../tsconfig.json" }');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

afterAll(() => {
  for (const folder of planted) rmSync(folder, { recursive: true });
});

// That both hold in the sources themselves is a check of its own in `npm test`; here they are shown to find breaches.
describe('the import rule', () => {
  it('passes what the table allows', () => {
    const folder = plant({
      'src/domain/a.ts': "import * as z from 'zod';\nexport const a = z.string();\n",
      'src/layout/b.ts':
        "import { arc } from 'd3-shape';\nimport { a } from '../domain/a.ts';\nexport const b = [a, arc];\n",
      'src/state/s.ts':
        "import { useState } from 'react';\nimport { b } from '../layout/b.ts';\nexport const s = [b, useState];\n",
      'src/features/one/f.ts': "import { s } from '../../state/s.ts';\nexport const f = s;\n",
      'src/app/main.ts': "import { f } from '../features/one/f.ts';\nexport const m = f;\n",
    });
    expect(cruise(folder)).toEqual({ modules: 5, violations: [] });
  });

  it('finds each kind of breach', () => {
    const folder = plant({
      'src/domain/up.ts': "import { s } from '../scene/s.ts';\nexport const up = s;\n",
      'src/domain/node.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
      'src/scene/s.ts': 'export const s = 1;\n',
      'src/layout/type.ts': "import type { ReactNode } from 'react';\nexport type T = ReactNode;\n",
      'src/formats/dom.ts': "import { useState } from 'react';\nexport const dom = useState;\n",
      'src/ui/knows.ts': "import { s } from '../scene/s.ts';\nexport const knows = s;\n",
      'src/platform/p.ts': "import { s } from '../scene/s.ts';\nexport const p = s;\n",
      'src/features/one/f.ts': "import { g } from '../two/g.ts';\nexport const f = g;\n",
      'src/features/two/g.ts': "import { m } from '../../app/m.ts';\nexport const g = m;\n",
      'src/app/m.ts': 'export const m = 1;\n',
      'src/state/x.ts': "import { y } from './y.ts';\nexport const x = () => y;\n",
      'src/state/y.ts': "import { x } from './x.ts';\nexport const y = () => x;\n",
      'src/state/lost.ts': "import { gone } from './gone.ts';\nexport const lost = gone;\n",
      'src/helpers/h.ts': "import { s } from '../scene/s.ts';\nexport const h = s;\n",
    });
    expect(cruise(folder).violations).toEqual([
      'domain-imports: src/domain/node.ts',
      'domain-imports: src/domain/up.ts',
      'features-imports: src/features/one/f.ts',
      'features-imports: src/features/two/g.ts',
      'formats-imports: src/formats/dom.ts',
      'layout-imports: src/layout/type.ts',
      'no-cycles: src/state/x.ts',
      'no-other-folder: src/helpers/h.ts',
      'no-unresolvable: src/state/lost.ts',
      'nothing-imports-the-tops: src/features/two/g.ts',
      'platform-imports: src/platform/p.ts',
      'state-imports: src/state/lost.ts',
      'ui-imports: src/ui/knows.ts',
    ]);
  });
});

describe('the pure zone', () => {
  const tsc = (folder: string) =>
    spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.pure.json'], {
      cwd: folder,
      encoding: 'utf8',
    });

  it('fails to compile where it touches the DOM', () => {
    const folder = plant({ 'src/layout/a.ts': 'export const wide = document.body.clientWidth;\n' });
    writeFileSync(
      join(folder, 'tsconfig.pure.json'),
      '{ "extends": "../../tsconfig.pure.json", "include": ["src/domain", "src/layout"] }',
    );
    const { status, stdout } = tsc(folder);
    expect(status).not.toBe(0);
    expect(stdout).toContain("Cannot find name 'document'");
  });
});
