import { useEffect, useState } from "react";

/** A value once it has stayed the same for `ms` milliseconds: what is typed, when the typing rests. */
export function useSettled<T>(value: T, ms = 300): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
