import { cdp } from 'vitest/browser';

interface Session {
  send(method: string, params?: Record<string, unknown>): Promise<unknown>;
}

/** What the browser's own debugger can do, and no test framework: real input, and what the reader's system is set to. */
function session(): Session {
  return cdp() as unknown as Session;
}

/** A place in this page, CSS pixels, as the window sees it: tests run in a frame that may lie anywhere and be scaled. */
function inWindow({ x, y }: Point): Point {
  const frame = window.frameElement?.getBoundingClientRect();
  if (!frame) return { x, y };
  const scale = frame.width / window.innerWidth;
  return { x: frame.left + x * scale, y: frame.top + y * scale };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

async function touch(type: 'touchStart' | 'touchMove' | 'touchEnd', at: Point | null): Promise<void> {
  const touchPoints = at ? [inWindow(at)] : [];
  await session().send('Input.dispatchTouchEvent', { type, touchPoints });
}

/** One finger. */
export const finger = {
  down: (at: Point): Promise<void> => touch('touchStart', at),
  move: (at: Point): Promise<void> => touch('touchMove', at),
  up: (): Promise<void> => touch('touchEnd', null),
};

async function press(type: 'mousePressed' | 'mouseReleased' | 'mouseMoved', at: Point): Promise<void> {
  const down = type !== 'mouseMoved';
  await session().send('Input.dispatchMouseEvent', {
    type,
    ...inWindow(at),
    button: 'left',
    ...(down && { clickCount: 1 }),
    ...(type !== 'mouseReleased' && { buttons: 1 }),
  });
}

/** The mouse, its left button down between `down` and `up`. */
export const mouse = {
  down: (at: Point): Promise<void> => press('mousePressed', at),
  move: (at: Point): Promise<void> => press('mouseMoved', at),
  up: (at: Point): Promise<void> => press('mouseReleased', at),
};

/** Turns the wheel of the mouse by so many CSS pixels downwards. */
export async function turnWheel(at: Point, deltaY: number): Promise<void> {
  await session().send('Input.dispatchMouseEvent', {
    type: 'mouseWheel',
    ...inWindow(at),
    deltaX: 0,
    deltaY,
  });
}

/** What the reader's system asks for, until `setMedia({})`. */
export async function setMedia(features: Readonly<Record<string, string>>): Promise<void> {
  await session().send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

/** Whether the screen is a finger's. */
export async function setTouch(enabled: boolean): Promise<void> {
  await session().send('Emulation.setTouchEmulationEnabled', { enabled, maxTouchPoints: 1 });
}
