import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/treaty-map';
import type { TreatyErrorEvent } from '../../src/elements/events';
import type { TreatyDateSlider } from '../../src/elements/treaty-date-slider/treaty-date-slider';
import { frames } from './page';
import { finger, mouse, setMedia, setTouch, type Point } from './pointer';

/*
 * The slider alone on a page, without a map: the page answers its requests by setting `date`.
 */

const MARKS = [
  { date: '1945-08-14', title: 'Treaty signed' },
  { date: '1945-08-24', title: 'Ratified' },
  { date: '1946-01-05', title: 'Mongolia recognised' },
  { date: '1950-02-14', title: 'New treaty' },
  { date: '1945-08-24', until: '1953-02-24', title: 'In force' },
];

let slider: TreatyDateSlider;
/** The days asked for, and whether each was a step of its own. */
let asked: { date: string; step: boolean }[];

async function put(attributes = '', { answers = true } = {}): Promise<TreatyDateSlider> {
  document.body.innerHTML = `<main><treaty-date-slider ${attributes}></treaty-date-slider></main>`;
  slider = document.querySelector('treaty-date-slider') as TreatyDateSlider;
  slider.marks = MARKS;
  asked = [];
  slider.addEventListener('treaty-date-request', (event) => {
    asked.push({ date: event.date, step: event.step });
    if (answers) slider.date = event.date;
  });
  await slider.updateComplete;
  // The width comes by an observer, after layout.
  await frames(2);
  await slider.updateComplete;
  return slider;
}

const $ = <T extends Element = HTMLElement>(selector: string): T => {
  const found = slider.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`the slider has no ${selector}`);
  return found;
};
const range = (): HTMLInputElement => $('.range');
const dayText = (): string => $('.day time').textContent ?? '';
const settle = async (): Promise<void> => {
  await frames(2);
  await slider.updateComplete;
};

/** Presses keys with the focus on the slider, and gives the date then shown. */
async function keys(text: string): Promise<string> {
  range().focus();
  await userEvent.keyboard(text);
  await settle();
  return slider.date;
}

const box = (selector: string): DOMRect => $(selector).getBoundingClientRect();
const thumb = (): Point => {
  const { left, width, top } = box('.thumb');
  return { x: left + width / 2, y: top + 24 };
};
const to = (at: Point, dx: number, dy = 0): Point => ({ x: at.x + dx, y: at.y + dy });

const days = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000;
/** Where a date lies on the track, by the calendar of the platform. */
const placeOf = (date: string): Point => {
  const { left, width, top } = box('.way');
  return { x: left + (width * days('1945-01-01', date)) / days('1945-01-01', '1953-12-31'), y: top + 24 };
};

beforeEach(async () => {
  await page.viewport(1000, 700);
  await put('date="1945-08-14"');
});

afterEach(async () => {
  document.body.innerHTML = '';
  await setMedia({});
  await setTouch(false);
});

