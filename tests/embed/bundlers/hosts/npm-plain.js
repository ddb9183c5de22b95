import 'treaty-map/define';
import './plain.js';
