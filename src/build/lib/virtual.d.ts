declare module 'virtual:atlas/*' {
  /** Files of the atlas by their names in its folder: JSON as text, pictures in base64. */
  export const files: Readonly<Record<string, string>>;
}