describe('keys', () => {
  it.each([
    ['{ArrowRight}', '1945-08-14', '1945-08-15'],
    ['{ArrowUp}', '1945-08-14', '1945-08-15'],
    ['{ArrowLeft}', '1945-08-14', '1945-08-13'],
    ['{ArrowDown}', '1945-08-14', '1945-08-13'],
    ['{ArrowRight}', '1948-02-28', '1948-02-29'],
    ['{ArrowRight}', '1949-12-31', '1950-01-01'],
    ['{Shift>}{ArrowRight}{/Shift}', '1946-01-31', '1946-02-28'],
    ['{Shift>}{ArrowRight}{/Shift}', '1948-01-31', '1948-02-29'],
    ['{Shift>}{ArrowLeft}{/Shift}', '1946-03-31', '1946-02-28'],
    ['{Shift>}{ArrowUp}{/Shift}', '1946-01-31', '1946-02-28'],
    ['{Shift>}{ArrowDown}{/Shift}', '1946-03-31', '1946-02-28'],
    ['{PageUp}', '1946-01-31', '1946-02-28'],
    ['{PageUp}', '1946-12-15', '1947-01-15'],
    ['{PageDown}', '1946-03-31', '1946-02-28'],
    ['{Control>}{ArrowRight}{/Control}', '1947-05-01', '1948-05-01'],
    ['{Control>}{ArrowLeft}{/Control}', '1948-02-29', '1947-02-28'],
    ['{Control>}{ArrowUp}{/Control}', '1947-05-01', '1948-05-01'],
    ['{Control>}{ArrowDown}{/Control}', '1947-05-01', '1946-05-01'],
    ['{Alt>}{ArrowRight}{/Alt}', '1947-05-01', '1948-05-01'],
    ['{Alt>}{ArrowLeft}{/Alt}', '1947-05-01', '1946-05-01'],
    ['{Home}', '1947-05-01', '1945-01-01'],
    ['{End}', '1947-05-01', '1953-12-31'],
    [']', '1945-08-14', '1945-08-24'],
    [']', '1945-08-15', '1945-08-24'],
    ['[[', '1945-08-24', '1945-08-14'],
    ['[[', '1945-08-15', '1945-08-14'],
  ])('%s goes from %s to %s', async (text, from, expected) => {
    slider.date = from;
    expect(await keys(text)).toBe(expected);
    expect(asked).toEqual([{ date: expected, step: true }]);
  });

  it.each([
    ['{ArrowRight}', '1953-12-31'],
    ['{PageUp}', '1953-12-31'],
    ['{Control>}{ArrowRight}{/Control}', '1953-12-31'],
    [']', '1953-12-31'],
    ['{ArrowLeft}', '1945-01-01'],
    ['{PageDown}', '1945-01-01'],
    ['{Control>}{ArrowLeft}{/Control}', '1945-01-01'],
    ['[[', '1945-01-01'],
  ])('%s stops at the end of the range, %s', async (text, end) => {
    slider.date = end;
    expect(await keys(text)).toBe(end);
    expect(asked).toEqual([]);
  });

  it('goes as far as the end where a step would go beyond it', async () => {
    slider.date = '1953-12-20';
    expect(await keys('{PageUp}')).toBe('1953-12-31');
    slider.date = '1945-06-01';
    expect(await keys('{Control>}{ArrowLeft}{/Control}')).toBe('1945-01-01');
  });

  it('is heard on the slider alone', async () => {
    document.body.tabIndex = 0;
    document.body.focus();
    for (const text of ['{ArrowRight}', ']', ' ', '{Home}']) await userEvent.keyboard(text);
    $('.options').focus();
    for (const text of ['{ArrowRight}', ']', '{Home}']) await userEvent.keyboard(text);
    await settle();
    expect(asked).toEqual([]);
    document.body.removeAttribute('tabindex');
  });

  it('takes several presses in one frame as one request, of the last day', async () => {
    range().focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) {
      range().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
    await settle();
    expect(asked.map(({ date }) => date)).toEqual(['1945-08-17']);
  });

  it('plays and pauses with space', async () => {
    await keys(' ');
    expect($('.play').getAttribute('aria-label')).toBe('Pause');
    expect(slider.date).toBe('1945-08-24');
    await keys(' ');
    expect($('.play').getAttribute('aria-label')).toBe('Play');
  });

  it('goes the other way where the page reads from right to left', async () => {
    document.documentElement.dir = 'rtl';
    await put('date="1947-05-01"');
    expect(await keys('{ArrowLeft}')).toBe('1947-05-02');
    expect(await keys('{ArrowRight}')).toBe('1947-05-01');
    expect(await keys('{ArrowUp}')).toBe('1947-05-02');
    const { left, right, width } = box('.way');
    const part = days('1945-01-01', '1947-05-02') / days('1945-01-01', '1953-12-31');
    expect(thumb().x).toBeCloseTo(right - part * width, 0);
    const names = [...(slider.shadowRoot?.querySelectorAll<SVGTextElement>('.scale .year') ?? [])].filter(
      ({ tagName }) => tagName === 'text',
    );
    const places = names.map((name) => name.getBoundingClientRect().right);
    expect(places).toEqual(places.toSorted((a, b) => b - a));
    expect(names[0]?.textContent).toBe('1945');
    await mouse.down({ x: left + width / 4, y: thumb().y });
    await mouse.up({ x: left + width / 4, y: thumb().y });
    await settle();
    expect(slider.date).toMatch(/^1951-/);
    document.documentElement.dir = '';
  });
});

