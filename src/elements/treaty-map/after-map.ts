/*
 * What nobody needs before there is a map: what answers clicks and questions about places, a second map, the map on paper.
 * Imported at run time alone, by `treaty-map.ts`, as soon as the map is drawn.
 */
export { history, territoriesAt, whatApplied } from '../../atlas/applied';
export { locate } from '../../atlas/locate';
export { answeringAt, nextChoice } from './choose';
export { Comparing } from './comparing';
export { comparingStyles } from './comparing.styles';
export { Printing } from './printing';
