/** The texts that `<treaty-map>` may have to say before the rest of its code, and all other texts with it, is there. */
export const shellTexts = {
  'error.code':
    'The map could not be loaded: {reason}. Check that all files beside the script are there and that this page may read them.',
} as const;

/** A text with its `{names}` filled in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
