/**
 * Installs the project's packages where they are missing or not the ones that package-lock.json names. Plain
 * Node without packages, as it runs before there are any.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const LEAST_NODE = [20, 19];

/** Ends the program with a plain sentence where the packages cannot be had. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    console.error(
      `This needs Node ${LEAST_NODE.join('.')} or newer; here is ${process.versions.node}. Install a newer one.`,
    );
    process.exit(1);
  }
  if (isInstalled()) return;
  console.log('Installing packages (npm ci) ...');
  if (runNpm(['ci', '--no-audit', '--no-fund']) !== 0) {
    console.error('The packages could not be installed; npm says why above.');
    process.exit(1);
  }
}

/**
 * Runs npm in the project, its output going to this terminal.
 *
 * @param {string[]} args
 * @returns {number} the exit code
 */
export function runNpm(args) {
  const onWindows = process.platform === 'win32';
  return spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: onWindows }).status ?? 1;
}

/** Whether every package of the lock file is there in its version. Optional ones depend on the machine. */
function isInstalled() {
  const installed = `${ROOT}/node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const wanted = packagesOf(`${ROOT}/package-lock.json`);
  const present = packagesOf(installed);
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional || present[name]?.version === entry.version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
