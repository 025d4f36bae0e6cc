/** The class inside mark.js, as far as the painter needs it: its published types know only the wrapper around it. */
declare module 'mark.js/src/lib/mark.js' {
  /** What leads mark.js to the text nodes that it marks. */
  interface TextNodes {
    /** Calls `each` with every text node, then `done`. */
    forEachNode(whatToShow: number, each: (node: Text) => void, filter: unknown, done: () => void): void;
  }

  /** In UTF-16 units. */
  export interface MarkRange {
    start: number;
    length: number;
  }

  export interface MarkOptions {
    element: string;
    /** Called with each new element and the object that its range was given as. */
    each(element: HTMLElement, range: MarkRange): void;
  }

  export default class Mark {
    constructor(context: Node | null);
    get iterator(): TextNodes;
    get opt(): MarkOptions;
    set opt(options: MarkOptions);
    /** Sorts ranges and leaves out what overlaps or is none. */
    checkRanges(ranges: MarkRange[]): MarkRange[];
    /** Puts an element around each range. */
    markRanges(ranges: MarkRange[], options: MarkOptions): void;
  }
}
