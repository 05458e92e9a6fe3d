import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { cleanMarkdown } from '../../../src/formats/import/clean-markdown.ts';
import { htmlToMarkdown } from '../../../src/formats/import/html-to-markdown.ts';

/** Everything in a Markdown text that a page would draw as HTML, load, or follow to no web address. */
function findHarm(markdown: string): string[] {
  const harm: string[] = [];
  const walk = (node: Nodes) => {
    if (node.type === 'html') harm.push(node.value);
    if (node.type === 'image' || node.type === 'imageReference') harm.push(`image ${node.alt}`);
    if ((node.type === 'link' || node.type === 'definition') && !/^https?:\/\//i.test(node.url))
      harm.push(node.url);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(fromMarkdown(markdown));
  return harm;
}

const ATTACKS = [
  '<script>alert(1)</script>',
  'a <script>alert(1)</script> b',
  '<ScRiPt src=//evil.example></sCrIpT >',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)"/>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\nscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="https://user@evil.example\\@good.example">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><input type=submit><button formaction=javascript:alert(1)>x</button></form>',
  '<body onload=alert(1)><p>x',
  '<style>@import "javascript:alert(1)"; </style><link rel=stylesheet href=//evil.example><meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<<b>script>alert(1)<</b>/script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><img src=x onerror=alert(1)></template>',
  '<!--><img src=x onerror=alert(1)>--> <![CDATA[<script>alert(1)</script>]]> <?php echo 1 ?>',
  '<base href="javascript:alert(1)//"><a href="x">y</a>',
  '<details open ontoggle=alert(1)><summary>x</summary>y</details>',
  '<xmp><script>alert(1)</script></xmp><plaintext><script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](&#106;avascript:alert(1))',
  '[x][y]\n\n[y]: javascript:alert(1) "t"',
  '![x](https://evil.example/pixel.png) ![a][y]\n\n[y]: data:image/svg+xml,x',
  '<javascript:alert(1)> <mailto:a@example.org>',
  '![<script>alert(1)</script>](x)',
  '[![x](y)](javascript:alert(1))',
  '\\<script>alert(1)\\</script> \\\\<script>alert(1)</script>',
  '> <script>\n> alert(1)\n> </script>\n\n- <img src=x\n  onerror=alert(1)>',
  '| a |\n| - |\n| <img src=x onerror=alert(1)><br><b onclick=alert(1)>x</b> |',
  '```\ncode\n```\n<script>\n\nalert(1)\n\n</script>',
];

describe.each([
  ['htmlToMarkdown', htmlToMarkdown],
  ['cleanMarkdown', cleanMarkdown],
] as const)('%s', (_, clean) => {
  it.each(ATTACKS)('leaves no harm of %j', (attack) => {
    for (const text of [attack, `<p>${attack}</p>`, `before ${attack} after`, attack + attack]) {
      expect(findHarm(clean(text).markdown)).toEqual([]);
    }
  });

  it('leaves no harm of attacks put together in any way', () => {
    const piece = fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc.constantFrom(
        '<',
        '>',
        '<a href="',
        '">',
        '[',
        '](',
        ')',
        '\n',
        '\n\n',
        '`',
        '\\',
        '<!--',
        '-->',
        '&lt;',
        '    ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        expect(findHarm(clean(pieces.join('')).markdown)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('ends for texts that nest or repeat without end, with nothing harmful left', () => {
    for (const text of [
      '<div>'.repeat(50_000),
      '<b><p>'.repeat(20_000),
      '> '.repeat(60_000),
      '['.repeat(50_000),
      '*a _b '.repeat(9_000),
    ]) {
      expect(findHarm(clean(`${text}<script>alert(1)</script>`).markdown.slice(0, 5_000))).toEqual([]);
    }
  });
});

describe('htmlToMarkdown', () => {
  it('keeps what Markdown can say', () => {
    const html =
      '<h3>Why</h3><p>A <b>bold</b> and <em>calm</em> <a href="https://example.org/?a=1">link</a>.<br>Next</p><ul><li>one</li><li>two</li></ul><ol><li>first</li></ol><pre><code>x &lt; y</code></pre>';
    expect(htmlToMarkdown(html)).toEqual({
      markdown:
        '### Why\n\nA **bold** and _calm_ [link](https://example.org/?a=1).\\\nNext\n\n- one\n- two\n\n1. first\n\n```\nx < y\n```',
      stripped: [],
    });
    expect(htmlToMarkdown('<table><tr><th>a</th></tr><tr><td>1</td></tr></table>').markdown).toBe(
      '| a |\n| - |\n| 1 |',
    );
  });

  it('names what went, and keeps its text unless that is code', () => {
    expect(htmlToMarkdown('<u>kept</u><script>gone</script><img src=x onerror=y><div>also</div>')).toEqual({
      markdown: 'kept\n\nalso',
      stripped: ['u', 'script', 'img', 'onerror'],
    });
  });

  it('takes plain text as it is', () => {
    expect(htmlToMarkdown('a < b & 2 * 3').markdown).toBe('a < b & 2 \\* 3');
    expect(htmlToMarkdown('').markdown).toBe('');
  });
});

describe('cleanMarkdown', () => {
  it('leaves Markdown without HTML as it is, letter by letter', () => {
    const text =
      '# A\n\n* one\n* `<b>` two\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n[x](https://example.org) a < b\n\n```html\n<p>\n```';
    expect(cleanMarkdown(text)).toEqual({ markdown: text, stripped: [] });
  });

  it('says in Markdown what the tags said, and names the rest', () => {
    const text =
      'A <b>bold</b> <a href="https://example.org">link</a><br>to <kbd>x</kbd> ![pic](p.png) [rel](../a.md)';
    expect(cleanMarkdown(text)).toEqual({
      markdown: 'A **bold** [link](https://example.org)\\\nto x pic rel',
      stripped: ['kbd', 'img', 'a[href]'],
    });
  });
});
