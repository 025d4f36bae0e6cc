/** Loads what a view shows, and drops an answer that another request has overtaken. */
import { useLayoutEffect, useState } from 'preact/hooks';

/** What has been loaded: `value` is the last one there was, which stays while the next is on its way. */
export interface Loaded<T> {
  value: T | undefined;
  /** What the value was loaded for. */
  key: string | null;
  failed: boolean;
  loading: boolean;
  again(): void;
}

/** Loads anew whenever `key` changes. */
export function useLoaded<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [done, setDone] = useState<{ key: string; value?: T; failed: boolean } | null>(null);
  // At once, so that the answer may be part of the next frame. Not on `load`: a new closure of it is no new request.
  useLayoutEffect(() => {
    let overtaken = false;
    load().then(
      value => !overtaken && setDone({ key, value, failed: false }),
      error => {
        console.warn('Daftar: the store could not be read.', error);
        if (!overtaken) setDone({ key, failed: true });
      },
    );
    return () => {
      overtaken = true;
    };
  }, [key, attempt]);
  return {
    value: done?.value,
    key: done?.key ?? null,
    failed: done?.failed === true && done.key === key,
    loading: done?.key !== key,
    again: () => {
      setDone(null);
      setAttempt(attempt + 1);
    },
  };
}
