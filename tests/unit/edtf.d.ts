/** The part of the package that the tests use as an oracle; it brings no types of its own. */
declare module 'edtf' {
  const edtf: (text: string) => { readonly min: number; readonly max: number };
  export default edtf;
}
