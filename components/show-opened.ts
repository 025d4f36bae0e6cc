import type { TargetedEvent } from 'preact';

/** Brings what opens near the lower edge of a small view into sight: for `onToggle` of a `details`. */
export function showOpened({ currentTarget }: TargetedEvent<HTMLDetailsElement>): void {
  if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' });
}
