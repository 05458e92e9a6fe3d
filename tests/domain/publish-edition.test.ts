import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRadar } from '../../src/domain/check-radar.ts';
import { movementOf } from '../../src/domain/movement.ts';
import type { Radar } from '../../src/domain/radar.ts';
import { startSession } from '../../src/domain/workshop/acts.ts';
import { outcomeOf } from '../../src/domain/workshop/outcome.ts';
import {
  checkNewEdition,
  publishEdition,
  suggestEdition,
} from '../../src/domain/workshop/publish-edition.ts';
import { readSession } from '../../src/domain/workshop/read-session.ts';
import type { Act, Session } from '../../src/domain/workshop/session.ts';
import { formatRadarFolder, parseRadarFolder } from '../../src/formats/radar-folder.ts';
import { formatRadarJson, parseRadarJson } from '../../src/formats/radar-json.ts';
import { sampleRadar } from '../support/sample-radar.ts';
import {
  arbitraryAct,
  carryOut,
  newWorkshop,
  TRENDS,
  workshopAfter,
  workshopRadar,
} from '../support/workshop.ts';

const EDITION = { id: 'winter', date: '2026-12-01' };
const trendOf = (radar: Radar, id: string) => {
  const found = radar.trends.find((trend) => trend.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const placeOf = (radar: Radar, id: string, edition = EDITION.id) =>
  trendOf(radar, id).placements.find((place) => place.edition === edition);

/** The sample radar, which has facts and sources, in a workshop on its latest edition. */
function sampleAfter(acts: readonly Act[], change: Partial<Radar> = {}): Session {
  const radar = { ...sampleRadar(), ...change };
  const record = startSession(
    {
      ...{ name: 'Review', edition: '2024', room: [], hidden: true, minutes: 5 },
      radar,
      queue: radar.trends.map(({ id }) => id),
    },
    { id: 'start', at: '2026-11-21T09:00:00.000Z' },
  );
  return readSession('w', carryOut(record, acts));
}

describe('publishing a workshop as a new edition', () => {
  it('places what was decided, keeps what was not, and leaves out what was retired', () => {
    const { radar, notes } = publishEdition(
      workshopAfter(
        { kind: 'place', trend: 'alpha', ring: 'trial' },
        { kind: 'reason', trend: 'alpha', text: ' Two teams gave it up. ', basis: [] },
        { kind: 'retire', trend: 'beta' },
        { kind: 'park', trend: 'gamma', parked: true },
        { kind: 'reason', trend: 'gamma', text: 'Not placed yet.', basis: [] },
        {
          kind: 'propose',
          proposal: { id: 'epsilon', name: 'Epsilon', quadrant: 'tools', summary: 'What it is.' },
          ring: 'assess',
        },
        {
          kind: 'propose',
          proposal: { id: 'zeta', name: 'Zeta', quadrant: 'tools', summary: '' },
          ring: null,
        },
      ),
      EDITION,
    );
    expect(radar.editions.at(-1)).toEqual(EDITION);
    expect(placeOf(radar, 'alpha')).toEqual({
      edition: 'winter',
      ring: 'trial',
      reason: 'Two teams gave it up.',
    });
    expect(placeOf(radar, 'beta')).toBeUndefined();
    expect(placeOf(radar, 'gamma')).toEqual({ edition: 'winter', ring: 'assess' });
    expect(placeOf(radar, 'delta')).toEqual({ edition: 'winter', ring: 'adopt' });
    expect(trendOf(radar, 'epsilon')).toEqual({
      id: 'epsilon',
      name: 'Epsilon',
      quadrant: 'tools',
      summary: 'What it is.',
      placements: [{ edition: 'winter', ring: 'assess' }],
    });
    expect(radar.trends.map(({ id }) => id)).not.toContain('zeta');
    expect(notes.join(' ')).toContain('2 trends without a decision keep their rings');
    expect(notes.join(' ')).toContain('Proposed without a ring, and so not on the radar: Zeta.');
    expect(notes.join(' ')).toContain('Decided without a reason: Epsilon.');
  });

  it('holds exactly what the acts decided and changes nothing else, whatever was done', () => {
    const start = readSession('w', newWorkshop()).radar;
    const before = formatRadarFolder(start);
    fc.assert(
      fc.property(fc.array(arbitraryAct, { maxLength: 24 }), (acts) => {
        const session = readSession('w', carryOut(newWorkshop(), acts));
        const { radar } = publishEdition(session, EDITION);
        for (const trend of radar.trends) {
          const standing = session.standings.get(trend.id);
          const outcome = standing && outcomeOf(session, standing);
          const ring =
            outcome === 'retired' ? undefined : (standing?.to ?? placeOf(start, trend.id, 'autumn')?.ring);
          expect(placeOf(radar, trend.id)?.ring).toBe(ring);
          if (outcome === 'in' || outcome === 'out' || outcome === 'same' || outcome === 'new') {
            expect(movementOf(trend.placements, radar.editions, radar.rings, 'winter')).toBe(outcome);
            const place = placeOf(radar, trend.id);
            if (place?.reason !== undefined) expect(standing?.reason).toContain(place.reason);
          }
        }
        // Proposals with a ring, and nothing else, are new.
        expect(radar.trends.slice(TRENDS.length).map(({ id }) => id)).toEqual(
          session.proposals
            .filter(({ id }) => session.standings.get(id)?.to != null && !session.standings.get(id)?.retired)
            .map(({ id }) => id),
        );
        // Read back from both of its forms, nothing is wrong with it.
        expect(parseRadarJson(formatRadarJson(radar), 'r').issues).toEqual(namesTwice(radar));
        const after = formatRadarFolder(radar);
        expect(parseRadarFolder(after).radar).not.toBeNull();
        for (const [file, text] of before) {
          // A list without sources is no list that one is added to.
          if (file === 'sources.yaml') continue;
          const id = /trends\/(.*)\.yaml/.exec(file)?.[1];
          const standing = id === undefined ? undefined : session.standings.get(id);
          if (standing?.retired && standing.evidence.every(({ url }) => url === null))
            expect(after.get(file)).toBe(text);
          // Every line that was there is there still, in its order.
          expect(withoutAdded(after.get(file) ?? '', text)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leaves the files of trends that are not in the edition as they are, to the byte', () => {
    const { radar } = publishEdition(workshopAfter({ kind: 'retire', trend: 'alpha' }), EDITION);
    const [before, after] = [workshopAfter().radar, radar].map(formatRadarFolder);
    const changed = [...(after ?? [])].filter(([file, text]) => before?.get(file) !== text);
    expect(changed.map(([file]) => file)).toEqual([
      'radar.yaml',
      'trends/beta.yaml',
      'trends/delta.yaml',
      'trends/gamma.yaml',
    ]);
  });

  it('cites the facts that a reason rests on, and makes facts of the team’s evidence that can be read somewhere', () => {
    const evidence = (id: string, url: string | null, claim = 'Ours is in use.'): Act => ({
      kind: 'evidence',
      trend: 'attention',
      evidence: { id, stance: 'limits', claim, url },
    });
    const session = sampleAfter([
      { kind: 'place', trend: 'attention', ring: 'assess' },
      evidence('e1', 'https://example.com/ours'),
      evidence('e2', null, 'Somebody said so.'),
      evidence('e3', 'javascript:alert(1)', 'No page.'),
      evidence('e4', 'https://example.org/a-paper', 'The paper again.'),
      { kind: 'reason', trend: 'attention', text: 'It costs more.', basis: ['f1', 'e1', 'e2', 'gone'] },
    ]);
    const { radar, notes } = publishEdition(session, EDITION);
    const added = trendOf(radar, 'attention').facts?.slice(sampleRadar().trends[0]?.facts?.length) ?? [];
    const source = radar.sources.find(({ url }) => url === 'https://example.com/ours');
    expect(source).toMatchObject({ organisations: ['The team'], year: 2026 });
    expect(added).toEqual([
      {
        ...{ id: 'team', claim: 'Ours is in use.', kind: 'survey', stance: 'limits', date: '2026-11-21' },
        ...{ source: source?.id, grade: 'assumption' },
      },
      {
        ...{ id: 'team-2', claim: 'The paper again.', kind: 'survey', stance: 'limits', date: '2026-11-21' },
        ...{ source: 'a-paper', grade: 'assumption' },
      },
    ]);
    expect(placeOf(radar, 'attention')).toEqual({
      ...{ edition: 'winter', ring: 'assess', reason: 'It costs more.', facts: ['f1', 'team'] },
    });
    expect(checkRadar(radar).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(notes.join(' ')).toContain('“Somebody said so.” (Attention), “No page.” (Attention)');
  });

  it('cites no fact that came after the edition, and says so', () => {
    const session = sampleAfter([
      { kind: 'place', trend: 'attention', ring: 'assess' },
      {
        kind: 'evidence',
        trend: 'attention',
        evidence: { id: 'e1', stance: 'supports', claim: 'New.', url: 'https://example.com/' },
      },
      { kind: 'reason', trend: 'attention', text: 'Because.', basis: ['e1'] },
    ]);
    const { radar, notes } = publishEdition(session, { id: 'early', date: '2026-01-01' });
    expect(placeOf(radar, 'attention', 'early')?.facts).toBeUndefined();
    expect(checkRadar(radar).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(notes.join(' ')).toContain('later than 2026-01-01; the placement does not cite them: Attention');
  });

  it('names what stands in the minutes only', () => {
    const { notes } = publishEdition(
      workshopAfter(
        { kind: 'place', trend: 'alpha', ring: 'trial' },
        { kind: 'dissent', trend: 'alpha', text: 'Ada would keep it.' },
        { kind: 'champion', trend: 'beta', name: 'Bo' },
        { kind: 'note', trend: 'beta', note: 'n', text: 'Ask again.' },
        { kind: 'retire', trend: 'gamma' },
        { kind: 'reason', trend: 'gamma', text: 'Nobody uses it.', basis: [] },
      ),
      EDITION,
    );
    expect(notes).toEqual(
      expect.arrayContaining([
        'Dissent stands in the minutes only: Trend alpha.',
        'Who champions it stands in the minutes only: Trend beta.',
        'Votes and notes stand in the minutes only.',
        expect.stringMatching(/^Why these left stands in the minutes only.*: Trend gamma\.$/),
      ]),
    );
  });

  it('says what a strict radar’s editing rules ask for, and only what is new', () => {
    const session = sampleAfter([{ kind: 'place', trend: 'attention', ring: 'assess' }], { strict: true });
    const { notes } = publishEdition(session, EDITION);
    const editing = notes.filter((note) => note.includes('editing rules'));
    expect(editing.join(' ')).toMatch(/committed\. Attention, Distillation: the placement has no reason/);
    expect(editing.join(' ')).not.toContain('no relation leads');
    expect(publishEdition(sampleAfter([]), EDITION).notes.join(' ')).not.toContain('editing rules');
  });

  it('cuts a name that the picture cannot hold, and keeps it whole below', () => {
    const name = 'A name that is much longer than thirty-two characters';
    const { radar } = publishEdition(
      workshopAfter({
        kind: 'propose',
        proposal: { id: 'long', name, quadrant: 'tools', summary: '' },
        ring: 'assess',
      }),
      EDITION,
    );
    expect(trendOf(radar, 'long')).toMatchObject({
      name: 'A name that is much longer than…',
      subtitle: name,
    });
    expect(parseRadarJson(formatRadarJson(radar), 'r').radar).not.toBeNull();
  });

  it('says that an older edition was begun with, and that a radar had named none', () => {
    const record = newWorkshop();
    const older = { ...record, values: { ...record.values, 'meta/edition': 'spring' } };
    expect(publishEdition(readSession('w', older), EDITION).notes[0]).toContain('what autumn changed is not');
    const { editions: _, ...file } = workshopRadar;
    const trends = file.trends.map(({ placements: _placements, ...trend }) => ({ ...trend, ring: 'trial' }));
    const plain = startSession(
      {
        ...{ name: 'W', edition: 'current', room: [], hidden: true, minutes: 0, queue: ['alpha'] },
        radar: { ...file, trends },
      },
      { id: 's', at: '2026-11-21T09:00:00.000Z' },
    );
    const { radar, notes } = publishEdition(readSession('w', plain), EDITION);
    expect(notes[0]).toContain('now edition “current”, dated 2000');
    expect(radar.trends.map(({ placements }) => placements.length)).toEqual([2, 2, 2, 2]);
  });
});

describe('the name and date of a new edition', () => {
  const { radar } = workshopAfter();

  it('must be free, of the right form, and later than all others; each problem comes with its cure', () => {
    expect(checkNewEdition(radar, EDITION)).toBeNull();
    expect(checkNewEdition(radar, { ...EDITION, id: 'Winter 26' })).toContain('lower-case letters');
    expect(checkNewEdition(radar, { ...EDITION, id: 'autumn' })).toContain('such as autumn-2.');
    expect(checkNewEdition(radar, { ...EDITION, date: '1 Dec' })).toContain('such as 2026-11-21');
    expect(checkNewEdition(radar, { ...EDITION, date: '2026-09-01' })).toContain(
      'take 2026-09-02 or a later',
    );
    expect(() => publishEdition(workshopAfter(), { ...EDITION, id: 'autumn' })).toThrow(RangeError);
  });

  it('is suggested so that nothing is wrong with it', () => {
    expect(suggestEdition(radar, '2026-11-21')).toEqual({ id: '2026-11', date: '2026-11-21' });
    expect(suggestEdition(radar, '2026-08-01')).toEqual({ id: '2026-09', date: '2026-09-02' });
    const taken = { ...radar, editions: [...radar.editions, { id: '2026-11', date: '2026-11-21' }] };
    expect(suggestEdition(taken, '2026-11-21')).toEqual({ id: '2026-11-2', date: '2026-11-22' });
    for (const date of ['2026-12', '2026-12-31']) {
      const suggested = suggestEdition({ ...radar, editions: [{ id: 'x', date }] }, '2026-11-21');
      expect(suggested).toEqual({ id: '2027-01', date: '2027-01-01' });
    }
  });
});

/** Names that stand twice are warned of; a workshop may propose them. */
function namesTwice(radar: Radar) {
  const names = radar.trends.map(({ name }) => name.toLowerCase());
  return names.length === new Set(names).size ? [] : [expect.objectContaining({ severity: 'warning' })];
}

/** Whether `text` is what is left of `after` when lines are taken out of it. */
function withoutAdded(after: string, text: string): boolean {
  const left = text.split('\n');
  for (const line of after.split('\n')) if (line === left[0]) left.shift();
  return left.length === 0;
}
