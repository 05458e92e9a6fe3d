import { createHash } from 'node:crypto';
import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * The only inline script, run before the first paint: it applies the reader's theme (key and values are those of
 * `src/platform/theme-preference.ts`), and hides the built-in radar's picture where the address asks for another
 * radar. The policy names its hash.
 */
const FIRST_SCRIPT =
  "try{const t=localStorage.getItem('radar-theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}if(/[?&]radar=/.test(location.search))document.documentElement.dataset.other=''";

/** The page runs only its own code, styles and font; it reads data from itself and from https addresses. */
const POLICY = {
  'default-src': "'none'",
  'script-src': `'self' 'sha256-${createHash('sha256').update(FIRST_SCRIPT).digest('base64')}'`,
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self' https:",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

function formatPolicy(policy: Record<string, string>): string {
  return Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** What a server should send beside the page; the last rule of the policy cannot stand in the page itself. */
export const PAGE_HEADERS = {
  'content-security-policy': formatPolicy({ ...POLICY, 'frame-ancestors': "'self'" }),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/**
 * Puts into the page's head what only the build knows: the security policy, so that it holds wherever the
 * page is hosted, and the address of the font, so that it loads beside the code. In development there is no
 * policy, as the development server works by inline scripts.
 */
export function pageHead(): Plugin {
  let base = '/';
  let isBuild = false;
  return {
    name: 'page-head',
    configResolved(config) {
      base = config.base;
      isBuild = config.command === 'build';
    },
    transformIndexHtml() {
      const tags: HtmlTagDescriptor[] = [
        { tag: 'script', children: FIRST_SCRIPT, injectTo: 'head-prepend' },
        {
          tag: 'link',
          attrs: {
            rel: 'preload',
            href: `${base}fonts/inter-subset.woff2`,
            as: 'font',
            type: 'font/woff2',
            crossorigin: '',
          },
          injectTo: 'head-prepend',
        },
      ];
      if (!isBuild) return tags;
      const policy = { 'http-equiv': 'content-security-policy', content: formatPolicy(POLICY) };
      return [{ tag: 'meta', attrs: policy, injectTo: 'head-prepend' }, ...tags];
    },
  };
}
