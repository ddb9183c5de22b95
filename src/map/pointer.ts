import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent, Point } from 'maplibre-gl';

type At = readonly [lon: number, lat: number];

/** How far from a line or a point a click still means it, CSS pixels: a finger covers more than a pointer. */
const REACH = { fine: 8, touch: 22 } as const;

/** How long a finger rests on one spot to mean it, milliseconds, and how far it may slip meanwhile, CSS pixels. */
const PRESS_MS = 500;
const SLIP = 10;

interface PointerListener {
  onPoint(at: At, withinKm: number): void;
  onHover(at: At | null, withinKm: number): void;
}

/**
 * Turns clicks, taps, long presses, the context menu's button, Enter and the moving pointer into places on the ground. What lies there is for the owner to find out from
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
  const point = (at: Point, reach: number): void => onPoint(groundAt(map, at), reachAt(map, at, reach));
  let timer = 0;
  let start: Point | null = null;
  let answered = false;
  /** When the last finger was lifted; null while one is down. */
  let lifted: number | null = -Infinity;
  /** Whether an event is what the browser makes of a press that has been answered, while it lasts and when it is lifted. */
  const isEcho = ({ timeStamp }: Event): boolean =>
    answered && (lifted === null || timeStamp - lifted < PRESS_MS);
  const answer = (at: Point): void => {
    release();
    answered = true;
    point(at, REACH.touch);
  };
  const release = (): void => {
    clearTimeout(timer);
    start = null;
  };
  const press = ({ point: at, points }: MapTouchEvent): void => {
    release();
    answered = false;
    lifted = null;
    if (points.length > 1) return;
    start = at;
    timer = window.setTimeout(() => answer(at), PRESS_MS);
  };
  const lift = ({ originalEvent }: MapTouchEvent): void => {
    lifted = originalEvent.timeStamp;
    // What has opened under the finger meanwhile is not to be clicked when it is lifted.
    if (answered && originalEvent.cancelable) originalEvent.preventDefault();
    release();
  };
  const subscriptions = [
    map.on('click', ({ point: at, originalEvent }: MapMouseEvent) => {
      if (isEcho(originalEvent)) return;
      const touch = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch';
      point(at, touch ? REACH.touch : REACH.fine);
    }),
    // Some browsers call for their menu on a long press, a little before it is one here or a little after.
    map.on('contextmenu', (event: MapMouseEvent) => {
      event.preventDefault();
      event.originalEvent.preventDefault();
      if (start) answer(start);
      else if (!isEcho(event.originalEvent)) point(event.point, REACH.fine);
    }),
    map.on('touchstart', press),
    map.on('touchmove', ({ point: at }: MapTouchEvent) => {
      if (start && at.dist(start) > SLIP) release();
    }),
    map.on('touchend', lift),
    map.on('touchcancel', lift),
    map.on('mousemove', ({ point: at }: MapMouseEvent) => schedule(at)),
    map.on('mouseout', () => schedule(null)),
  ];
  // Who goes by keys asks about the middle of the map.
  const canvas = map.getCanvas();
  const onKey = ({ key, target }: KeyboardEvent): void => {
    if (key === 'Enter' && target === canvas) point(map.project(map.getCenter()), REACH.touch);
  };
  canvas.addEventListener('keydown', onKey);
  return () => {
    canvas.removeEventListener('keydown', onKey);
    cancelAnimationFrame(frame);
    release();
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