describe('what is read out', () => {
  it('is the date', () => {
    expect(range().getAttribute('aria-label')).toBe('Day');
    expect(range().getAttribute('aria-valuetext')).toBe('14 August 1945');
  });

  it('follows what assistive technology sets', async () => {
    range().value = String(Number(range().value) + 10);
    range().dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    expect(slider.date).toBe('1945-08-24');
    expect(range().getAttribute('aria-valuetext')).toBe('24 August 1945');
  });

  it('has nothing that axe finds, at four widths, with the field and the choices open', async () => {
    for (const width of [1440, 480, 390, 320]) {
      await page.viewport(width, 700);
      await put('date="1945-08-14"');
      for (const open of ['.none', '.write', '.options']) {
        slider.shadowRoot?.querySelector<HTMLButtonElement>(open)?.click();
        await settle();
        const { violations } = await axe.run('main');
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
          `${width} px, ${open}`,
        ).toEqual([]);
      }
    }
  });

  it('has nothing that sticks out at four widths', async () => {
    for (const width of [1440, 480, 390, 320]) {
      await page.viewport(width, 700);
      for (const date of ['1945-09-14', '1945-05-01']) {
        await put(`date="${date}"`);
        const wide = [...(slider.shadowRoot?.querySelectorAll('button, time, .way') ?? [])].filter(
          (part) => part.getBoundingClientRect().right > width,
        );
        expect(wide.map(({ className }) => className)).toEqual([]);
        const [words, steps] = [box('.day time'), box('.buttons')];
        const apart = words.right <= steps.left || words.bottom <= steps.top + 1;
        expect(apart, `day and buttons at ${width} px`).toBe(true);
      }
    }
  });
});

describe('a typed date', () => {
  const write = async (text: string): Promise<string> => {
    await userEvent.click($('.write'));
    await settle();
    await userEvent.keyboard(`${text}{Enter}`);
    await settle();
    return $('.answer').textContent?.trim() ?? '';
  };

  it.each([
    ['14 Aug 1945', '1945-08-14', 'Read as 14 August 1945.'],
    ['1945-08-24', '1945-08-24', 'Read as 24 August 1945.'],
    ['1945-08', '1945-08-01', 'Read as 1 August 1945, the first day of the month.'],
    ['8/1945', '1945-08-01', 'Read as 1 August 1945, the first day of the month.'],
    ['1950', '1950-01-01', 'Read as 1 January 1950, the first day of the year.'],
    ['February 24, 1953', '1953-02-24', 'Read as 24 February 1953.'],
  ])('"%s" goes to %s and says how it was read', async (text, date, answer) => {
    slider.date = '1947-05-01';
    await settle();
    expect(await write(text)).toBe(answer);
    expect(slider.date).toBe(date);
    expect(slider.shadowRoot?.activeElement).toBe($('.write'));
  });

  it.each([
    ['31 Feb 1946', 'There is no day 31 in February 1946; its last is 28.'],
    ['8/9/1945', '"8/9/1945" can be read as 8 September 1945 or 9 August 1945. Write the month as a word.'],
    ['1 May 1960', '1 May 1960 is after 31 December 1953, where the map ends.'],
    ['soon', '"soon" is not read as a day. Write it as 14 Aug 1945, 1945-08-14, 1945-08 or 8/1945.'],
  ])('"%s" is refused, with the reason, and the day stays', async (text, answer) => {
    expect(await write(text)).toBe(answer);
    expect(slider.date).toBe('1945-08-14');
    expect(asked).toEqual([]);
    expect($('.field').getAttribute('aria-invalid')).toBe('true');
    expect(slider.shadowRoot?.activeElement).toBe($('.field'));
    await userEvent.keyboard('{Escape}');
    await settle();
    expect(slider.shadowRoot?.activeElement).toBe($('.write'));
  });
});

