import { describe, expect, it } from 'vitest';
import { readCommand, readFrame } from '../../src/page/frame';

const KNOWN = ['date', 'layers', 'select', 'theme'];

describe('the address of a frame', () => {
  it('gives attributes, lists with commas or spaces', () => {
    const { attributes, unknown } = readFrame('?date=1946-01-05&layers=mongolia,manchuria&select=e31', KNOWN);
    expect([...attributes]).toEqual([
      ['date', '1946-01-05'],
      ['layers', 'mongolia manchuria'],
      ['select', 'e31'],
    ]);
    expect(unknown).toEqual([]);
  });

  it('names what is no attribute and gives none of it', () => {
    const { attributes, unknown } = readFrame(
      '?onload=alert(1)&date=1946-01-05&style=x&Date=1947-01-01',
      KNOWN,
    );
    expect([...attributes.keys()]).toEqual(['date']);
    expect(unknown).toEqual(['onload', 'style', 'Date']);
  });

  it.each([
    ['https://their.site', 'https://their.site'],
    ['https://their.site/', 'https://their.site'],
    ['https://Their.Site:443', 'https://their.site'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['https://their.site/page', null],
    ['https://their.site?x', null],
    ['https://user@their.site', null],
    ['*', null],
    ['null', null],
    ['', null],
    ['javascript:alert(1)', null],
    ['file:///tmp', null],
    ['their.site', null],
  ])('takes "%s" for the parent %s', (value, parent) => {
    const frame = readFrame(`?${new URLSearchParams({ parent: value }).toString()}`, KNOWN);
    expect(frame.parent).toBe(parent);
    expect(frame.badParent).toBe(parent === null ? value : null);
  });
});

describe('a message to a frame', () => {
  it.each([undefined, null, 7, 'treaty-set', [], {}, { type: 7 }, { type: 'height' }, { message: 'link' }])(
    'is none of ours: %j',
    (data) => {
      expect(readCommand(data, KNOWN)).toBeNull();
    },
  );

  it('sets and takes off attributes', () => {
    const attributes = { date: '1946-01-05', layers: ['mongolia', 'manchuria'], select: null };
    expect(readCommand({ type: 'treaty-set', attributes }, KNOWN)).toEqual({
      type: 'treaty-set',
      attributes: new Map([
        ['date', '1946-01-05'],
        ['layers', 'mongolia manchuria'],
        ['select', null],
      ]),
    });
  });

  it('chooses a thing of the record, or none', () => {
    for (const id of ['e31', null]) {
      expect(readCommand({ type: 'treaty-select', id }, KNOWN)).toEqual({ type: 'treaty-select', id });
    }
  });

  it.each([
    [{ type: 'treaty-jump' }, 'treaty-jump'],
    [{ type: 'treaty-set' }, 'attributes'],
    [{ type: 'treaty-set', attributes: { onclick: 'x' } }, 'onclick'],
    [{ type: 'treaty-set', attributes: { date: {} } }, 'date'],
    [{ type: 'treaty-set', attributes: { layers: [1] } }, 'layers'],
    [{ type: 'treaty-select', id: 7 }, 'id'],
  ])('is refused by the name of what is wrong: %j', (data, what) => {
    expect(readCommand(data, KNOWN)).toEqual({ type: 'bad', what });
  });
});
