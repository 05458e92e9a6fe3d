import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBase64, parseBase64 } from '../../src/formats/base64-text.ts';
import { formatSessionFile, parseSessionFile, sessionFileName } from '../../src/formats/session-file.ts';
import { arbitraryAct, carryOut, newWorkshop } from '../support/workshop.ts';

const RECORD = newWorkshop();
const FILE = formatSessionFile({ id: 'a1', record: RECORD, update: new Uint8Array([1, 2, 3]) });

/** The file with something changed in it. */
function changed(change: (file: Record<string, never> & { record: Changeable }) => void): string {
  const file = JSON.parse(FILE);
  change(file);
  return JSON.stringify(file);
}
interface Changeable {
  values: Record<string, unknown>;
  log: unknown[];
}

describe('the file of a workshop', () => {
  it('comes back as it was saved', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryAct, { maxLength: 12 }),
        fc.uint8Array({ maxLength: 20 }),
        (acts, update) => {
          const record = carryOut(RECORD, acts);
          const { session, issues } = parseSessionFile(formatSessionFile({ id: 'a1', record, update }), 'f');
          expect(issues).toEqual([]);
          expect(session).toMatchObject({ id: 'a1', record });
          expect([...(session?.update ?? [])]).toEqual([...update]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is named after the workshop and the day', () => {
    expect(sessionFileName('Revue d’été', '2026-11-21')).toBe('revue-dete_2026-11-21.workshop.json');
  });

  it('says of what is no such file what is wrong and the cure', () => {
    const cases: [string, RegExp][] = [
      ['', /not JSON/],
      [FILE.slice(0, 500), /cut off/],
      ['[]', /not a workshop/],
      ['{"version":1,"title":"A radar"}', /not a workshop/],
      [changed((file) => Object.assign(file, { version: 2 })), /newer radar page \(version 2/],
      [changed((file) => Object.assign(file, { version: '1' })), /version/],
      [changed((file) => Object.assign(file, { id: '../x' })), /id of the workshop/],
      [changed((file) => Object.assign(file, { record: null })), /record of the workshop is missing/],
      [changed(({ record }) => Object.assign(record, { log: {} })), /record of the workshop is missing/],
      [changed(({ record }) => void delete record.values['meta/radar']), /radar.*is missing/],
      [' '.repeat(50_000_001), /longer than 50 million/],
    ];
    for (const [text, message] of cases) {
      const { session, issues } = parseSessionFile(text, 'x.workshop.json');
      expect(session).toBe(null);
      expect(issues[0]).toMatchObject({ severity: 'error', file: 'x.workshop.json' });
      expect(issues[0]?.message).toMatch(message);
      expect(issues[0]?.cure).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('is refused where the radar in it does not pass its checks', () => {
    const dangling = changed(({ record }) => {
      const radar = record.values['meta/radar'] as { trends: { quadrant: string }[] };
      Object.assign(radar.trends[0] ?? {}, { quadrant: 'nowhere' });
    });
    const { session, issues } = parseSessionFile(dangling, 'f');
    expect(session).toBe(null);
    expect(issues[0]).toMatchObject({
      severity: 'error',
      path: expect.arrayContaining(['meta/radar', 'trends']),
    });
    const strange = changed(({ record }) => Object.assign(record.values, { 'meta/radar': { title: 5 } }));
    expect(parseSessionFile(strange, 'f').session).toBe(null);
  });

  it('is read without what no act writes', () => {
    let deep: unknown = 'end';
    for (let level = 0; level < 20; level += 1) deep = [deep];
    const text = changed(({ record }) => {
      record.values.stray = 'x';
      record.values['trend/alpha/reason'] = deep;
      record.values['trend/alpha/dissent'] = 'kept';
      record.log.push('x', { id: 1 }, { ...(record.log[0] as object), more: 'x', trend: 7 });
    }).replace('"trend/alpha/dissent"', '"__proto__":{"a":1},"trend/alpha/dissent"');
    const { session } = parseSessionFile(text, 'f');
    expect(session?.record.values).toEqual({ ...RECORD.values, 'trend/alpha/dissent': 'kept' });
    expect(session?.record.log).toEqual([RECORD.log[0], { ...RECORD.log[0], trend: null }]);
  });

  it('stands by its readable part where the rest is damaged, and says so', () => {
    for (const update of ['AA', 'A§AA', 5]) {
      const { session, issues } = parseSessionFile(
        changed((file) => Object.assign(file, { update })),
        'f',
      );
      expect(session).toMatchObject({ update: null, record: RECORD });
      expect(issues).toMatchObject([{ severity: 'warning', path: ['update'] }]);
    }
  });

  it('never throws', () => {
    const part = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(part, part, part, (values, log, update) => {
        const record = { values: { ...RECORD.values, 'trend/alpha/x': values }, log: [log] };
        for (const file of [
          values,
          { ...JSON.parse(FILE), record, update },
          { ...JSON.parse(FILE), record: log },
        ])
          parseSessionFile(JSON.stringify(file), 'f');
      }),
      { numRuns: 50 },
    );
  });
});

describe('base64', () => {
  it('is what others write, and gives the bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(formatBase64(bytes)).toBe(text);
        expect([...(parseBase64(text) ?? [])]).toEqual([...bytes]);
      }),
    );
    for (const text of ['A', 'A===', '====', 'AA=A', 'AAA\n', 'AA-_']) expect(parseBase64(text)).toBe(null);
  });
});
