import type { Locator, Page } from 'playwright/test';
import { expect } from '#e2e/fixtures.ts';

/** More stops than any page has in front of what it is about. */
const tabsAtMost = 60;

const isFocused = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => element === document.activeElement);

/** Presses a shortcut (`?`, or keys in turn: `g b`) until it brings what it is for: a key works only once the page's script runs. */
export async function pressShortcut(page: Page, key: string, brings: Locator): Promise<void> {
  await expect(async () => {
    // Pressed again, some would take away what they brought.
    if (!(await brings.isVisible()))
      for (const each of key.split(' ')) await page.locator('body').press(each);
    await expect(brings).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/**
 * Hands that have only keys, and are counted. One interaction is a shortcut, a text typed, a choice in a list by arrows
 * and Enter, a run of Tab to a control, or Enter on what has the focus. What each leads to is waited for with the eyes, which
 * is free.
 */
export class Keys {
  readonly #page: Page;
  #count = 0;
  #lastKeyAt = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** How many interactions there were. */
  get count(): number {
    return this.#count;
  }

  /** Since the last key, in seconds. */
  get secondsSince(): number {
    return (performance.now() - this.#lastKeyAt) / 1000;
  }

  /** A shortcut (`/`, or keys in turn: `g n`), and what it is to bring. */
  async shortcut(keys: string, brings: Locator): Promise<void> {
    await this.#interact(async () => {
      for (const key of keys.split(' ')) await this.#page.keyboard.press(key);
    });
    await expect(brings).toBeVisible();
  }

  /** A text, typed key by key where the focus is. */
  async type(text: string): Promise<void> {
    await this.#interact(() => this.#page.keyboard.type(text));
  }

  /** The option of the list that the focused box drives, once it is offered: arrows until it is the active one, then Enter. */
  async choose(option: Locator): Promise<void> {
    await expect(option).toBeVisible();
    await this.#interact(async () => {
      const box = this.#page.locator(':focus');
      const wanted = await option.getAttribute('id');
      for (let steps = 0; (await box.getAttribute('aria-activedescendant')) !== wanted; steps += 1) {
        if (steps === tabsAtMost) throw new Error(`Arrows do not lead to ${option}`);
        await this.#page.keyboard.press('ArrowDown');
      }
      await this.#page.keyboard.press('Enter');
    });
  }

  /** Tab until the control has the focus. */
  async tabTo(control: Locator): Promise<void> {
    await expect(control).toBeVisible();
    await this.#interact(async () => {
      for (let presses = 0; !(await isFocused(control)); presses += 1) {
        if (presses === tabsAtMost) throw new Error(`Tab does not lead to ${control}`);
        await this.#page.keyboard.press('Tab');
      }
    });
  }

  /** Enter on what has the focus. */
  async enter(): Promise<void> {
    await this.#interact(() => this.#page.keyboard.press('Enter'));
  }

  async #interact(press: () => Promise<void>): Promise<void> {
    this.#count += 1;
    await press();
    this.#lastKeyAt = performance.now();
  }
}
