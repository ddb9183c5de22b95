/** Just enough of the shapefile format for the rivers and lakes of Natural Earth: lines, polygons, numbers of records. */
import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';

const LINE = 3;
const POLYGON = 5;

export interface Shape {
  /** Lines, or rings of polygons, outer and inner alike. */
  readonly parts: Position[][];
  readonly fields: Readonly<Record<string, string>>;
}

/** Path without ending; reads .shp and .dbf. */
export function readShapes(path: string): Shape[] {
  const records = readRecords(`${path}.dbf`);
  const data = readFileSync(`${path}.shp`);
  const shapes: Shape[] = [];
  let offset = 100;
  while (offset + 8 <= data.length) {
    const length = data.readInt32BE(offset + 4) * 2;
    const parts = readParts(data.subarray(offset + 8, offset + 8 + length));
    shapes.push({ parts, fields: records[shapes.length] ?? {} });
    offset += 8 + length;
  }
  return shapes;
}

function readParts(data: Buffer): Position[][] {
  const type = data.readInt32LE(0);
  if (type !== LINE && type !== POLYGON) return [];
  const partCount = data.readInt32LE(36);
  const pointCount = data.readInt32LE(40);
  const starts = Array.from({ length: partCount }, (_, i) => data.readInt32LE(44 + 4 * i));
  const base = 44 + 4 * partCount;
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? pointCount;
    return Array.from({ length: end - start }, (_, k) => {
      const at = base + 16 * (start + k);
      return [data.readDoubleLE(at), data.readDoubleLE(at + 8)];
    });
  });
}

function readRecords(file: string): Record<string, string>[] {
  const data = readFileSync(file);
  const count = data.readUInt32LE(4);
  const headerLength = data.readUInt16LE(8);
  const recordLength = data.readUInt16LE(10);
  const fields: { name: string; from: number; length: number }[] = [];
  let from = 1;
  for (let at = 32; data[at] !== 0x0d && at < headerLength; at += 32) {
    const name = data.toString('latin1', at, at + 11).replace(/\0.*$/, '');
    const length = data[at + 16] ?? 0;
    fields.push({ name, from, length });
    from += length;
  }
  return Array.from({ length: count }, (_, i) => {
    const start = headerLength + i * recordLength;
    const entries = fields.map(({ name, from: at, length }) => [
      name,
      data.toString('latin1', start + at, start + at + length).trim(),
    ]);
    return Object.fromEntries(entries) as Record<string, string>;
  });
}
