/**
 * `npm run bench:layout`: how fast, how free of overlap, how dense and how still the layout is, beside the two
 * methods that other radar tools place their blips by. The code that measures is bundled as for production first:
 * what tsx makes of it for development runs several times slower. Writes nothing outside of `.cache/`.
 */
import { spawnSync } from 'node:child_process';
import { build, type Plugin } from 'vite';

const OUT = '.cache/bench/layout';

/**
 * Layout remembers the places of the cells it has seen, and a page lays out a radar once: lets the bench empty that
 * memory, so that each timed call does all of the work.
 */
const forgetting: Plugin = {
  name: 'forgetting',
  transform(code, id) {
    if (!id.endsWith('/src/layout/cell-slots.ts')) return null;
    if (!code.includes('remembered.clear()'))
      throw new Error('src/layout/cell-slots.ts has no `remembered` any more: adapt bench/layout.ts to it');
    return { code: `${code}\nglobalThis.forgetCells = () => remembered.clear();\n`, map: null };
  },
};

await build({
  configFile: false,
  logLevel: 'warn',
  plugins: [forgetting],
  build: { ssr: 'bench/layout-measure.ts', outDir: OUT, emptyOutDir: true, target: 'node20' },
});
// A process of its own: this one runs under tsx, which would rewrite the bundle.
const { status } = spawnSync(process.execPath, ['--enable-source-maps', `${OUT}/layout-measure.js`], {
  stdio: 'inherit',
  env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' },
});
process.exitCode = status ?? 1;
