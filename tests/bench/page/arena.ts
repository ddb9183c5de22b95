import type { Atlas } from '../../../src/atlas/atlas';
import { loadAtlas, loadLayers, readOver } from '../../../src/atlas/load';
import type { Day } from '../../../src/time/day';
import type { TreatyMap } from '../../../src/elements/treaty-map/shell';
import type { Arena } from '../protocol';
import { baseStyleOf } from './base-style';
import { boxFor, frame, painted, type Contestant } from './contestant';
import { datedFeatures } from './dated';
import { byDeck } from './deck';
import { byLeaflet } from './leaflet';
import { byData, byFilter, byGlobalState, styleWith } from './maplibre';
import { treatyMap } from './treaty-map';

declare global {
  interface Window {
    arena: Arena;
  }
}

let messages = 0;
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
  messages += 1;
  Reflect.apply(post, this, given);
} as typeof post;

let contestants: Contestant[] = [];
let element: TreatyMap;
let atlas: Atlas;

function find(name: string): Contestant {
  const found = contestants.find((contestant) => contestant.name === name);
  if (!found) throw new Error(`no contestant is called ${name}`);
  return found;
}

/** Shows one alone, and waits until the page has come to rest. */
async function show(name: string): Promise<Contestant> {
  for (const { box, name: own } of contestants) box.classList.toggle('shown', own === name);
  const contestant = find(name);
  await settle();
  await contestant.repaint();
  contestant.finish();
  await settle();
  return contestant;
}

async function settle(): Promise<void> {
  await frame();
  await painted();
}

/** The same, and until the graphics have nothing left to draw: a frame of its own that a step left to follow is no one else's. */
async function settleWith(contestant: Contestant): Promise<void> {
  await settle();
  contestant.finish();
  await settle();
}

/** From the call until it is drawn, read back and painted. */
async function timed(contestant: Contestant, act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  contestant.finish();
  await painted();
  return performance.now() - start;
}

function evenly(days: readonly Day[], count: number): Day[] {
  const step = (days.length - 1) / Math.max(1, count - 1);
  const indices = Array.from({ length: Math.min(count, days.length) }, (_, index) =>
    Math.round(index * step),
  );
  return indices.map((index) => days[index] as Day);
}

window.arena = {
  async open(address) {
    const manifest = new URL(address, location.href);
    const read = readOver(manifest);
    const loaded = await loadAtlas(read, manifest.href);
    if (!loaded.atlas || loaded.problems.length > 0)
      throw new Error(JSON.stringify(loaded.problems.slice(0, 5)));
    ({ atlas } = loaded);
    const { layers } = await loadLayers(atlas.manifest, read);
    const data = datedFeatures(atlas, layers);
    const own = await treatyMap(address);
    ({ element } = own);
    const map = element.maplibre;
    if (!map) throw new Error('there is no map');
    const base = baseStyleOf(map);
    const style = styleWith(base, data);
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    const box = (): [HTMLElement, HTMLElement] => boxFor({ width, height });
    contestants = [
      own,
      await byFilter(box(), style),
      await byGlobalState(box(), style),
      await byData(box(), style, data),
      await byLeaflet(box(), base, data),
      await byDeck(box(), base, data, atlas.range.first, { interleaved: true, edges: true }),
      await byDeck(box(), base, data, atlas.range.first, { interleaved: false, edges: false }),
    ];
  },

  names: () => Promise.resolve(contestants.map(({ name }) => name)),

  days: (count) => Promise.resolve(evenly(atlas.statedChangeDays, count)),

  async unfaithful(days) {
    const [one, other] = [days[0], days[days.length - 1]] as [Day, Day];
    const wrong: string[] = [];
    for (const { name } of contestants) {
      const contestant = await show(name);
      const pictures: number[] = [];
      for (const day of [one, other, one]) {
        await contestant.step(day);
        pictures.push(contestant.finish(true));
        await settle();
      }
      // Leaflet draws what came last on top, so that its picture of a day is not always the same.
      if (pictures[1] === pictures[0] || pictures[1] === pictures[2]) wrong.push(name);
    }
    return wrong;
  },

  async measure(name, days, patience) {
    const contestant = await show(name);
    const [steps, floors]: [number[], number[]] = [[], []];
    let sent = 0;
    // From wherever it stood: a step of the turn begins at the day before it in order.
    const [first, ...rest] = days;
    await contestant.step(first as Day);
    await settleWith(contestant);
    const start = performance.now();
    for (const day of rest) {
      if (performance.now() - start > patience) break;
      const before = messages;
      steps.push(await timed(contestant, () => contestant.step(day as Day)));
      await settleWith(contestant);
      sent += messages - before;
      floors.push(await timed(contestant, () => contestant.repaint()));
      await settleWith(contestant);
    }
    return { steps, floors, messages: sent };
  },

  async show(name) {
    await show(name);
  },

  async steps(name, days) {
    const contestant = find(name);
    for (const day of days) {
      await contestant.step(day as Day);
      await painted();
    }
  },

  async drag(name, days, time) {
    const contestant = await show(name);
    const { first, last } = atlas.range;
    await contestant.step(first);
    contestant.finish();
    const start = performance.now();
    let steps = 0;
    for (let day = first + days; performance.now() - start < time; day += days) {
      if (day > last) day = first;
      await contestant.step(day as Day);
      contestant.finish();
      await painted();
      steps += 1;
    }
    return (steps * 1000) / (performance.now() - start);
  },

  async untouched(count) {
    const contestant = await show('treaty-map');
    const { changeDays, range } = atlas;
    // The longest stretch of the range in which nothing changes.
    const within = [range.first, ...changeDays.filter((day) => day > range.first && day <= range.last)];
    const lengths = within.map((day, index) => (within[index + 1] ?? range.last + 1) - day);
    const longest = Math.max(...lengths);
    const from = within[lengths.indexOf(longest)] as Day;
    await contestant.step(from);
    await settle();
    const before = messages;
    let renders = 0;
    const counting = element.maplibre?.on('render', () => (renders += 1));
    performance.mark('untouched');
    for (let step = 1; step <= count; step++) await contestant.step((from + (step % longest)) as Day);
    await settle();
    counting?.unsubscribe();
    return { steps: count, messages: messages - before, renders };
  },

  baseStyle() {
    const map = element.maplibre;
    if (!map) throw new Error('there is no map');
    return Promise.resolve(baseStyleOf(map));
  },

  size() {
    const { clientWidth: width = 0, clientHeight: height = 0 } = element.maplibre?.getContainer() ?? {};
    return Promise.resolve({ width, height });
  },
};
