import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Legend } from '../../src/features/explore/legend.tsx';

const MOVEMENT = 'Mark around the blip: movement';

describe('the legend of the page', () => {
  it('says which edition movement is counted from', () => {
    render(<Legend since={{ id: '2025', date: '2025', retrospective: true }} />);
    expect(screen.getByLabelText(MOVEMENT)).toHaveTextContent('since 2025 (retrospective)');
  });

  it('says that movement is as reported where there is no edition before', () => {
    render(<Legend since={null} reported />);
    expect(screen.getByLabelText(MOVEMENT)).toHaveTextContent('as reported');
  });

  it('leaves movement out where none can be shown', () => {
    render(<Legend since={null} />);
    expect(screen.queryByLabelText(MOVEMENT)).toBeNull();
    expect(screen.getByLabelText('Fill: strength of the evidence')).toBeVisible();
  });
});