describe('the mouse', () => {
  it('goes to where it is pressed, and drags on from there', async () => {
    const [start, end] = [placeOf('1948-06-01'), placeOf('1951-06-01')];
    await mouse.down(start);
    await settle();
    expect(Math.abs(days(slider.date, '1948-06-01'))).toBeLessThan(5);
    expect(asked.at(-1)?.step).toBe(true);
    await mouse.move(to(start, 40));
    await mouse.move(end);
    await settle();
    expect(Math.abs(days(slider.date, '1951-06-01'))).toBeLessThan(5);
    expect(asked.at(-1)?.step).toBe(false);
    await mouse.up(end);
    expect(slider.shadowRoot?.activeElement).toBe(range());
  });

  it('takes hold of the thumb where it is, without moving it', async () => {
    slider.date = '1948-06-01';
    await settle();
    const grip = to(thumb(), 6);
    await mouse.down(grip);
    await mouse.move(to(grip, 1));
    await settle();
    expect(Math.abs(days(slider.date, '1948-06-01'))).toBeLessThan(8);
    await mouse.up(to(grip, 1));
  });

  it('asks at most once a frame', async () => {
    const start = placeOf('1947-01-01');
    await mouse.down(start);
    let inFrame = 0;
    let most = 0;
    slider.addEventListener('treaty-date-request', () => (most = Math.max(most, (inFrame += 1))));
    const count = { on: true };
    const frame = (): void => {
      inFrame = 0;
      if (count.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    // A busy browser takes many moves together: that there is more than one frame has to be waited for.
    for (const from of [0, 20, 40]) {
      await Promise.all(Array.from({ length: 20 }, (_, step) => mouse.move(to(start, (from + step) * 5))));
      await settle();
    }
    count.on = false;
    await mouse.up(to(start, 295));
    expect(most).toBe(1);
    expect(asked.length).toBeGreaterThan(2);
  });

  it('keeps the thumb with the pointer where the page refuses, and lets it go back then', async () => {
    await put('date="1945-08-14"', { answers: false });
    const end = placeOf('1950-06-01');
    await mouse.down(thumb());
    await mouse.move(to(thumb(), 20));
    await mouse.move(end);
    await settle();
    expect(Math.abs(thumb().x - end.x)).toBeLessThan(3);
    expect(dayText()).toBe('14 August 1945');
    await mouse.up(end);
    await settle();
    expect(Math.abs(thumb().x - placeOf('1945-08-14').x)).toBeLessThan(1);
  });
});

describe('marks', () => {
  it('attract within a few pixels, and never hold', async () => {
    const mark = placeOf('1950-02-14');
    const start = to(mark, -60);
    await mouse.down(start);
    const seen: [number, string][] = [];
    for (let dx = -12; dx <= 12; dx += 1) {
      await mouse.move(to(mark, dx));
      await settle();
      seen.push([dx, slider.date]);
    }
    await mouse.up(to(mark, 12));
    const caught = seen.filter(([, date]) => date === '1950-02-14').map(([dx]) => dx);
    expect(Math.min(...caught)).toBeGreaterThanOrEqual(-5);
    expect(Math.max(...caught)).toBeLessThanOrEqual(5);
    expect(caught.length).toBeGreaterThanOrEqual(7);
    // Free of it the thumb is where the pointer is, on either side.
    for (const [dx, date] of seen.filter(([at]) => Math.abs(at) > 5)) {
      expect(Math.abs(placeOf(date).x - mark.x - dx)).toBeLessThan(1);
    }
  });

  it('can be hit with a finger', async () => {
    await page.viewport(390, 844);
    await setTouch(true);
    await put('date="1947-05-01"');
    await finger.down(to(placeOf('1950-02-14'), 6, -14));
    await finger.up();
    await settle();
    expect(slider.date).toBe('1950-02-14');
  });

  it('are days of the range alone, and a band for what lasts', async () => {
    slider.marks = [...MARKS, { date: '1960-01-01', title: 'late' }, { date: 'soon', title: 'none' }];
    await settle();
    expect(slider.shadowRoot?.querySelectorAll('.way .event :is(circle, path)')).toHaveLength(4);
    const { left, right } = box('.band');
    expect(left).toBeCloseTo(placeOf('1945-08-24').x, 0);
    expect(right).toBeCloseTo(placeOf('1953-02-24').x, 0);
    expect($('.band title').textContent).toBe('24 August 1945: In force');
  });

  it('lie in one pod where they would touch, and apart where there is room', async () => {
    const pods = (): number => slider.shadowRoot?.querySelectorAll('.way .event rect').length ?? 0;
    expect(pods()).toBe(1);
    slider.from = '1945-07-01';
    slider.until = '1946-07-01';
    await settle();
    expect(pods()).toBe(0);
  });
});

describe('a finger', () => {
  beforeEach(async () => {
    await page.viewport(390, 844);
    await setTouch(true);
    // At the bottom of the screen, as on a phone.
    document.body.style.paddingTop = '500px';
    await put('date="1947-05-01"');
  });

  afterEach(() => {
    document.body.style.paddingTop = '';
  });

  it('reaches every day: further from the track a drag goes slower', async () => {
    const start = thumb();
    await finger.down(start);
    await finger.move(to(start, 8));
    await finger.move(to(start, 8, -200));
    await settle();
    const seen = [slider.date];
    for (let dx = 9; dx <= 80; dx += 1) {
      await finger.move(to(start, dx, -200));
      await settle();
      if (slider.date !== seen.at(-1)) seen.push(slider.date);
    }
    await finger.up();
    await settle();
    const steps = seen.slice(1).map((date, index) => days(seen[index] as string, date));
    expect(steps.length).toBeGreaterThan(12);
    expect(steps.every((step) => step === 1)).toBe(true);
  });

  it('shows the days on the track while it goes slowly, the thumb under the finger', async () => {
    const text = (): string[] =>
      [...(slider.shadowRoot?.querySelectorAll('.scale text') ?? [])].map((name) => name.textContent ?? '');
    expect(text()).toEqual(['1945', '1946', '1947', '1948', '1949', '1950', '1951', '1952', '1953']);
    const start = thumb();
    await finger.down(start);
    await finger.move(to(start, 10));
    await settle();
    expect($('.note').textContent).toBe('Move away from the track to go slower, to the day.');
    await finger.move(to(start, 12, -80));
    await settle();
    expect(text().length).toBeLessThan(4);
    await finger.move(to(start, 14, -200));
    await finger.move(to(start, 44, -200));
    await settle();
    const month = new Date(slider.date).toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' });
    expect(text().join(' ')).toContain(month);
    expect(text()).toContain('15');
    expect(Math.abs(thumb().x - start.x - 44)).toBeLessThan(6);
    const slow = slider.date;
    await finger.up();
    await settle();
    expect(slider.date).toBe(slow);
    expect(text()).toContain('1945');
    expect(Math.abs(thumb().x - placeOf(slow).x)).toBeLessThan(1);
  });

  it('goes on without a jump when it comes back to the track', async () => {
    const start = thumb();
    await finger.down(start);
    await finger.move(to(start, 8));
    await finger.move(to(start, 8, -200));
    await finger.move(to(start, 60, -200));
    await settle();
    const slow = slider.date;
    await finger.move(to(start, 60, 0));
    await settle();
    expect(Math.abs(days(slow, slider.date))).toBeLessThan(80);
    await finger.up();
  });

  it('may scroll the page where it starts beside the thumb: nothing is asked for then', async () => {
    const tall = document.createElement('div');
    tall.style.blockSize = '2000px';
    document.body.append(tall);
    const start = placeOf('1951-06-01');
    await finger.down(start);
    for (let dy = -10; dy >= -150; dy -= 20) await finger.move(to(start, 0, dy));
    await finger.up();
    await settle();
    expect(asked).toEqual([]);
    tall.remove();
    window.scrollTo(0, 0);
  });

  it('has targets of 44 pixels', async () => {
    $('.write').click();
    await settle();
    expect(matchMedia('(pointer: coarse)').matches).toBe(true);
    const small = (): string[] =>
      [...(slider.shadowRoot?.querySelectorAll('button, .field, .thumb, .track') ?? [])].flatMap((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width > 0 && (width < 43.9 || height < 43.9) ? [`${target.className} ${width} ${height}`] : [];
      });
    expect(small()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await settle();
    expect(small()).toEqual([]);
  });
});

describe('the scale', () => {
  it.each([320, 390, 480, 700, 1000, 1400])('has names that do not touch at %i px', async (width) => {
    await page.viewport(width, 700);
    for (const [from, until] of [
      ['1945-01-01', '1953-12-31'],
      ['1945-01-01', '1946-12-31'],
      ['1945-07-01', '1945-12-31'],
      ['1945-08-01', '1945-09-15'],
    ]) {
      await put(`from="${from}" until="${until}" date="1945-08-14"`);
      const names = [...(slider.shadowRoot?.querySelectorAll('.scale text') ?? [])];
      const boxes = names.map((name) => name.getBoundingClientRect()).sort((a, b) => a.left - b.left);
      expect(boxes.length, `${from} to ${until}`).toBeGreaterThan(1);
      boxes.slice(1).forEach((name, index) => {
        expect(name.left, names.map((one) => one.textContent).join()).toBeGreaterThan(
          boxes[index]?.right ?? 0,
        );
      });
    }
  });

  it('names years, months and days as the room allows', async () => {
    const text = async (from: string, until: string): Promise<string> => {
      await put(`from="${from}" until="${until}" date="1945-08-14"`);
      return [...(slider.shadowRoot?.querySelectorAll('.scale text') ?? [])]
        .map((n) => n.textContent)
        .join(' ');
    };
    expect(await text('1945-01-01', '1953-12-31')).toBe('1945 1946 1947 1948 1949 1950 1951 1952 1953');
    expect(await text('1945-07-01', '1946-06-30')).toMatch(/^Jul 1945 Aug Sept? Oct Nov Dec 1946 Feb Mar/);
    expect(await text('1945-08-01', '1945-09-15')).toMatch(/^Aug 1945 .*15 20 25 Sept? .*10 15$/);
  });
});

describe('play', () => {
  /** Counts the frames asked for while `act` runs. */
  async function framesAsked(act: () => Promise<void>): Promise<number> {
    const real = window.requestAnimationFrame;
    let count = 0;
    window.requestAnimationFrame = (callback) => {
      count += 1;
      return real.call(window, callback);
    };
    await act();
    window.requestAnimationFrame = real;
    return count;
  }
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });
  const choose = async (label: string): Promise<void> => {
    const open = $('.play-options').matches(':popover-open');
    if (!open) $('.options').click();
    const choice = [...(slider.shadowRoot?.querySelectorAll('.choice') ?? [])].find(
      ({ textContent }) => textContent?.trim() === label,
    );
    (choice?.querySelector('input') as HTMLInputElement).click();
    await settle();
    $<HTMLElement>('.play-options').hidePopover();
  };
  const until = (check: () => boolean): Promise<void> => expect.poll(check, { timeout: 15_000 }).toBe(true);
  const playing = (): boolean => $('.play').getAttribute('aria-label') === 'Pause';

  it('goes from change to change, with time to read, to the last', async () => {
    await choose('Fast');
    $('.play').click();
    await until(() => !playing());
    expect(asked).toEqual(['1945-08-24', '1946-01-05', '1950-02-14'].map((date) => ({ date, step: false })));
  });

  it('begins at the first change after the last, and again after the end where it loops', async () => {
    slider.date = '1950-02-14';
    await choose('Fast');
    await choose('Begin again after the end');
    $('.play').click();
    await until(() => asked.filter(({ date }) => date === '1950-02-14').length === 1);
    await until(() => asked.filter(({ date }) => date === '1945-01-01').length === 2);
    $('.play').click();
    await settle();
    expect(playing()).toBe(false);
  });

  it('goes through the days, none left out of the span of a frame, to the end', async () => {
    await put('from="1945-08-01" until="1945-08-31" date="1945-08-01"');
    await choose('Through every day');
    $('.play').click();
    await until(() => !playing());
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.at(-1)?.date).toBe('1945-08-31');
    expect(asked.every(({ step }) => !step)).toBe(true);
    expect(asked.map(({ date }) => date)).toEqual(asked.map(({ date }) => date).toSorted());
  });

  it.each([
    ['Slow', 7],
    ['Medium', 30],
    ['Fast', 90],
  ])('goes %s at %i days a second', async (speed, perSecond) => {
    await choose('Through every day');
    await choose(speed);
    $('.options').click();
    await settle();
    expect($('.play-options').textContent).toContain(`${perSecond} days a second`);
    $<HTMLElement>('.play-options').hidePopover();
    const begin = performance.now();
    $('.play').click();
    await wait(1500);
    const [passed, date] = [(performance.now() - begin) / 1000, slider.date];
    $('.play').click();
    const gone = days('1945-08-14', date);
    expect(gone).toBeGreaterThan(perSecond * (passed - 0.5));
    expect(gone).toBeLessThan(perSecond * (passed + 0.1));
  });

  it('steps and does not glide for who wants no motion', async () => {
    await setMedia({ 'prefers-reduced-motion': 'reduce' });
    await choose('Through every day');
    $('.play').click();
    await until(() => asked.length >= 2);
    $('.play').click();
    const [first, second] = asked.map(({ date }) => date) as [string, string];
    expect(days('1945-08-14', first)).toBeGreaterThanOrEqual(29);
    expect(days(first, second)).toBeGreaterThanOrEqual(29);
  });

  it('is one loop of frames while it plays, and none at rest', async () => {
    expect(await framesAsked(() => wait(300))).toBe(0);
    await choose('Through every day');
    // One frame each is the loop's, one is this count's own.
    let own = 0;
    const count = await framesAsked(async () => {
      $('.play').click();
      for (; own < 10; own += 1) await new Promise(requestAnimationFrame);
      $('.play').click();
    });
    expect(count - own).toBeGreaterThanOrEqual(9);
    expect(count - own).toBeLessThanOrEqual(12);
    await settle();
    expect(await framesAsked(() => wait(300))).toBe(0);
  });

  it.each([
    ['the track', () => mouse.down(placeOf('1951-01-01')).then(() => mouse.up(placeOf('1951-01-01')))],
    ['a step', () => userEvent.click($('.next'))],
    ['a key', () => keys('{ArrowLeft}').then(() => undefined)],
    ['the day', () => userEvent.click($('.write'))],
  ])('stops when %s is touched', async (_, touch) => {
    $('.play').click();
    await settle();
    expect(playing()).toBe(true);
    await touch();
    await settle();
    expect(playing()).toBe(false);
  });

  it('stops when the page goes elsewhere, is refused, or takes the slider away', async () => {
    $('.play').click();
    await settle();
    slider.date = '1952-01-01';
    await settle();
    expect(playing()).toBe(false);
    slider.addEventListener('treaty-date-request', (event) => event.preventDefault(), { once: true });
    slider.date = '1945-08-14';
    await settle();
    $('.play').click();
    await settle();
    expect(playing()).toBe(false);
    $('.play').click();
    slider.remove();
    expect(await framesAsked(() => wait(200))).toBe(0);
  });

  it('is chosen with the keyboard alone, each choice by its name', async () => {
    $('.options').focus();
    expect($('.options').getAttribute('aria-label')).toBe('How to play, and what the marks mean');
    await userEvent.keyboard('{Enter}');
    await settle();
    expect($('.play-options').matches(':popover-open')).toBe(true);
    // What the marks of the track mean; without an atlas nothing is known of what a band is the life of.
    const signs = [...(slider.shadowRoot?.querySelectorAll('.key dt') ?? [])];
    expect(signs.map((sign) => sign.querySelectorAll('.mark').length)).toEqual([2, 2]);
    for (const sign of signs) {
      const [box, mark] = [sign.getBoundingClientRect(), sign.querySelector('svg')?.getBoundingClientRect()];
      expect(mark?.width).toBeCloseTo(box.width, 0);
      expect(mark?.bottom).toBeLessThanOrEqual(box.bottom + 1);
    }
    await userEvent.tab();
    expect((slider.shadowRoot?.activeElement as HTMLInputElement).value).toBe('changes');
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await settle();
    const chosen = [
      ...(slider.shadowRoot?.querySelectorAll<HTMLInputElement>('.choice input:checked') ?? []),
    ];
    expect(chosen.map((input) => input.closest('label')?.textContent?.trim())).toEqual([
      'Through every day',
      'Fast',
      'Begin again after the end',
    ]);
    await userEvent.keyboard('{Escape}');
    await settle();
    expect($('.play-options').matches(':popover-open')).toBe(false);
    expect(slider.shadowRoot?.activeElement).toBe($('.options'));
  });
});

