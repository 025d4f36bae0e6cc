/** Reads a trace of the browser: which tasks of the page's main thread hold work of the extension, and how long they took. */

/** The categories to record. */
export const CATEGORIES = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8.execute',
  'blink.user_timing',
];

export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: by the clock, and of the processor. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string; data?: { url?: string; stackTrace?: { url?: string }[]; frame?: string } };
}

/** Milliseconds of the processor: what else a machine does lengthens a task by the clock, but is no work of it. */
export interface Work {
  /** All script of ours. */
  script: number;
  /** The longest task that holds script of ours, and the longest but that in which our script begins. */
  longest: number;
  longestLater: number;
  /** The longest task that draws (style, layout, paint) once we have begun. */
  longestFrame: number;
  tasks: number;
  /** Of the longest task but the first what the browser's collector of garbage took. */
  collecting: number;
}

const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks', 'v8.compile', 'v8.run', 'V8.CompileCode']);
const COLLECTING = new Set(['MinorGC', 'MajorGC', 'V8.GCIncrementalMarking']);
const DRAWING = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

const urlOf = ({ args }: TraceEvent): string => args?.data?.url ?? args?.data?.stackTrace?.[0]?.url ?? '';

/**
 * What of a trace is the extension's. The page must have no scripts of its own: what runs in a task is then either ours or
 * the test's, which bears its name.
 */
export function readTrace(events: readonly TraceEvent[]): Work {
  const start = events.find(event => SCRIPT.has(event.name) && urlOf(event).startsWith('chrome-extension://'));
  if (!start) return { script: 0, longest: 0, longestLater: 0, longestFrame: 0, tasks: 0, collecting: 0 };
  const here = events
    .filter(({ pid, tid, ph }) => pid === start.pid && tid === start.tid && ph === 'X')
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const work: Work = { script: 0, longest: 0, longestLater: 0, longestFrame: 0, tasks: 0, collecting: 0 };
  let at = 0;
  for (const task of here.filter(({ name }) => name === 'RunTask')) {
    const end = task.ts + (task.dur ?? 0);
    const inside: TraceEvent[] = [];
    while ((here[at]?.ts ?? Infinity) < task.ts) at++;
    for (let i = at; i < here.length && (here[i] as TraceEvent).ts < end; i++) inside.push(here[i] as TraceEvent);
    if (end < start.ts) continue;
    const milliseconds = timeOf(task) / 1000;
    if (inside.some(({ name }) => DRAWING.has(name))) work.longestFrame = Math.max(work.longestFrame, milliseconds);
    const script = inside.filter(({ name }) => SCRIPT.has(name));
    if (script.length === 0 || script.some(event => urlOf(event).startsWith('pptr:'))) continue;
    work.tasks++;
    work.script += outermost(script) / 1000;
    work.longest = Math.max(work.longest, milliseconds);
    if (task.ts <= start.ts || milliseconds <= work.longestLater) continue;
    work.longestLater = milliseconds;
    work.collecting = outermost(inside.filter(({ name }) => COLLECTING.has(name))) / 1000;
  }
  return work;
}

const timeOf = ({ dur = 0, tdur = dur }: TraceEvent): number => tdur;

/** Time of events that lie in one another, each moment once. */
function outermost(events: readonly TraceEvent[]): number {
  let end = 0;
  let sum = 0;
  for (const event of events) {
    if (event.ts < end) continue;
    sum += timeOf(event);
    end = event.ts + (event.dur ?? 0);
  }
  return sum;
}
