/** `npm run dev`: installs what is missing, then serves the page from its sources, reloading on every change. */
import { ensureInstalled, ROOT } from './install.mjs';

ensureInstalled();
process.chdir(ROOT);
const { createServer } = await import('vite');
const port = process.env.PORT === undefined ? {} : { port: Number(process.env.PORT) };
const server = await createServer({ root: ROOT, server: port });
await server.listen();
server.printUrls();
server.bindCLIShortcuts({ print: true });
