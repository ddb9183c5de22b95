import 'treaty-map/define';
import './react.js';
