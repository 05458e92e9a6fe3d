import { expect, it, vi } from 'vitest';
import * as z from 'zod';
import { checkSchema } from '../../src/formats/schema-issues.ts';

const schema = z.strictObject({ title: z.string(), trends: z.array(z.strictObject({ name: z.string() })) });

/** What is said of a value, as `path: message. cure`. */
function saysOf(value: unknown): string[] {
  const { issues } = checkSchema(schema, value, 'x.json', () => undefined);
  return issues.map(({ path, message, cure }) => `${path.join('.')}: ${message}. ${cure}`);
}

it('takes an unknown key for one that is not there yet', () => {
  expect(saysOf({ titel: 'A', trends: [{ name: 'X', nane: 'Y' }] })).toEqual([
    expect.stringContaining('title: title'),
    'trends.0.nane: unknown key "nane". Allowed here: name.',
    'titel: unknown key "titel". Did you mean "title"? Allowed here: title, trends.',
  ]);
});

it('searches the keys of an object as often for a thousand unknown ones as for one', () => {
  const searches = (count: number) => {
    const unknown = Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 1]));
    const search = vi.spyOn(Array.prototype, 'includes');
    const said = saysOf({ title: 'A', trends: [], ...unknown });
    const searched = search.mock.calls.length;
    search.mockRestore();
    expect(said).toHaveLength(count);
    return searched;
  };
  expect(searches(1000)).toBe(searches(1));
});
