import type { Seen } from '../../atlas/eyes';
import type { Layer, Phase, Provision } from '../../atlas/schema';
import type { Day } from '../../time/day';
import { groupChanges, groupRecords, type ChangeGroup, type RecordGroup } from '../record-groups';
import type { TreatyView } from '../view';

/** What a provision says on each of two days. */
export interface ProvisionOnBoth {
  readonly provision: Provision;
  readonly before: readonly RecordGroup[];
  readonly after: readonly RecordGroup[];
  /** Whether the same phases hold on both. */
  readonly same: boolean;
}

/** The provisions of one layer that say something on either day. */
export interface LayerOnBoth {
  readonly layer: Layer;
  readonly provisions: readonly ProvisionOnBoth[];
}

/** Two days side by side, layer by layer, in the order of the atlas; only the layers shown. */
export function twoDays({ atlas, layers, viewpoint }: TreatyView, before: Day, after: Day): LayerOnBoth[] {
  const [first, second] = [before, after].map((day) =>
    groupRecords(atlas, atlas.at(day).records, { viewpoint, day }),
  );
  const of = (groups: readonly RecordGroup[] | undefined, { id }: Provision): RecordGroup[] =>
    (groups ?? []).filter(({ provision }) => provision.id === id);
  return atlas.manifest.layers.flatMap((layer): LayerOnBoth[] => {
    if (!layers.has(layer.id)) return [];
    const provisions = atlas.provisions.flatMap(({ item: provision }): ProvisionOnBoth[] => {
      if (provision.layer !== layer.id) return [];
      const [was, is] = [of(first, provision), of(second, provision)];
      if (was.length + is.length === 0) return [];
      const keys = (groups: readonly RecordGroup[]): string => groups.map(({ key }) => key).join(' ');
      return [{ provision, before: was, after: is, same: keys(was) === keys(is) }];
    });
    return provisions.length > 0 ? [{ layer, provisions }] : [];
  });
}

/** What a provision went through between two days: status after status where one phase follows another. */
export interface Course {
  readonly how: ChangeGroup['how'];
  readonly provision: Provision;
  readonly territories: readonly string[];
  readonly seen: readonly Seen[];
  /** The phase that it comes to; null where it only ends. */
  readonly last: Phase | null;
}

/** The changes from one day (exclusive) to another (inclusive), those that follow each other told as one course. */
export function coursesBetween({ atlas, layers, viewpoint }: TreatyView, from: Day, to: Day): Course[] {
  const courses: Course[] = [];
  for (const change of groupChanges(atlas, atlas.changes(from, to), layers, viewpoint)) {
    const { how, provision, territories, was, is, seen } = change;
    const index = courses.findIndex(
      (course) => course.provision === provision && was !== null && course.last === was,
    );
    const before = courses[index];
    if (before && seen.is) {
      const ends = how === 'ended' ? how : before.how;
      courses[index] = { ...before, how: ends, seen: [...before.seen, seen.is], last: is };
    } else {
      const told = [seen.was, seen.is].filter((one) => one !== null);
      courses.push({ how, provision, territories, seen: told, last: is });
    }
  }
  return courses;
}
