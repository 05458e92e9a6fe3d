import type { Radar } from '../../src/domain/radar.ts';

/** A small radar without faults that uses every field of the format at least once. Made anew at each call. */
export function sampleRadar(): Radar {
  return {
    version: 1,
    title: 'Sample radar',
    description: 'Two trends, for tests.',
    strict: false,
    quadrants: [
      { id: 'models', name: 'Models' },
      { id: 'training', name: 'Training', description: 'How models come about.' },
    ],
    rings: [
      { id: 'adopt', name: 'Adopt' },
      { id: 'assess', name: 'Assess' },
    ],
    editions: [
      { id: '2023', date: '2023-06', retrospective: true },
      { id: '2024', date: '2024-06-30' },
    ],
    conditions: [
      { id: 'low-latency', label: 'Low latency', explanation: 'Answers within 50 ms.', group: 'Serving' },
      { id: 'few-labels', label: 'Few labels', explanation: 'At most a thousand labels.', group: 'Data' },
    ],
    articles: [{ id: 'overview', title: 'An overview' }],
    organisations: [{ name: 'Example Group', units: ['Example Labs'] }],
    sources: [
      {
        id: 'a-paper',
        title: 'A paper: with a colon',
        authors: 'Ada, Bo',
        organisations: ['Example Labs'],
        venue: 'Proceedings',
        year: 2023,
        date: '2023-05',
        url: 'https://example.org/a-paper',
        identifier: 'doi:10.1/1',
      },
      { id: 'b-page', title: 'A page', year: 2024, url: 'https://example.org/b-page' },
    ],
    trends: [
      {
        id: 'attention',
        name: 'Attention',
        subtitle: 'And what follows from it',
        aliases: ['self-attention'],
        quadrant: 'models',
        placements: [
          { edition: '2023', ring: 'assess', reason: 'Early.', facts: ['f1'], milestones: ['2017-06-12'] },
          { edition: '2024', ring: 'adopt', reason: 'It holds.' },
        ],
        summary: 'One sentence on what it is, that is long enough to be folded when it is written to a file.',
        articles: [{ article: 'overview', says: 'It matters.' }],
        facts: [
          {
            id: 'f1',
            claim: 'It works.',
            kind: 'benchmark',
            stance: 'supports',
            date: '2023',
            source: 'a-paper',
            grade: 'verified',
            scope: 'abstract',
            measuredBy: 'independent',
            note: 'Read in full.',
          },
        ],
        tradeoffs: [
          { gain: 'Speed', cost: 'Memory', when: 'Inputs are long.', facts: ['f1'] },
          { gain: 'Reuse', cost: 'Size', when: 'Devices are small.', source: 'b-page', grade: 'derived' },
        ],
        failureModes: [
          {
            name: 'Drift',
            symptom: 'Worse answers',
            cause: 'New data',
            detection: 'A canary set',
            mitigation: 'Retrain',
            severity: 'high',
            silent: true,
            source: 'b-page',
            grade: 'assumption',
          },
        ],
        fits: [{ condition: 'low-latency', why: 'It is fast.' }],
        avoidWhen: [{ condition: 'few-labels', why: 'It needs much data.' }],
        tooling: [{ name: 'A tool', url: 'https://example.org/tool', note: 'Free.' }],
        related: [{ trend: 'distillation', relation: 'complements' }],
        milestones: [{ date: '2017-06-12', event: 'First paper', source: 'a-paper', grade: 'verified' }],
      },
      {
        id: 'distillation',
        name: 'Distillation',
        quadrant: 'training',
        placements: [{ edition: '2024', ring: 'assess' }],
      },
    ],
  };
}
