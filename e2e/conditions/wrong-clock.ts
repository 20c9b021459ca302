import type { Page } from 'playwright/test';

/** Sets the clock of the browser's computer forward (or back) for every page that is opened from now on. */
export const setClockOff = (page: Page, offMs: number): Promise<unknown> =>
  page.addInitScript((off) => {
    const Real = Date;
    const now = () => Real.now() + off;
    window.Date = new Proxy(Real, {
      construct: (_target, parameters) =>
        Reflect.construct(Real, parameters.length > 0 ? parameters : [now()]),
      get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    });
    const origin = performance.timeOrigin + off;
    Object.defineProperty(performance, 'timeOrigin', { get: () => origin });
  }, offMs);
