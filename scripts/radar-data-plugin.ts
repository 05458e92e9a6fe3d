import { resolve, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { ALL_CHECKS, readRadar } from '../src/cli/read-radar.ts';
import { formatIssue } from '../src/domain/issue.ts';
import type { Radar } from '../src/domain/radar.ts';
import { buildDetail, buildIndex } from '../src/domain/radar-index.ts';
import { formatRadarJson } from '../src/formats/radar-json.ts';

/** Id of the element that holds the index of the built-in radar in the page. */
const INDEX_ELEMENT = 'radar-index';

/**
 * Compiles the data folder into what the page loads: the index, written into the HTML, and under `data/` the
 * index, one detail file per trend and the whole radar as a radar file. Data with errors stops the build, and in
 * development shows them over the page.
 *
 * @param path the data folder, or a radar file, relative to the project
 */
export function radarData(path = 'data'): Plugin {
  let root = process.cwd();
  let isBuild = false;
  let files = new Map<string, string>();
  let failure: Error | null = null;

  const load = async () => {
    try {
      files = compileRadar(await readValidRadar(resolve(root, path)));
      failure = null;
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      // The issues say where to look; the stack of this program does not.
      failure.stack = '';
      throw failure;
    }
  };

  return {
    name: 'radar-data',
    configResolved(config) {
      root = config.root;
      isBuild = config.command === 'build';
    },
    async buildStart() {
      // The development server stays up and says what is wrong in the page, until the data is corrected.
      await load().catch((error: unknown) => {
        if (isBuild) throw error;
      });
    },
    generateBundle() {
      for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml() {
      if (failure !== null) throw failure;
      const index = files.get('data/index.json') ?? 'null';
      return [
        {
          tag: 'script',
          attrs: { type: 'application/json', id: INDEX_ELEMENT },
          // So that no text of the data can end the element.
          children: index.replaceAll('<', '\\u003c'),
          injectTo: 'body-prepend',
        },
      ];
    },
    configureServer(server) {
      serveFiles(server, () => files);
      watchData(server, resolve(root, path), load);
    },
  };
}

/** @throws Error with all issues, one a line, where the data has errors */
async function readValidRadar(path: string): Promise<Radar> {
  const { radar, issues } = await readRadar(path, ALL_CHECKS);
  if (radar !== null) return radar;
  const lines = issues.filter((issue) => issue.severity === 'error').map(formatIssue);
  throw new Error(
    `The radar's data has ${lines.length === 1 ? 'an error' : `${lines.length} errors`}:\n\n${lines.join('\n')}\n`,
  );
}

/** The files that the page fetches, by address relative to the page. */
function compileRadar(radar: Radar): Map<string, string> {
  return new Map([
    ['data/index.json', JSON.stringify(buildIndex(radar))],
    ['data/radar.json', formatRadarJson(radar)],
    ...radar.trends.map((trend): [string, string] => [
      `data/trends/${trend.id}.json`,
      JSON.stringify(buildDetail(radar, trend)),
    ]),
  ]);
}

function serveFiles(server: ViteDevServer, files: () => ReadonlyMap<string, string>): void {
  server.middlewares.use((request, response, next) => {
    const path = (request.url ?? '').replace(/[?#].*$/, '').replace(/^\//, '');
    const text = files().get(path);
    if (text === undefined) return next();
    response.setHeader('content-type', 'application/json');
    response.setHeader('cache-control', 'no-store');
    response.end(text);
  });
}

/** Reloads the page when a data file changes, or shows over it what is wrong with the data. */
function watchData(server: ViteDevServer, data: string, load: () => Promise<void>): void {
  let waiting: NodeJS.Timeout | undefined;
  const reload = async () => {
    try {
      await load();
      server.ws.send({ type: 'full-reload' });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      server.config.logger.error(message);
      server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'radar-data' } });
    }
  };
  server.watcher.add(data);
  server.watcher.on('all', (_event, path) => {
    if ((path !== data && !path.startsWith(data + sep)) || path.endsWith('.schema.json')) return;
    // An editor saves in several steps, and a formatter writes many files at once.
    clearTimeout(waiting);
    waiting = setTimeout(() => void reload(), 80);
  });
}
