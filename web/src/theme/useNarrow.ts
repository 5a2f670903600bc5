import { useSyncExternalStore } from "react";

function useMedia(query: string): boolean {
  const subscribe = (changed: () => void) => {
    const list = window.matchMedia(query);
    list.addEventListener("change", changed);
    return () => list.removeEventListener("change", changed);
  };
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/**
 * Whether the window is as narrow as a phone: cards instead of tables, bottom tabs instead of a sidebar.
 * The bound is the one in the style sheets.
 */
export const useNarrow = (): boolean => useMedia("(max-width: 767px)");

/** Whether the person asked their system for less motion. */
export const useStill = (): boolean => useMedia("(prefers-reduced-motion: reduce)");
