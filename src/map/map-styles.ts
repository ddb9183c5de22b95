import maplibreStyles from 'maplibre-gl/dist/maplibre-gl.css?inline';

/**
 * What the owner adopts into its shadow root: MapLibre's own styles, and over them the type and colours of the plate for
 * the scale and the credits. They come with the map, so that a page without one never loads them.
 */
export const mapStyles = `${maplibreStyles}
.map-box { position: absolute; inset: 0; }
.map-fade { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; pointer-events: none; }
.degrees { position: absolute; inset: 0; overflow: hidden; pointer-events: none; }
.degrees span {
  position: absolute;
  inline-size: 26px;
  color: var(--treaty-ink-color, #3d372e);
  font-size: 10px;
  line-height: 13px;
  text-align: center;
  text-shadow: 0 0 2px var(--treaty-land-color, #f4efe3), 0 0 3px var(--treaty-land-color, #f4efe3);
}
.maplibregl-map { font: inherit; background: var(--treaty-sea-color, #d3e0e4); }
.maplibregl-canvas:focus-visible { outline: 2px solid var(--treaty-ink-color, #3d372e); outline-offset: -4px; }
/* What Enter asks about. */
.maplibregl-canvas-container:has(.maplibregl-canvas:focus-visible)::after {
  content: '';
  position: absolute;
  inset: calc(50% - 9px) auto auto calc(50% - 9px);
  inline-size: 18px;
  block-size: 18px;
  background:
    linear-gradient(var(--treaty-ink-color, #3d372e) 0 0) center / 2px 100% no-repeat,
    linear-gradient(var(--treaty-ink-color, #3d372e) 0 0) center / 100% 2px no-repeat;
  pointer-events: none;
}
.maplibregl-ctrl-scale {
  direction: ltr;
  background: none;
  border-color: var(--treaty-border-color, #6b6255);
  border-width: 0 1px 1px;
  color: var(--treaty-ink-color, #3d372e);
  font-size: 11px;
  text-shadow: 0 0 3px var(--treaty-paper-color, #fbf8f1), 0 0 3px var(--treaty-paper-color, #fbf8f1);
}
.maplibregl-ctrl.maplibregl-ctrl-attrib {
  background: color-mix(in srgb, var(--treaty-paper-color, #fbf8f1) 70%, transparent);
  color: var(--treaty-ink-color, #3d372e);
  font-size: 11px;
}
/* MapLibre's sign of the credits is an address of its own, data:, which a strict content security policy refuses. */
.maplibregl-ctrl-attrib-button { background-image: none; }
.maplibregl-ctrl-attrib-button::before {
  content: 'i' / '';
  position: absolute;
  inset: 0;
  inline-size: 16px;
  margin: auto;
  block-size: 16px;
  border-radius: 50%;
  background: var(--treaty-ink-color, #3d372e);
  color: var(--treaty-paper-color, #fbf8f1);
  font: 700 12px/16px var(--treaty-font-serif, serif);
  text-align: center;
}
.place-mark {
  box-sizing: border-box;
  inline-size: 18px;
  block-size: 18px;
  border: 3px solid var(--treaty-accent-color, #8a4b12);
  border-radius: 50%;
  box-shadow: 0 0 0 2px var(--treaty-paper-color, #fbf8f1), inset 0 0 0 2px var(--treaty-paper-color, #fbf8f1);
  pointer-events: none;
}
`;
