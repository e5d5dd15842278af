import { describe, expect, it } from '@jest/globals';
import { frozenClock, liveClock } from '../../emulator/clock';

const NINE = new Date('2026-11-24T09:00:00.000Z');
const DAY = 86_400_000;

describe('a clock that stands', () => {
  it('is put to any moment, and forgets its timers', async () => {
    const clock = frozenClock(NINE);
    let rang = 0;
    clock.schedule(() => (rang += 1), 1000);
    clock.moveTo(new Date(NINE.getTime() - DAY));
    await clock.advance(2 * DAY);
    expect(rang).toBe(0);
    expect(clock.now().getTime()).toBe(NINE.getTime() + DAY);
  });

  it('goes back to where it was made to stand', async () => {
    const clock = frozenClock(NINE);
    await clock.advance(DAY);
    clock.startOver();
    expect(clock.now()).toEqual(NINE);
  });

  it('stays where it was put by a timer on the way of an advance', async () => {
    const clock = frozenClock(NINE);
    clock.schedule(() => clock.moveTo(NINE), 1000);
    await clock.advance(DAY);
    expect(clock.now()).toEqual(NINE);
  });
});

describe('a clock that runs', () => {
  it('begins where it is told to, and starts over at the present of the machine', async () => {
    const tomorrow = Date.now() + DAY;
    const clock = liveClock(new Date(tomorrow));
    expect(Math.abs(clock.now().getTime() - tomorrow)).toBeLessThan(5000);
    await clock.advance(DAY);
    expect(Math.abs(clock.now().getTime() - tomorrow - DAY)).toBeLessThan(5000);
    clock.startOver();
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(5000);
  });
});
