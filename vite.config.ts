import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstPicture } from './scripts/first-picture-plugin.ts';
import { PAGE_HEADERS, pageHead } from './scripts/page-head-plugin.ts';
import { radarData } from './scripts/radar-data-plugin.ts';

export default defineConfig({
  // Relative addresses: the build works in any folder of any host.
  base: './',
  plugins: [react(), radarData(process.env.RADAR_DATA), pageHead(), firstPicture()],
  build: {
    // All browsers that the page supports preload modules themselves.
    modulePreload: { polyfill: false },
    // The security policy allows files, not data: addresses.
    assetsInlineLimit: 0,
    // Reading and checking the data takes most of the build; that is as it should be.
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What the parts that come on demand share with the first load, in one file: in several, each would be a request.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|scheduler|zustand|@tanstack|nuqs)\/|react-dom\/(client|index|cjs\/react-dom(-client)?\.)|src\/domain\/(editions|hue)|src\/layout\/box\.|src\/scene\/radar-svg|src\/platform\/load-failure|rolldown\/runtime/,
            },
          ],
        },
      },
    },
  },
  preview: { headers: PAGE_HEADERS },
});
