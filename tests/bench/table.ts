import type { Results, Row } from './protocol.ts';

/** The value that a share of the others does not exceed; the nearest of them. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? NaN;
}

/** The middle value; of two, their mean. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 0 ? ((sorted[half - 1] ?? NaN) + upper) / 2 : upper;
}

const ms = (value: number): string => value.toFixed(1);
const times = (value: number): string => value.toFixed(2);

const HEAD = [
  'on',
  'contestant',
  'steps',
  'p50 ms',
  'p95 ms',
  'floor ms',
  'p50 to floor',
  'p50 over floor ms',
  'p50 to treaty-map',
  'main thread ms',
  'messages to workers',
  'steps/s in a drag',
];

/** A table in Markdown of what was measured, in the order of the rows; the first row of each set of data is the map's. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const own = rows.find(({ data }) => data === row.data)?.p50 ?? NaN;
    return [
      row.data,
      row.name,
      row.steps,
      ms(row.p50),
      ms(row.p95),
      ms(row.floor),
      times(row.p50 / row.floor),
      ms(row.p50 - row.floor),
      times(row.p50 / own),
      ms(row.mainThread),
      row.messages.toFixed(1),
      row.drag.toFixed(0),
    ];
  });
  return [HEAD, HEAD.map(() => '-'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What the map has to reach, by the number of dated polygons; 0 is the treaty. */
const TO_REACH = [
  { data: 'treaty-1945', floor: 1.1, filter: 5, deck: 1 },
  { data: 'generated-3000', floor: 1.3, filter: 6, deck: 1 / 1.2 },
  { data: 'generated-20000', floor: 1.7, filter: 4, deck: 2 },
] as const;

/** The map against the floor, `setFilter` and deck.gl: what was to be reached, and what was. */
export function reachedOf(rows: readonly Row[]): string {
  const lines = TO_REACH.flatMap(({ data, floor, filter, deck }) => {
    const p50 = (name: string): number =>
      rows.find((row) => row.data === data && row.name === name)?.p50 ?? NaN;
    const own = rows.find((row) => row.data === data && row.name === 'treaty-map');
    if (!own) return [];
    const is = (value: number, reached: boolean): string =>
      `${times(value)}${reached ? '' : ' (not reached)'}`;
    const [toFloor, byFilter, byDeck] = [
      own.p50 / own.floor,
      p50('setFilter') / own.p50,
      p50('deck.gl') / own.p50,
    ];
    return [
      [
        data,
        `at most ${floor}: ${is(toFloor, toFloor <= floor)}`,
        `at least ${filter}: ${is(byFilter, byFilter >= filter)}`,
        `at least ${times(deck)}: ${is(byDeck, byDeck >= deck)}`,
      ],
    ];
  });
  const head = ['on', 'a step to its floor', 'times faster than `setFilter`', 'times faster than deck.gl'];
  return [head, head.map(() => '-'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A row for each contestant: its step on each set of data and, in brackets, its floor. */
function shortTableOf(rows: readonly Row[]): string {
  const sets = [...new Set(rows.map(({ data }) => data))];
  const lines = [...new Set(rows.map(({ name }) => name))].map((name) => {
    const on = (data: string | undefined): Row | undefined =>
      rows.find((row) => row.name === name && row.data === data);
    const steps = sets.map((data) => {
      const row = on(data);
      return row ? `${row.p50.toFixed(0)} (${row.floor.toFixed(0)})` : '-';
    });
    const row = on(sets[0]);
    return [name, ...steps, row ? row.messages.toFixed(1) : '-', row ? row.drag.toFixed(0) : '-'];
  });
  const head = ['contestant', ...sets, `messages, ${sets[0]}`, `drag, ${sets[0]}: steps/s`];
  return [head, head.map(() => '-'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What of the results stands in `tests/README.md`, in Markdown. */
export function summaryOf(results: Results): string {
  const { date, cores, browser, load, size, rows } = results;
  return [
    `What the run of ${date} measured (${cores} cores, load average at the end ${load.toFixed(1)}, ${browser} without a graphics card, map of ${size.width} x ${size.height} px): medians in ms, the floor in brackets; all figures in \`bench/results.md\`.`,
    shortTableOf(rows),
    reachedOf(rows),
    ...linesOf(results),
  ].join('\n\n');
}

function linesOf({ untouched, growth, first }: Results): string[] {
  return [
    untouched &&
      `A step that crosses no change day (${untouched.steps} of them): ${untouched.messages} messages to workers, ${untouched.renders} frames of the map, ${untouched.script.toFixed(2)} ms of script each.`,
    growth !== null && `1,000 steps: heap growth ${(growth / 1e6).toFixed(2)} MB.`,
    first &&
      `First map: ${median(first.treatyMap).toFixed(0)} ms, bare MapLibre with the same base map ${median(first.bare).toFixed(0)} ms: ${times(median(first.treatyMap) / median(first.bare))} times (medians of ${first.bare.length}).`,
  ].filter((line) => typeof line === 'string');
}

/** All results as a page in Markdown. */
export function reportOf(results: Results): string {
  const { date, cores, browser, load, seed, size, rows } = results;
  return [
    '# What the bench measured',
    `${date}, ${cores} cores, ${browser} without a graphics card, map ${size.width} x ${size.height} px, seed ${seed}; load average of the machine at the end ${load.toFixed(1)}. Written by \`npm run bench\`; what each figure means is in \`tests/README.md\`.`,
    reachedOf(rows),
    tableOf(rows),
    ...linesOf(results),
  ]
    .join('\n\n')
    .concat('\n');
}
