import { describe, expect, it } from 'vitest';
import { isStep, readAddress, writeAddress } from '../../src/page/address';

describe('the address', () => {
  it('is written so that it can be read', () => {
    const address = {
      date: '1946-01-05',
      'span-from': '1945-08-14',
      'compare-date': '1953-02-25',
      layers: 'mongolia ports',
      at: '103.8,46.8',
      zoom: '4',
      select: 'mongolia-status',
      panel: 'events',
      place: '-106.92,47.92',
      viewpoint: 'roc',
    };
    const hash =
      '#date=1946-01-05&span-from=1945-08-14&compare-date=1953-02-25&at=103.8,46.8&zoom=4&select=mongolia-status&panel=events&place=-106.92,47.92&viewpoint=roc&layers=mongolia,ports';
    expect(writeAddress(address)).toBe(hash);
    expect(readAddress(hash)).toEqual({ address, unknown: [] });
  });

  it('says nothing of what is not set, and tells no layers from all layers', () => {
    expect(writeAddress({})).toBe('');
    expect(readAddress('')).toEqual({ address: {}, unknown: [] });
    expect(readAddress(writeAddress({ layers: '' })).address).toEqual({ layers: '' });
  });

  it('takes what people and mailers make of an address', () => {
    expect(readAddress('#layers=mongolia+ports&&at=103.8%2C46.8&date=1946-01-05').address).toEqual({
      layers: 'mongolia ports',
      at: '103.8,46.8',
      date: '1946-01-05',
    });
    expect(readAddress('date=%E0%A4%A').address).toEqual({ date: '%E0%A4%A' });
  });

  it('leaves out what it does not know, and names it', () => {
    expect(readAddress('#date=1946-01-05&utm_source=x&top&__proto__=1')).toEqual({
      address: { date: '1946-01-05' },
      unknown: ['utm_source=x', 'top', '__proto__=1'],
    });
  });

  it('takes choosing for a step, and scrubbing or moving for none', () => {
    const from = { date: '1946-01-05', at: '100,40' };
    expect(isStep(from, { ...from, date: '1946-01-06', at: '101,41', zoom: '5', layers: 'ports' })).toBe(
      false,
    );
    for (const part of ['compare-date', 'select', 'panel', 'place', 'viewpoint']) {
      expect(isStep(from, { ...from, [part]: 'x' }), part).toBe(true);
    }
  });
});
