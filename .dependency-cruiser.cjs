/**
 * Which folder may import what. Data flows down this table, imports point up it; src/README.md says why. The
 * check fails on any import that no line here allows, on cycles, and on a folder that is not in the table.
 */
const FOLDERS = {
  domain: { folders: [], packages: ['zod'] },
  layout: { folders: ['domain'], packages: ['d3-[a-z]+'] },
  scene: { folders: ['domain', 'layout'], packages: ['react', 'react-dom', 'd3-shape'] },
  formats: {
    folders: ['domain'],
    packages: ['zod', 'yaml', 'fflate', 'papaparse', '(hast|mdast)-util-[a-z-]+', 'hast', 'mdast'],
  },
  platform: { folders: ['domain', 'formats'], packages: ['idb-keyval'] },
  state: {
    folders: ['domain', 'layout', 'scene', 'formats', 'platform'],
    packages: ['react', 'zustand', '@tanstack/react-query', 'nuqs', 'yjs'],
  },
  ui: { folders: [], packages: ['react', 'react-dom'] },
};

const EVERY = Object.keys(FOLDERS);
/** A feature sees every folder above it; of the features it sees only itself. */
const FEATURE_PACKAGES = ['react', 'react-dom', 'minisearch', 'react-markdown', 'remark-gfm'];
/** The two that wire everything together, and that nothing imports. */
const TOPS = ['app', 'cli'];

const inFolders = (folders) => (folders.length === 0 ? [] : [`^src/(${folders.join('|')})/`]);
const inPackages = (packages) =>
  packages.length === 0 ? [] : [`(^|/)node_modules/(@types/)?(${packages.join('|')})/`];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(FOLDERS).map(([folder, { folders, packages }]) => ({
      name: `${folder}-imports`,
      comment: `src/${folder} may import: ${[folder, ...folders, ...packages].join(', ')}`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { pathNot: [...inFolders([folder, ...folders]), ...inPackages(packages)] },
    })),
    {
      name: 'features-imports',
      comment: 'A feature may import every folder above it, and never another feature',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { pathNot: ['^src/features/$1/', ...inFolders(EVERY), ...inPackages(FEATURE_PACKAGES)] },
    },
    {
      name: 'nothing-imports-the-tops',
      comment: 'app and cli wire everything together; nothing imports them',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: inFolders(TOPS), pathNot: ['^src/$1/'] },
    },
    {
      name: 'no-other-folder',
      comment: 'Every source file lives in a folder of the table',
      severity: 'error',
      from: { path: '^src/', pathNot: [`^src/(${[...EVERY, 'features/[^/]+', ...TOPS].join('|')})/`] },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere hides from all other rules',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types count: they are knowledge, too.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
