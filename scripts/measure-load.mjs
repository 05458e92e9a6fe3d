/** What the first load of the built page takes: the HTML and the files it names, as a server sends them. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const STYLE = /<style>(.*?)<\/style>/s;
const INDEX = /<script type="application\/json" id="radar-index">(.*?)<\/script>/s;

/**
 * Sizes in bytes, after gzip where a server would compress (fonts are compressed in themselves). `html` is the
 * page without the radar's index and the style sheet, `index` what the index adds to it.
 *
 * @param {string} folder the built page
 */
export function measureLoad(folder = 'dist') {
  const html = readFileSync(`${folder}/index.html`, 'utf8');
  const styled = html.replace(INDEX, '');
  const style = STYLE.exec(styled)?.[1] ?? '';
  const plain = styled.replace(STYLE, '');
  const files = namedFiles(plain);
  const sum = (ending) =>
    files
      .filter((file) => file.endsWith(ending))
      .reduce((total, file) => total + sizeOf(readFileSync(`${folder}/${file}`), ending), 0);
  const whole = sizeOf(Buffer.from(html), '.html');
  const page = sizeOf(Buffer.from(plain), '.html');
  const css = sum('.css') + (style === '' ? 0 : sizeOf(Buffer.from(style), '.css'));
  return {
    files: files.length + 1,
    html: page,
    js: sum('.js'),
    css,
    font: sum('.woff2'),
    index: whole - sizeOf(Buffer.from(styled), '.html'),
  };
}

function sizeOf(bytes, ending) {
  return ending === '.woff2' ? bytes.length : gzipSync(bytes, { level: 9 }).length;
}

/** The files that the page loads at once: its scripts, styles, and what it preloads. */
function namedFiles(html) {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const loaded = tags.filter((tag) => /^<script|rel="(?:stylesheet|preload|modulepreload)"/.test(tag));
  const names = loaded.flatMap((tag) => /(?:src|href)="\.?\/?([^"]+)"/.exec(tag)?.[1] ?? []);
  return [...new Set(names)];
}
