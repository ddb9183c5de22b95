import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { start } from './start.js';

start({
  element(root, { date, onDateChange }) {
    let setDate;
    function Page() {
      const [day, setDay] = useState(date);
      setDate = setDay;
      return createElement('treaty-map', { date: day, 'ontreaty-date-change': onDateChange });
    }
    createRoot(root).render(createElement(Page));
    return (next) => setDate(next);
  },
  frame(root, { src, sandbox }) {
    createRoot(root).render(createElement('iframe', { src, sandbox, title: 'Map' }));
  },
});
