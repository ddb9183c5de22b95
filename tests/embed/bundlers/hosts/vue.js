import { createApp, h, ref } from 'vue';
import { start } from './start.js';

start({
  element(root, { date, onDateChange }) {
    const day = ref(date);
    createApp(() => h('treaty-map', { date: day.value, onTreatyDateChange: onDateChange })).mount(root);
    return (next) => (day.value = next);
  },
  frame(root, { src, sandbox }) {
    createApp(() => h('iframe', { src, sandbox, title: 'Map' })).mount(root);
  },
});
