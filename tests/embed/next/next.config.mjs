/** A static site in a folder, so that it can be served as any other; it stands alone, whatever lies in the folders above it. */
export default { output: 'export', basePath: '/next', turbopack: { root: import.meta.dirname } };
