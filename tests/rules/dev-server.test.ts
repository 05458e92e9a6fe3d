import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { radarData } from '../../scripts/radar-data-plugin.ts';

const radar = (ring: string) =>
  JSON.stringify({
    version: 1,
    title: 'Radar',
    quadrants: ['one', 'two'].map((id) => ({ id, name: id })),
    rings: [{ id: 'adopt', name: 'Adopt' }],
    trends: [{ id: 'a', name: 'Alpha', quadrant: 'one', ring }],
  });

let server: ViteDevServer | undefined;
let folder = '';

afterEach(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the development server', () => {
  it('reloads the page when the data changes, and shows over it what is wrong with the data', async () => {
    folder = mkdtempSync(join(tmpdir(), 'radar-'));
    const file = join(folder, 'our.radar.json');
    writeFileSync(file, radar('adopt'));
    server = await createServer({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      plugins: [radarData(file)],
      server: { middlewareMode: true, ws: false },
    });
    await server.pluginContainer.buildStart({});
    const sent = vi.spyOn(server.ws, 'send');
    await vi.waitFor(() => expect(Object.keys(server?.watcher.getWatched() ?? {})).toContain(folder));

    writeFileSync(file, radar('adpot'));
    await vi.waitFor(
      () =>
        expect(sent).toHaveBeenCalledWith(
          expect.objectContaining({
            type: 'error',
            err: expect.objectContaining({
              message: expect.stringMatching(/our\.radar\.json:1:\d+: error: .*adpot/),
            }),
          }),
        ),
      { timeout: 10_000 },
    );
    writeFileSync(file, radar('adopt'));
    await vi.waitFor(() => expect(sent).toHaveBeenCalledWith({ type: 'full-reload' }), { timeout: 10_000 });
  }, 30_000);
});
