import { act, renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import { useWorkshop } from '../../src/state/workshop/use-workshop.ts';
import { addRecord } from '../../src/state/workshop/workshop-list.ts';
import { newWorkshop } from '../support/workshop.ts';
import { memoryMachine } from '../support/workshop-machine.ts';

describe('a workshop on the page', () => {
  it('is loading, then there, and follows each act', async () => {
    const { machine } = memoryMachine();
    const { id } = await addRecord(newWorkshop(), machine);
    const { result } = renderHook(() => useWorkshop(id, { machine }), { wrapper: StrictMode });
    expect(result.current).toMatchObject({ status: 'loading', workshop: null, session: null, failure: null });
    await waitFor(() => expect(result.current.status).toBe('ready'));
    await act(async () => {
      result.current.workshop?.act({ kind: 'place', trend: 'alpha', ring: 'trial' });
      await result.current.workshop?.settled();
    });
    expect(result.current.session?.standings.get('alpha')?.to).toBe('trial');
    expect(result.current.view).toMatchObject({ saved: 'saved', redoWords: null });
    expect(result.current.view?.undoWords).toContain('Trend alpha');
  });

  it('is shared by the parts that use it, and closed after the last', async () => {
    const { machine, store } = memoryMachine();
    const { id } = await addRecord(newWorkshop(), machine);
    const one = renderHook(() => useWorkshop(id, { machine }));
    const two = renderHook(() => useWorkshop(id, { machine }));
    await waitFor(() => expect(two.result.current.status).toBe('ready'));
    await waitFor(() => expect(one.result.current.workshop).toBe(two.result.current.workshop));
    one.unmount();
    act(() => two.result.current.workshop?.act({ kind: 'park', trend: 'beta', parked: true }));
    expect(two.result.current.session?.standings.get('beta')?.parked).toBe(true);
    two.unmount();
    const again = renderHook(() => useWorkshop(id, { machine }));
    await waitFor(() => expect(again.result.current.session?.standings.get('beta')?.parked).toBe(true));
    expect(again.result.current.view?.undoWords).toBe(null);
    expect(store.updates.get(id)).toHaveLength(2);
  });

  it('that is not in this browser is answered in words, and can be tried again', async () => {
    const { machine } = memoryMachine();
    const { result } = renderHook(() => useWorkshop('none', { machine }));
    await waitFor(() => expect(result.current.status).toBe('failed'));
    const { failure } = result.current;
    expect(failure?.reason).toContain('no such workshop in this browser');
    expect(failure?.cure).toContain('Open the file');
    await addRecord(newWorkshop(), { ...machine, newId: () => 'none' });
    act(() => failure?.again());
    await waitFor(() => expect(result.current.status).toBe('ready'));
  });

  it('asks before the page is left while something is not stored', async () => {
    const { machine, store } = memoryMachine();
    const { id } = await addRecord(newWorkshop(), machine);
    const { result } = renderHook(() => useWorkshop(id, { machine }));
    await waitFor(() => expect(result.current.status).toBe('ready'));
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    store.failure = new DOMException('full', 'QuotaExceededError');
    await act(async () => {
      result.current.workshop?.act({ kind: 'park', trend: 'beta', parked: true });
      await result.current.workshop?.settled();
    });
    expect(leave()).toBe(true);
    store.failure = null;
    await act(async () => {
      result.current.workshop?.retry();
      await result.current.workshop?.settled();
    });
    expect(leave()).toBe(false);
  });
});
