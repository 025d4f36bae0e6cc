/** A link to another page of the lookup: a real address, and a step of the view that holds the lookup. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { hashOf, type Route } from '@/lib/lookup';

/** Goes to a route. `replace`: a step that is not one to come back to, as each letter of a query. */
export type Go = (route: Route, replace?: boolean) => void;

export const GoContext = createContext<Go>(() => {});

interface Props {
  to: Route;
  class?: string;
  lang?: string;
  dir?: 'ltr';
  children: ComponentChildren;
}

export function RouteLink({ to, children, ...others }: Props) {
  const go = useContext(GoContext);
  const follow = (event: MouseEvent) => {
    // A new tab or window is the browser's own matter.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a {...others} href={hashOf(to)} onClick={follow}>
      {children}
    </a>
  );
}
