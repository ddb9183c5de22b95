// The package's own declarations lie where its manifest does not say.
declare module 'leaflet.timeline' {
  import type { FeatureCollection, Feature } from 'geojson';
  import 'leaflet';

  module 'leaflet' {
    interface Timeline extends GeoJSON {
      setTime(time: number): void;
    }
    function timeline(
      data: FeatureCollection,
      options: GeoJSONOptions & {
        getInterval(feature: Feature): { start: number; end: number; endExclusive: boolean };
      },
    ): Timeline;
  }
}