describe('without a map', () => {
  it('shows the day that it is given, and keeps it to the range', async () => {
    await put('from="1946-01-01" until="1946-12-31" date="1945-08-14"');
    expect(dayText()).toBe('1 January 1946');
    expect([range().min, range().max].map(Number)).toEqual(
      ['1946-01-01', '1946-12-31'].map((date) => Date.parse(date) / 86_400_000),
    );
  });

  it('asks, and goes only where the page follows', async () => {
    await put('date="1945-08-14"', { answers: false });
    expect(await keys('{ArrowRight}')).toBe('1945-08-14');
    expect(asked).toEqual([{ date: '1945-08-15', step: true }]);
    expect(dayText()).toBe('14 August 1945');
  });

  it('names a bad date and a bad range, and keeps the last good ones', async () => {
    const errors: string[] = [];
    slider.addEventListener('treaty-error', (event: TreatyErrorEvent) => errors.push(event.message));
    slider.setAttribute('date', 'soon');
    slider.setAttribute('until', '1944-01-01');
    await settle();
    expect(errors).toEqual([
      expect.stringContaining('"1945-01-01 – 1944-01-01"'),
      expect.stringContaining('"soon" is not a day; 1945-08-14 is kept'),
    ]);
    expect([slider.date, slider.until]).toEqual(['1945-08-14', '1953-12-31']);
  });
});
