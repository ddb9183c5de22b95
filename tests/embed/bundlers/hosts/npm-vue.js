import 'treaty-map/define';
import './vue.js';
