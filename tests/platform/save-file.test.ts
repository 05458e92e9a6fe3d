import { afterEach, expect, test, vi } from 'vitest';
import { saveFile } from '../../src/platform/save-file.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('A file is offered under its name; its address lives on for a while and is then given back', () => {
  vi.useFakeTimers();
  const revokeObjectURL = vi.fn();
  vi.stubGlobal('URL', { createObjectURL: () => 'blob:one', revokeObjectURL });
  const clicked: string[] = [];
  document.addEventListener('click', (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLAnchorElement)
      clicked.push(`${event.target.download} ${event.target.href}`);
  });

  saveFile(new Blob(['text']), 'radar_2026.radar.png');

  expect(clicked).toEqual(['radar_2026.radar.png blob:one']);
  expect(document.querySelector('a')).toBeNull();
  expect(revokeObjectURL).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(revokeObjectURL).toHaveBeenCalledExactlyOnceWith('blob:one');
});
