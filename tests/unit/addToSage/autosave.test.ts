import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '#shared/domain/draft.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { createAutosave, type SaveState } from '../../../renderer/screens/addToSage/draft/autosave.ts';
import { someDraft } from './someDraft.ts';

const away: Failure = { next: 'retry', code: 'noAnswer', sentence: 'Plumbline does not answer.' };

/** An engine that answers when told to. */
function slowEngine() {
  const saved: string[] = [];
  const waiting: ((answer: Result<unknown>) => void)[] = [];
  const save = (draft: Draft) => {
    saved.push(draft.header.description);
    return new Promise<Result<unknown>>((resolve) => waiting.push(resolve));
  };
  const answer = async (result: Result<unknown> = succeed({})) => {
    waiting.shift()?.(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { save, saved, answer };
}

const described = (description: string): Draft => {
  const draft = someDraft();
  return { ...draft, header: { ...draft.header, description } };
};

describe('saving a draft as it changes', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('saves once, after a pause in typing', async () => {
    const engine = slowEngine();
    const states: SaveState['name'][] = [];
    const autosave = createAutosave(engine.save, ({ name }) => states.push(name));
    for (const text of ['R', 'Re', 'Rebar']) {
      autosave.change(described(text));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(engine.saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(engine.saved).toEqual(['Rebar']);
    await engine.answer();
    expect(states.at(-1)).toBe('saved');
  });

  it('never has two saves under way, and ends with the newest draft', async () => {
    const engine = slowEngine();
    const autosave = createAutosave(engine.save, () => {});
    autosave.change(described('one'));
    const first = autosave.flush();
    autosave.change(described('two'));
    const second = autosave.flush();
    expect(engine.saved).toEqual(['one']);
    await engine.answer();
    expect(engine.saved).toEqual(['one', 'two']);
    await engine.answer();
    expect([await first, await second]).toEqual([true, true]);
  });

  it('keeps what was refused, says so, and tries again by itself while the engine is away', async () => {
    const engine = slowEngine();
    const states: SaveState['name'][] = [];
    const autosave = createAutosave(engine.save, ({ name }) => states.push(name));
    autosave.change(described('kept'));
    const flushed = autosave.flush();
    await engine.answer(fail(away));
    expect([await flushed, states.at(-1)]).toEqual([false, 'notSaved']);
    await vi.advanceTimersByTimeAsync(5_000);
    await engine.answer();
    expect([engine.saved, states.at(-1)]).toEqual([['kept', 'kept'], 'saved']);
  });

  it('does not replace a newer draft by the refused one', async () => {
    const engine = slowEngine();
    const autosave = createAutosave(engine.save, () => {});
    autosave.change(described('old'));
    void autosave.flush();
    autosave.change(described('new'));
    await engine.answer(fail(away));
    void autosave.flush();
    expect(engine.saved).toEqual(['old', 'new']);
  });

  it('tries no more once the form is closed', async () => {
    const engine = slowEngine();
    const autosave = createAutosave(engine.save, () => {});
    autosave.change(described('last'));
    const closed = autosave.close();
    await engine.answer(fail(away));
    expect(await closed).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(engine.saved).toEqual(['last']);
  });

  it('has nothing to do for a draft that did not change', async () => {
    const engine = slowEngine();
    expect(await createAutosave(engine.save, () => {}).flush()).toBe(true);
    expect(engine.saved).toEqual([]);
  });
});
