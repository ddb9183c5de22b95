import { start } from './start.js';

start({
  element(root, { date, onDateChange }) {
    const map = document.createElement('treaty-map');
    map.setAttribute('date', date);
    map.addEventListener('treaty-date-change', onDateChange);
    root.append(map);
    return (next) => (map.date = next);
  },
  frame(root, { src, sandbox }) {
    const frame = document.createElement('iframe');
    if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
    Object.assign(frame, { src, title: 'Map' });
    root.append(frame);
  },
});
