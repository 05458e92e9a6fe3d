import type { ComponentProps, ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { safeLink } from '../../formats/plain-text.ts';
import css from './description.module.css';

/** What may be drawn; of everything else, such as what would load something, the words alone are. */
const ALLOWED = [
  ...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'em', 'strong', 'del', 'sup', 'a', 'img', 'input'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'section'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

const Words = ({ children }: { children?: ReactNode }) => children;
// the panel has titles down to the third level
const Upper = ({ children }: { children?: ReactNode }) => <h4>{children}</h4>;
const Lower = ({ children }: { children?: ReactNode }) => <h5>{children}</h5>;

function WebLink({ href, children }: ComponentProps<'a'>) {
  // addresses of other kinds, and places within the text, arrive empty
  if (!href) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

const COMPONENTS: Components = {
  a: WebLink,
  img: ({ alt }) => alt,
  input: ({ checked }) => (checked ? '☑' : '☐'),
  section: Words,
  h1: Upper,
  h2: Upper,
  h3: Lower,
  h4: Lower,
  h5: Lower,
  h6: Lower,
  li: ({ children }) => <li>{children}</li>,
  table: ({ children }) => (
    <div className={css.table}>
      <table>{children}</table>
    </div>
  ),
};

/**
 * A text in Markdown that nobody vouches for. HTML in it is shown as the text that it is, no picture is loaded, and only
 * http(s) addresses become links.
 */
export function Description({ markdown }: { markdown: string }) {
  return (
    <div className={css.text}>
      <Markdown
        remarkPlugins={[remarkGfm]}
        allowedElements={ALLOWED}
        unwrapDisallowed
        urlTransform={(url) => safeLink(url) ?? ''}
        components={COMPONENTS}
      >
        {markdown}
      </Markdown>
    </div>
  );
}
