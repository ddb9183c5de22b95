import type { Map as MapLibreMap, MapMouseEvent, Point } from 'maplibre-gl';

type At = readonly [lon: number, lat: number];

/** How far from a line or a point a click still means it, CSS pixels: a finger covers more than a pointer. */
const REACH = { fine: 8, touch: 22 } as const;

interface PointerListener {
  onPoint(at: At, withinKm: number): void;
  onHover(at: At | null, withinKm: number): void;
}

/**
 * Turns clicks, taps and the moving pointer into places on the ground. What lies there is for the owner to find out from
 * the shapes and the day; what is rendered says nothing, since hidden features answer too. Gives back how to stop.
 */
export function listenToPointer(map: MapLibreMap, { onPoint, onHover }: PointerListener): () => void {
  let frame = 0;
  let last: Point | null = null;
  let inside = false;

  const report = (): void => {
    frame = 0;
    if (last && !map.isMoving()) {
      inside = true;
      onHover(groundAt(map, last), reachAt(map, last, REACH.fine));
    } else if (!last && inside) {
      inside = false;
      onHover(null, 0);
    }
  };
  const schedule = (point: Point | null): void => {
    last = point;
    if (frame === 0) frame = requestAnimationFrame(report);
  };
  const subscriptions = [
    map.on('click', ({ point, originalEvent }: MapMouseEvent) => {
      const touch = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch';
      onPoint(groundAt(map, point), reachAt(map, point, touch ? REACH.touch : REACH.fine));
    }),
    map.on('mousemove', ({ point }: MapMouseEvent) => schedule(point)),
    map.on('mouseout', () => schedule(null)),
  ];
  return () => {
    cancelAnimationFrame(frame);
    for (const subscription of subscriptions) subscription.unsubscribe();
  };
}

function groundAt(map: MapLibreMap, point: Point): At {
  const { lng, lat } = map.unproject(point);
  return [lng, lat];
}

/** Size on the ground of so many CSS pixels at a point of the screen, kilometres. */
function reachAt(map: MapLibreMap, point: Point, pixels: number): number {
  return map.unproject(point).distanceTo(map.unproject([point.x, point.y + pixels])) / 1000;
}
