import type { Feature, FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import type { Atlas } from '../atlas/atlas';
import type { TerritoryCollection } from '../atlas/load';
import type { BaseItem } from '../atlas/schema';
import { VIEWPOINTS, type Viewpoint } from '../atlas/vocabulary';
import type { Day } from '../time/day';
import {
  areaPaints,
  areaShapes,
  covering,
  edgePaints,
  edgeShapes,
  isFilled,
  occupiedPaint,
  occupiedShapes,
} from './area-paints';
import { AreaLayer, type AreaPaint } from './areas';
import { luminanceOf } from './color';
import { EdgeLayer } from './edges';
import { FeatureStates, type State } from './feature-states';
import { GivenNames } from './given-names';
import { labelsOf, type Labels } from './labels';
import type { MapData } from './map-data';
import { stationNames, townNames } from './names';
import type { SayOnMap } from './new-map';
import { tierAt, type Seen } from './placing';
import type { Palette } from './palette-data';
import { PLANES, type Plane, type Projection } from './plane';
import type { ReliefLayer } from './relief';
import type { MapScene } from './scene';
import { seatFeatures, type SeatFeature } from './seats';
import {
  baseShapes,
  drawnTerritories,
  linesAndPoints,
  pointsOf,
  strengthOf,
  type BaseShape,
  type DrawnTerritory,
} from './shapes';
import { signsOf, type Signs } from './signs';
import { Still } from './still';
import { baseId, baseLayers } from './style-base';
import { BEFORE_AREAS, BEFORE_BASE_HATCH, BEFORE_RELIEF, BEFORE_STILL, layersOf, styleOf } from './style';

const NONE: ReadonlySet<string> = new Set();
/** So many change days, more than the treaty has, are looked through for the names they show; those of more are all set. */
const AHEAD = 300;

/**
 * What is drawn: the shapes, the signs and names of a scene, and the colours. It knows no camera and no time to wait; each
 * method says what it touched: nothing, the picture alone, or something that the worker has to do first.
 */
export class Picture {
  readonly territories: readonly DrawnTerritory[];
  readonly #atlas: Atlas;
  readonly #map: MapLibreMap;
  readonly #say: SayOnMap;
  readonly #projection: Projection;
  readonly #plane: Plane;
  readonly #items: ReadonlyMap<string, BaseItem>;
  readonly #data: MapData;
  readonly #shapes: Readonly<Record<'states' | 'borders', ReadonlyMap<string, BaseShape>>>;
  readonly #states: FeatureStates;
  readonly #areas: AreaLayer;
  readonly #edges: EdgeLayer;
  /** What MapLibre draws of them, each with a feature state of its own. */
  readonly #lines: readonly DrawnTerritory[];
  /** Ids of what has a line that is only roughly known. */
  readonly #approximate: ReadonlySet<string>;
  readonly #baseHatch: AreaLayer;
  /** Which areas of territories lie over occupied states, by the id of its shape. */
  readonly #covering: ReturnType<typeof covering>;
  /** Which occupied states are hatched, and how strongly. */
  #hatched = '';
  readonly #seats: readonly SeatFeature[];
  readonly #still: Still;
  #relief: ReliefLayer | null = null;
  /** Names and stations; written while the worker cuts the base map, which is waited for anyway. */
  #labels: Labels | null = null;
  /** Whether names are placed for closer zooms too; for the first picture they are placed for its own alone. */
  #ahead = false;
  #names: GivenNames;
  #stations: FeatureCollection = { type: 'FeatureCollection', features: [] };
  /** Days and viewpoints whose names are still to be fitted into this view; the next one last. */
  #toName: { readonly day: Day | null; readonly viewpoint: Viewpoint }[] = [];
  #palette: Palette;
  #scene: MapScene;
  #signs: Signs | null = null;
  #seen: Seen | null = null;
  /** The tier of zoom whose names are shown. */
  #tier = 0;
  /** The language in which the texts are written; null before they are. */
  #told: string | null = null;
  #furnished = false;
  /** Whether the colours in the style may be those of an earlier palette. */
  #stale = false;

  constructor(options: {
    readonly map: MapLibreMap;
    readonly atlas: Atlas;
    readonly layers: ReadonlyMap<string, TerritoryCollection>;
    readonly projection: Projection;
    readonly data: MapData;
    readonly palette: Palette;
    readonly scene: MapScene;
    readonly say: SayOnMap;
  }) {
    const { map, atlas, layers, projection, data, palette, scene } = options;
    this.#say = options.say;
    this.#map = map;
    this.#atlas = atlas;
    this.#projection = projection;
    this.#plane = PLANES[projection];
    this.#palette = palette;
    this.#scene = scene;
    this.#items = new Map(atlas.base.map(({ item }) => [item.id, item]));
    this.#data = { ...data, states: withPowers(data.states, this.#items) };
    this.#shapes = {
      states: baseShapes(data.states, this.#items),
      borders: baseShapes(data.borders, this.#items),
    };
    this.territories = drawnTerritories(layers, atlas, this.#plane);
    this.#states = new FeatureStates(map);
    this.#areas = new AreaLayer('areas', this.#plane, areaShapes(this.territories, data.bands.features));
    this.#edges = new EdgeLayer('area-edges', this.#plane, edgeShapes(this.territories));
    this.#areas.hidden = this.#edges.hidden = true;
    this.#lines = linesAndPoints(this.territories);
    this.#approximate = new Set(
      this.territories.flatMap(({ properties: { id, approximate } }) => (approximate ? [id] : [])),
    );
    const occupied = occupiedShapes(data.states.features, this.#shapes.states, this.#items);
    this.#baseHatch = new AreaLayer('base-hatch', this.#plane, occupied);
    this.#covering = covering(occupied, this.territories);
    this.#seats = seatFeatures(atlas, data.towns);
    this.#still = new Still(baseLayers(palette), () => [
      this.#baseHatch,
      ...(this.#relief ? [this.#relief] : []),
    ]);
    this.#names = new GivenNames(this.#seats);
  }

  style(): StyleSpecification {
    const texts = { stations: this.#stations, names: this.#names.take() };
    return styleOf(this.#palette, this.#projection, this.#data, this.#lines, texts);
  }

  /** Draws from now on all that there is; until then what takes long is left out, since nobody sees it. */
  begin(): void {
    this.#areas.hidden = this.#edges.hidden = false;
    this.#still.begin();
  }

  /**
   * Puts on a style that has just been loaded what a style cannot hold: layers of our own, and feature states. Texts and
   * colours too, which may have changed while a lost context was away.
   */
  furnish(): void {
    this.#states.forget();
    this.#furnished = true;
    this.#add(this.#relief, BEFORE_RELIEF);
    this.#add(this.#baseHatch, BEFORE_BASE_HATCH);
    this.#add(this.#still, BEFORE_STILL);
    this.#add(this.#areas, BEFORE_AREAS);
    this.#add(this.#edges, BEFORE_AREAS);
    if (this.#told !== null && this.#told !== this.#scene.language) this.#retell();
    if (this.#stale) this.#recolor();
    this.#showDay();
    this.#choose(NONE);
    this.#highlight(null);
  }

  /** Sends the shapes to the worker once more, for one that did not know the projection when it got them. */
  resend(): void {
    const { sources } = this.style();
    this.#still.drop();
    for (const [id, source] of Object.entries(sources)) {
      if (source.type !== 'geojson') continue;
      this.#map.getSource<GeoJSONSource>(id)?.setData(source.data);
    }
  }

  /** The context is lost, and with it the style: until it is furnished anew, scenes are only kept. */
  lose(): void {
    this.#furnished = false;
    this.#stale = true;
  }

  /** Shows a scene. */
  show(scene: MapScene): 'nothing' | 'frame' | 'work' {
    const last = this.#scene;
    this.#scene = scene;
    if (!this.#furnished) return 'work';
    const retold = this.#told !== null && scene.language !== this.#told;
    if (retold) this.#retell();
    const marked = scene.chosen !== last.chosen || scene.highlighted !== last.highlighted;
    if (scene.chosen !== last.chosen) this.#choose(last.chosen);
    if (scene.highlighted !== last.highlighted) this.#highlight(last.highlighted);
    const seen = scene.moment !== last.moment || scene.viewpoint !== last.viewpoint;
    const changed = seen || scene.layers !== last.layers || retold;
    const told = changed && this.#showDay();
    if (retold || told) return 'work';
    if (changed || marked) this.#still.keep();
    return changed || marked ? 'frame' : 'nothing';
  }

  addRelief(relief: ReliefLayer): void {
    this.#still.drop();
    this.#relief = relief;
    relief.shade(...reliefShade(this.#palette));
    if (this.#furnished) this.#add(this.#relief, BEFORE_RELIEF);
  }

  restyle(palette: Palette): 'nothing' | 'work' {
    if (JSON.stringify(palette) === JSON.stringify(this.#palette)) return 'nothing';
    this.#palette = palette;
    this.#still.begin();
    this.#relief?.shade(...reliefShade(palette));
    this.#stale = true;
    if (this.#furnished) {
      this.#recolor();
      if (this.#signs) this.#paintAreas(this.#signs);
    }
    return 'work';
  }

  /** Gives back what the map does not: the picture of the relief. */
  close(): void {
    this.#relief?.close();
  }

  #recolor(): void {
    this.#stale = false;
    for (const { id, paint = {} } of layersOf(this.#palette) as {
      id: string;
      paint?: Record<string, unknown>;
    }[]) {
      for (const [name, value] of Object.entries(paint)) {
        const was: unknown = this.#map.getPaintProperty(id, name as never);
        if (JSON.stringify(was) !== JSON.stringify(value)) {
          this.#map.setPaintProperty(id, name as never, value as never);
        }
      }
    }
  }

  #add(layer: AreaLayer | EdgeLayer | ReliefLayer | Still | null, before: string): void {
    if (layer && !this.#map.getLayer(layer.id)) this.#map.addLayer(layer, before);
  }

  /**
   * Writes the day into the features that are different, and into the layers of our own; true where the worker has to set
   * names first.
   */
  #showDay(): boolean {
    const signs = signsOf(this.#scene, this.#atlas);
    this.#signs = signs;
    this.#states.write('territories', this.#lineStates(signs));
    const base = (['states', 'borders'] as const).flatMap((part) =>
      [...this.#baseStates(part, signs)].map(([id, state]) => [baseId(part, id), state] as const),
    );
    if (this.#states.write('base', new Map(base))) this.#still.drop();
    this.#states.write('stations', this.#stationStates());
    const told = this.#writeNames(signs);
    this.#paintAreas(signs);
    return told;
  }

  /** The signs of lines and points. */
  #lineStates({ territories, left }: Signs): ReadonlyMap<string, State> {
    return asStates(
      new Map(
        this.#lines.flatMap(({ properties: { id } }): [string, object][] => {
          const sign = territories.get(id) ?? (left.has(id) ? LEFT : undefined);
          return sign ? [[id, sign]] : [];
        }),
      ),
    );
  }

  /** Fits the names into what is seen, once the map has come to rest or the page has laid itself out anew. */
  see(seen: Seen): 'frame' | 'work' {
    // What has been fitted is known by the view that it was fitted into.
    if (JSON.stringify(seen) !== JSON.stringify(this.#seen)) {
      this.#lookAhead();
      this.#seen = seen;
    }
    this.#tier = tierAt(seen.zoom);
    return this.#furnished && this.#signs && this.#writeNames(this.#signs, true) ? 'work' : 'frame';
  }

  /**
   * Shows names as the zoom makes room for them, and hides them again, while the map moves. A style cannot: with feature
   * state it looks at whole zooms alone.
   */
  zoomTo(zoom: number): 'nothing' | 'frame' | 'work' {
    const tier = tierAt(zoom);
    if (tier === this.#tier) return 'nothing';
    this.#tier = tier;
    return this.#furnished && this.#signs && this.#writeNames(this.#signs, true) ? 'work' : 'frame';
  }

  /**
   * True where the worker has to set some of them first.
   * @param wait whether those that stand there stay until it has
   */
  #writeNames(signs: Signs, wait = false): boolean {
    // It is called again as soon as it is known what is seen, and many names would stand elsewhere then.
    if (!this.#seen || !this.#labels) return false;
    const drawn = [...this.#labels.shown(signs, this.#seen, this.#ahead).values()].filter(
      ({ tier }) => tier <= this.#tier,
    );
    const states = drawn.map(({ feature, strength, group }): [string, State] => [
      feature.properties.id,
      { strength, group },
    ]);
    const named = new Set(
      drawn.flatMap(({ feature, ring }) => (feature.properties.class === 'town' ? [ring] : [])),
    );
    const seats = this.#seats.flatMap(({ properties: { id, item, town } }): [string, State][] => {
      const strength = signs.base.get(item);
      // A seat that has no room for its name is a riddle.
      return strength === undefined || !named.has(town) ? [] : [[id, { strength }]];
    });
    this.#names.give(drawn.map(({ feature }) => feature));
    const sent = this.#names.send(this.#map.getSource<GeoJSONSource>('names'));
    if (!sent || !wait) {
      this.#states.write('names', new Map([...states, ...seats]));
      return sent;
    }
    const waiting = this.#map.on('sourcedata', ({ sourceId, tile, isSourceLoaded }) => {
      if (sourceId !== 'names' || !tile || !isSourceLoaded) return;
      waiting.unsubscribe();
      if (this.#furnished && this.#signs) this.#writeNames(this.#signs);
    });
    return true;
  }

  #lookAhead(): void {
    const { viewpoint } = this.#scene;
    const days = this.#atlas.changeDays;
    const many = days.length > AHEAD;
    if (many && this.#labels) this.#names.give(this.#labels.features);
    this.#toName = [
      ...(many ? [] : days).map((day) => ({ day, viewpoint })),
      ...VIEWPOINTS.map((other) => ({ day: null, viewpoint: other })),
      { day: null, viewpoint },
    ];
  }

  /**
   * Fits the names of one more day into what is seen, and when all are has the worker set them, so that no step waits for
   * it; false when all are.
   */
  nameAhead(): boolean {
    this.#ahead = true;
    const next = this.#toName.pop();
    if (!next || !this.#furnished || !this.#seen || !this.#labels) return false;
    const moment = next.day === null ? this.#scene.moment : this.#atlas.at(next.day);
    const signs = signsOf({ ...this.#scene, moment, viewpoint: next.viewpoint }, this.#atlas);
    const shown = [...this.#labels.shown(signs, this.#seen).values()];
    // Of the day that is shown also those for which there is room only from a later zoom on.
    const near = shown.filter(({ tier }) => next.day === null || tier <= this.#tier);
    this.#names.give(near.map(({ feature }) => feature));
    if (this.#toName.length === 0) this.#names.send(this.#map.getSource<GeoJSONSource>('names'));
    return this.#toName.length > 0;
  }

  #baseStates(part: 'states' | 'borders', { base, moment }: Signs): Map<string, State> {
    return new Map(
      [...this.#shapes[part]].flatMap(([id, shape]): [string, State][] => {
        const strength = strengthOf(shape, base, moment, this.#items);
        return strength === 0 ? [] : [[id, { strength }]];
      }),
    );
  }

  /** Stations stand on the railway: they go with its layer and not with the day. */
  #stationStates(): Map<string, State> {
    if (!this.#scene.layers.has('chinese-eastern-railway')) return new Map();
    return new Map(this.#stations.features.map(({ properties }) => [String(properties?.['id']), THERE]));
  }

  /** Cuts areas into triangles while nothing else is to do, so that no step of the slider has to wait for it. */
  prepare(): boolean {
    return this.#baseHatch.prepare() || this.#areas.prepare() || this.#edges.prepare();
  }

  #paintAreas(signs: Signs): void {
    const { highlighted, chosen } = this.#scene;
    this.#areas.set(areaPaints(signs, this.#palette, highlighted, this.#areas));
    this.#edges.set(edgePaints(signs, this.#palette, this.#edges, this.#approximate, highlighted, chosen));
    const occupied = [...this.#baseStates('states', signs)].flatMap(
      ([id, { strength }]): [string, AreaPaint][] => {
        const item = this.#items.get(this.#shapes.states.get(id)?.item ?? '');
        const hidden = this.#covering.get(id)?.some((over) => isFilled(signs.territories.get(over)));
        return item?.holds === 'occupied' && !hidden
          ? [[id, occupiedPaint(item, Number(strength), this.#palette)]]
          : [];
      },
    );
    this.#baseHatch.set(new Map(occupied));
    const hatched = occupied.map(([id, { lines }]) => `${id} ${lines}`).join();
    if (hatched !== this.#hatched) this.#still.drop();
    this.#hatched = hatched;
    this.#map.triggerRepaint();
  }

  /** Marks a line or a point; areas are painted. */
  #mark(id: string, mark: 'selected' | 'highlighted', on: boolean): void {
    if (!this.#edges.has(id)) this.#states.mark('territories', id, mark, on);
  }

  #choose(was: ReadonlySet<string>): void {
    const is = this.#scene.chosen;
    for (const id of was) if (!is.has(id)) this.#mark(id, 'selected', false);
    for (const id of is) this.#mark(id, 'selected', true);
    if (this.#signs) this.#paintAreas(this.#signs);
  }

  #highlight(was: string | null): void {
    const is = this.#scene.highlighted;
    if (was !== null) this.#mark(was, 'highlighted', false);
    if (is !== null) this.#mark(is, 'highlighted', true);
    if (this.#signs) this.#paintAreas(this.#signs);
  }

  /** Writes the texts of the map in the language of the scene, in parts; the next `show` or `see` shows them. */
  *telling(): Generator<undefined, void> {
    const { language } = this.#scene;
    const { towns: drawn, states, stations: stops, names, rivers } = this.#data;
    const seats = pointsOf(this.territories, 'seat');
    const towns = townNames(drawn, states, this.#atlas, language, seats);
    yield;
    const stations = stationNames(stops, towns, language);
    this.#labels = labelsOf({
      names,
      rivers,
      territories: this.territories,
      towns,
      stations,
      atlas: this.#atlas,
      plane: this.#plane,
      language,
      until: (day) => this.#say('span.until', { until: day }),
    });
    this.#told = language;
    this.#names = new GivenNames(this.#seats);
    const features = stations.map(({ id, main, geometry }): Feature => ({
      type: 'Feature',
      properties: { id, main },
      geometry,
    }));
    this.#stations = { type: 'FeatureCollection', features };
    this.#map.getSource<GeoJSONSource>('stations')?.setData(this.#stations);
    this.#states.write('stations', this.#stationStates());
    this.#lookAhead();
    yield;
    if (this.#signs && this.#seen) yield* this.#labels.setting(this.#signs, this.#seen);
    if (language !== this.#scene.language) yield* this.telling();
  }

  #retell(): void {
    const parts = this.telling();
    while (!parts.next().done);
  }
}

const THERE: State = { strength: 1 };
/** A place that an army has left. */
const LEFT: State = { group: 'occupation', texture: 'left', edge: 'line', strength: 1 };

function asStates(signs: ReadonlyMap<string, object>): ReadonlyMap<string, State> {
  return signs as ReadonlyMap<string, State>;
}

/** The power of each state, which the style needs and which is in the record, not in the shapes. */
function withPowers(states: MapData['states'], items: ReadonlyMap<string, BaseItem>): MapData['states'] {
  const features = states.features.map((feature) => {
    const { id, item } = (feature.properties ?? {}) as Readonly<Record<string, unknown>>;
    const power = (items.get(String(id)) ?? items.get(String(item)))?.power;
    return { ...feature, properties: { ...feature.properties, power: power ?? '' } };
  });
  return { ...states, features };
}

function reliefShade({ relief, land }: Palette): [color: string, strength: number] {
  return [relief, luminanceOf(land) > 0.25 ? 0.36 : 0.6];
}
