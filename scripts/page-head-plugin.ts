import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Plugin } from 'vite';

type Bundle = Parameters<Extract<NonNullable<Plugin['generateBundle']>, (...args: never[]) => unknown>>[1];

/**
 * Run before the first paint: it applies the reader's theme (key and values are those of
 * `src/platform/theme-preference.ts`), and hides the built-in radar's picture where the address asks for another
 * radar, or for a workshop.
 */
const FIRST_SCRIPT =
  "try{const t=localStorage.getItem('radar-theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}if(/[?&](radar|workshop)=/.test(location.search))document.documentElement.dataset.other=''";

/** What stands in the head before it must lie within the first 1024 bytes, so everything else comes behind it. */
const CHARSET = '<meta charset="utf-8" />';

/** Begins the application once the picture that stands in the page has been painted; the code loads meanwhile. */
const startScript = (address: string) =>
  `requestAnimationFrame(()=>setTimeout(()=>import(${JSON.stringify(address)})))`;

/** The page runs only its own code, styles and font; it reads data from itself and from https addresses. */
function formatPolicy(scripts: readonly string[], styles: readonly string[]): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts.map(hash)].join(' '),
    ["style-src 'self'", ...styles.map(hash)].join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self' https:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** What a server should send beside the page: the one rule that cannot stand in the page itself, and its like. */
export const PAGE_HEADERS = {
  'content-security-policy': "frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/**
 * Puts into the page's head what only the build knows: the font's address, so that it loads beside the code; the
 * style sheet itself, so that the first paint waits for no further request; and the security policy, so that it holds
 * wherever the page is hosted. In development there is no policy, as the development server works by inline scripts.
 */
export function pageHead(): Plugin {
  let base = '/';
  let inlined: readonly string[] = [];
  return {
    name: 'page-head',
    configResolved(config) {
      base = config.base;
    },
    // The page's style sheet stands in the page: parts that come later ask for what is there instead of its file.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const entry = chunks.find((chunk) => chunk.isEntry)?.fileName ?? '';
        for (const file of inlined)
          for (const chunk of chunks)
            chunk.code = chunk.code.replaceAll(`${basename(file)}"`, () => `${basename(entry)}"`);
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const head = `<script>${FIRST_SCRIPT}</script>`;
        if (bundle === undefined) return html.replace(CHARSET, () => CHARSET + head);
        const styled = inlineStyles(html, bundle);
        inlined = styled.files;
        const started = delayStart(styled.html);
        const policy = formatPolicy([FIRST_SCRIPT, started.script], styled.styles);
        return started.html.replace(
          CHARSET,
          () =>
            `${CHARSET}<meta http-equiv="content-security-policy" content="${policy}">${head}` +
            `<link rel="preload" href="${base}fonts/inter-subset.woff2" as="font" type="font/woff2" crossorigin>`,
        );
      },
    },
  };
}

/** Moves the style sheets of the build into the page. Their relative addresses begin one folder down: mend them. */
function inlineStyles(html: string, bundle: Bundle): { html: string; styles: string[]; files: string[] } {
  const styles: string[] = [];
  const files: string[] = [];
  const inlined = html.replace(
    /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g,
    (tag, file: string) => {
      const asset = bundle[file];
      if (asset?.type !== 'asset') return tag;
      delete bundle[file];
      const text = String(asset.source).replaceAll('url(../', 'url(./').trim();
      styles.push(text);
      files.push(file);
      return `<style>${text}</style>`;
    },
  );
  return { html: inlined, styles, files };
}

/** Turns the tag that runs the application at once into one that loads it, and a script that begins it later. */
function delayStart(html: string): { html: string; script: string } {
  let script = '';
  const delayed = html.replace(
    /<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/,
    (_, address: string) => {
      script = startScript(address);
      return `<link rel="modulepreload" crossorigin href="${address}"><script type="module">${script}</script>`;
    },
  );
  return { html: delayed, script };
}
