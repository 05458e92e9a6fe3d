import react from '@vitejs/plugin-react';
import { createServer, type Plugin } from 'vite';
import type { RadarIndex } from '../src/domain/radar-index.ts';

const ROOT = '<div id="root"></div>';
const INDEX = /<script type="application\/json" id="radar-index">([\s\S]*?)<\/script>/;

/**
 * Draws the built-in radar into the page when it is built, by the same components as in the browser. It reads the
 * index that `radarData` has put into the page, so it must stand behind it.
 */
export function firstPicture(): Plugin {
  let root = process.cwd();
  return {
    name: 'first-picture',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const index = INDEX.exec(html)?.[1];
        if (index === undefined || !html.includes(ROOT)) {
          throw new Error('index.html lacks the radar index or the element with the id "root"');
        }
        const markup = await renderMarkup(root, JSON.parse(index) as RadarIndex);
        return html.replace(ROOT, () => `<div id="root" data-first>${markup}</div>`);
      },
    },
  };
}

async function renderMarkup(root: string, index: RadarIndex): Promise<string> {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    plugins: [react()],
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const module = await server.ssrLoadModule('/src/app/first-picture.tsx');
    return (module as typeof import('../src/app/first-picture.tsx')).renderFirstPicture(index);
  } finally {
    await server.close();
  }
}
