/** Has something fetched once, for all who ask; what failed may be there when it is asked for again. */
export function once<T>(fetch: () => Promise<T>): () => Promise<T> {
  let coming: Promise<T> | null = null;
  return () =>
    (coming ??= fetch().catch((cause: unknown) => {
      coming = null;
      throw cause;
    }));
}
