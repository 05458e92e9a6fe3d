import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './scripts/find-browser.mjs';

const PORT = 4187;
const preview = `npx vite preview --port ${PORT} --strictPort`;
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: '.cache/browser-tests',
  fullyParallel: true,
  workers: 2,
  // A test that passes at the second try is a finding, not a pass.
  retries: 0,
  reporter: [['line'], ['json', { outputFile: '.cache/browser-tests.json' }]],
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1280, height: 720 },
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [...BROWSER_FLAGS],
    },
  },
  webServer: {
    // The check script has built the page a moment ago.
    command: process.env.RADAR_BUILT === undefined ? `npx vite build && ${preview}` : preview,
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
