/** Keeps a view's values of several items of the storage as they are there. */

/** A setting, or any other item of the storage. */
interface Item<V> {
  fallback: V;
  getValue(): Promise<V>;
  watch(callback: (value: V | null) => void): () => void;
}

// biome-ignore lint/suspicious/noExplicitAny: an item of any value fits
type Items = Record<string, Item<any>>;
type ValueOf<I> = I extends { getValue(): Promise<infer V> } ? V : never;
export type Values<T extends Items> = { [K in keyof T]: ValueOf<T[K]> };

/**
 * Reads the items; the object that it gives has their present values from then on, for as long as the page lives.
 * @param onChange told after each change
 */
export async function followItems<T extends Items>(items: T, onChange: () => void): Promise<Values<T>> {
  const names = Object.keys(items) as (keyof T & string)[];
  const read = await Promise.all(names.map(async name => [name, await items[name]?.getValue()]));
  const values = Object.fromEntries(read) as Values<T>;
  for (const name of names)
    items[name]?.watch(value => {
      values[name] = value ?? items[name]?.fallback;
      onChange();
    });
  return values;
}
