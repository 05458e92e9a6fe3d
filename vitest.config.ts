import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const PURE = ['domain', 'formats', 'layout', 'scene', 'cli', 'gallery', 'rules'];
const RENDERED = ['ui', 'features', 'app', 'state', 'platform'];

/** Generous, in ms: it ends what hangs, and says nothing of speed. */
const TIMEOUT = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // These keep nothing between files, and share what they import.
          isolate: false,
          testTimeout: TIMEOUT,
          include: PURE.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`),
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          testTimeout: TIMEOUT,
          setupFiles: ['tests/setup-dom.ts'],
          include: RENDERED.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`),
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
});
