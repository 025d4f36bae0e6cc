/** Draws only the rows of a long list that can be seen (TanStack's virtualizer, with Preact's hooks). */
import {
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Rows drawn before and behind those in view. */
const OVERSCAN = 6;

/**
 * @param scroller the element that scrolls
 * @param keyOf the same function as long as it is the same list: with another one all rows are laid out anew
 * @param estimate the height of a row before it has been measured, in CSS pixels
 */
export function useVirtual(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  estimate: number,
  keyOf: (index: number) => string,
): Virtualizer<HTMLElement, HTMLElement> {
  const [, redraw] = useReducer((times: number, _: undefined) => times + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: keyOf,
    overscan: OVERSCAN,
    scrollToFn: elementScroll<HTMLElement>,
    observeElementRect,
    observeElementOffset,
    measureElement,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
