/**
 * Writes the JSON Schemas that editors read to `data/schema/`: `npm run -s generate`. With `--check` it writes
 * nothing and exits 1 where a file is not what would be written.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { formatJsonSchemas } from '../src/formats/json-schema.ts';

const checkOnly = process.argv.includes('--check');
const folder = new URL('../data/schema/', import.meta.url);

await mkdir(folder, { recursive: true });
for (const [name, text] of formatJsonSchemas()) {
  const file = new URL(name, folder);
  const now = await readFile(file, 'utf8').catch(() => null);
  if (now === text) continue;
  if (checkOnly) {
    console.log(`data/schema/${name} is not up to date. Run: npm run generate`);
    process.exitCode = 1;
  } else {
    await writeFile(file, text);
    console.log(`data/schema/${name}: written`);
  }
}
