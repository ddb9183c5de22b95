import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import axe from 'axe-core';
import type { TreatyMap } from '../../src/elements/treaty-map/shell';
import { frames } from './page';
import { finger, mouse, setTouch, type Point } from './pointer';

/** The sizes of the house: a desk, a phone, and an embed in an article. */
export const SIZES = [
  [1440, 900],
  [390, 844],
  [480, 320],
] as const;

/** Presses a thing on the page, in one of the ways that there are. */
export type Press = (target: HTMLElement) => Promise<void>;

export function middleOf(target: HTMLElement): Point {
  const { left, top, width, height } = target.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** What was clicked last, a tap's own click included, which comes some time after it. */
const tapped = new Set<EventTarget>();
addEventListener('click', (event) => event.composedPath().forEach((target) => tapped.add(target)), true);

/** A reader of one map: with a mouse, a finger or the keyboard, in a window of some size. */
export class Reader {
  readonly #element: () => TreatyMap;

  constructor(element: () => TreatyMap) {
    this.#element = element;
  }

  get element(): TreatyMap {
    return this.#element();
  }

  /** Something of the element itself. */
  inMap = (selector: string): HTMLElement | null =>
    this.element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

  readonly clickOn: Press = async (target) => {
    target.scrollIntoView({ block: 'center' });
    const at = middleOf(target);
    await mouse.move(at);
    await mouse.down(at);
    await mouse.up(at);
    await frames(1);
    await this.element.settled();
  };

  readonly tapOn: Press = async (target) => {
    target.scrollIntoView({ block: 'center' });
    await frames(2);
    tapped.delete(target);
    await finger.down(middleOf(target));
    await finger.up();
    await expect.poll(() => tapped.has(target)).toBe(true);
    await this.element.settled();
  };

  readonly keyOn: Press = async (target) => {
    target.focus();
    await userEvent.keyboard('{Enter}');
    await this.element.settled();
  };

  /** Waits until the map has the size of its box, and shows it. */
  async fill(): Promise<void> {
    const box = this.inMap('.map');
    const canvas = this.element.maplibre?.getCanvas();
    while (canvas?.clientWidth !== box?.clientWidth || canvas?.clientHeight !== box?.clientHeight)
      await frames(1);
    await frames(2);
    await this.element.settled();
  }

  /** Buttons are larger for a finger, and the map then has another size. */
  async useFinger(on: boolean): Promise<void> {
    await setTouch(on);
    await frames(2);
    await this.fill();
  }

  async resize(width: number, height: number): Promise<void> {
    await page.viewport(width, height);
    this.element.style.height = `${height}px`;
    this.element.style.aspectRatio = 'auto';
    await frames(2);
    await this.fill();
  }

  /** Brings up the list, where it lies over the map and is not open. */
  async openList(press: Press): Promise<void> {
    const opener = this.inMap('.list-open');
    if (opener?.checkVisibility() && !this.inMap('.list')?.checkVisibility()) await press(opener);
  }

  /** Presses the button of a page, once the pages are in sight. */
  async openPage(name: string, press: Press): Promise<void> {
    await this.openList(press);
    const buttons = [...(this.element.shadowRoot?.querySelectorAll<HTMLElement>('.pages button') ?? [])];
    const button = buttons.find(({ textContent }) => textContent?.trim() === name);
    if (!button) throw new Error(`there is no page ${name}`);
    await press(button);
  }

  /** Closes what lies over the map, where something does. */
  async closeList(press: Press): Promise<void> {
    const close = this.inMap('.list-close');
    if (close?.checkVisibility()) await press(close);
  }

  async expectNoViolations(what: string): Promise<void> {
    const { violations } = await axe.run(this.element);
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(found, what).toEqual([]);
  }
}
