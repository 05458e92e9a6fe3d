/** `npm start`: installs what is missing, builds the page, serves it and prints its address. */
import { ensureInstalled, ROOT } from './install.mjs';

ensureInstalled();
process.chdir(ROOT);
const { build, preview } = await import('vite');
try {
  await build({ root: ROOT, logLevel: 'warn' });
} catch (error) {
  // The data check words its own errors; for anything else the builder's text is the best there is.
  console.error(error instanceof Error ? error.message : error);
  console.error('\nThe page could not be built. Correct the above and start again.');
  process.exit(1);
}
const port = Number(process.env.PORT ?? 4173);
// Where the port is taken, the next free one is used.
const server = await preview({ root: ROOT, preview: { port, strictPort: false } });
const address = server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`;
console.log(`The Deep Learning Trend Radar is at ${address}\nStop it with Ctrl+C.`);
