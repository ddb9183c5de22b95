/**
 * Local fonts alone: no glyph server. MapLibre joins a stack with commas, quotes nothing, and reads weight and slope out
 * of the first name, so the first name of a stack is a made-up one that only says "italic". Names for
 * Chinese come last but the generic one: a Latin font never has them.
 */
const SERIF = ['Iowan Old Style', 'Palatino Linotype', 'Palatino', 'P052', 'Noto Serif', 'Georgia'];
const SERIF_HAN = ['Songti SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'SimSun', 'Noto Sans SC', 'serif'];
const SANS = ['system-ui', 'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'Arial'];
const SANS_HAN = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'sans-serif'];

export const SERIF_STACK = [...SERIF, ...SERIF_HAN];
export const SERIF_ITALIC_STACK = ['Treaty Italic', ...SERIF, ...SERIF_HAN];
export const SANS_STACK = [...SANS, ...SANS_HAN];
