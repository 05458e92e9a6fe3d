/** A tag of XML, or what stands between two. Names are without the prefix of their namespace. */
export type XmlPiece =
  | { kind: 'open'; name: string; head: string; isEmpty: boolean }
  | { kind: 'close'; name: string; isEmpty: false }
  | { kind: 'text'; text: string };

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Goes through the XML that programs write: one piece after another, without looking at whether tags match. Declared
 * entities are not resolved, so none can multiply.
 */
export function* scanXml(xml: string): Generator<XmlPiece, void, void> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open !== at) {
      yield { kind: 'text', text: decodeEntities(xml.slice(at, open === -1 ? xml.length : open)) };
      if (open === -1) return;
    }
    if (xml.startsWith('<![CDATA[', open)) {
      const end = endOf(xml, ']]>', open);
      yield { kind: 'text', text: xml.slice(open + 9, end - 3) };
      at = end;
    } else if (xml.startsWith('<!--', open)) {
      at = endOf(xml, '-->', open);
    } else {
      at = endOf(xml, '>', open);
      const head = xml.slice(open + 1, at - 1);
      const isClose = head.startsWith('/');
      const name = /^\/?(?:[\w.-]+:)?([\w.-]+)/.exec(head)?.[1];
      if (name === undefined) continue;
      yield isClose
        ? { kind: 'close', name, isEmpty: false }
        : { kind: 'open', name, head, isEmpty: head.endsWith('/') };
    }
  }
}

/** The value of an attribute in the head of a tag, whatever prefix its name has. */
export function readAttribute(head: string, name: string): string | undefined {
  const match = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(head);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : decodeEntities(value);
}

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at === -1 ? xml.length + mark.length : at + mark.length;
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\dA-Fa-f]{1,6})|#(\d{1,7})|(\w{2,4}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
