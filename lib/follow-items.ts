/** Keeps a view's values of several settings as they are in the storage. */

/** A setting, or any other item of the storage that has a value of its own where nothing is stored. */
interface Item<T> {
  fallback: T;
  getValue(): Promise<T>;
  // biome-ignore lint/suspicious/noExplicitAny: of some the callback is given null as well
  watch(callback: (value: any) => void): () => void;
}
type ValueOf<I> = I extends Item<infer T> ? T : never;

/**
 * Reads the items; the object that it gives has their present values from then on, for as long as the page lives.
 * @param onChange told after each change
 * @param onWatching given what ends that sooner, for who outlives the extension
 */
export async function followItems<I extends Record<string, Item<unknown>>>(
  items: I,
  onChange: () => void,
  onWatching: (stops: readonly (() => void)[]) => void = () => {},
): Promise<{ [K in keyof I]: ValueOf<I[K]> }> {
  const read = await Promise.all(Object.entries(items).map(async ([name, item]) => [name, await item.getValue()]));
  const values = Object.fromEntries(read);
  const stops = Object.entries(items).map(([name, item]) =>
    item.watch(value => {
      values[name] = value ?? item.fallback;
      onChange();
    }),
  );
  onWatching(stops);
  return values;
}
