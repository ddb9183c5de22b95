import 'treaty-map/define';
import './svelte.js';
