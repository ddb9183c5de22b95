import { atlasAddress } from './atlas-address';
import { TreatyMap } from './elements/treaty-map/shell';

TreatyMap.atlas ??= atlasAddress;

// A second copy of this script leaves the tag to the first; the tags of the controls come with the rest of the code. On a
// server there are no tags.
if (globalThis.customElements && !customElements.get('treaty-map'))
  customElements.define('treaty-map', TreatyMap);
