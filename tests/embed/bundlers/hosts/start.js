/*
 * What every page of the matrix does, in whatever framework: it shows one map, as an element or in an iframe, gives it a
 * day that the test sets from outside, and keeps the days that the framework's own listeners heard.
 *
 * The query of the page says what it shows: `form=element`, or `form=iframe` with `frame`, its address, and `sandbox`.
 */

/** @param mount puts a map of a framework into a place of the page; gives what sets its day. */
export function start(mount) {
  const query = new URLSearchParams(location.search);
  const heard = [];
  const root = document.querySelector('#app');
  const date = '1945-08-14';
  if (query.get('form') === 'iframe') {
    const frame = new URL(query.get('frame'));
    frame.searchParams.set('date', date);
    frame.searchParams.set('parent', location.origin);
    const src = frame.href;
    mount.frame(root, { src, sandbox: query.get('sandbox') ?? undefined });
    addEventListener('message', ({ source, data }) => {
      if (source === root.querySelector('iframe')?.contentWindow && data.type === 'treaty-date-change') {
        heard.push(data.date);
      }
    });
    const setDate = (next) =>
      root
        .querySelector('iframe')
        .contentWindow.postMessage({ type: 'treaty-set', attributes: { date: next } }, '*');
    Object.assign(window, { heard, setDate });
  } else {
    const setDate = mount.element(root, { date, onDateChange: (event) => heard.push(event.date) });
    Object.assign(window, { heard, setDate });
  }
}
