import { expect, test } from 'vitest';
import { heedSignal } from '../../src/platform/heed-signal.ts';

const never = new Promise<string>(() => {});

test('The result of the work comes through, and so does its failure', async () => {
  const { signal } = new AbortController();
  expect(await heedSignal(signal, Promise.resolve('done'))).toBe('done');
  const failure = new Error('failed');
  await expect(heedSignal(signal, Promise.reject(failure))).rejects.toBe(failure);
});

test('An aborted signal ends the wait with its reason, before or during the work', async () => {
  await expect(heedSignal(AbortSignal.abort('before'), never)).rejects.toBe('before');
  const during = new AbortController();
  const waiting = heedSignal(during.signal, never);
  during.abort('during');
  await expect(waiting).rejects.toBe('during');
});

test('Work that fails after the abort is not left unheard', async () => {
  const work = Promise.reject(new Error('too late'));
  await expect(heedSignal(AbortSignal.abort('stopped'), work)).rejects.toBe('stopped');
});
