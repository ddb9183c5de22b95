import { mount } from 'svelte';
import Element from './built/Element.js';
import Frame from './built/Frame.js';
import { start } from './start.js';

start({
  element: (target, props) => mount(Element, { target, props }).setDate,
  frame: (target, props) => mount(Frame, { target, props }),
});
