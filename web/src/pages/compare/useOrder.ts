import type { FigureName } from "@frontdesk/core/figure/words/words";
import { useState } from "react";
import { bestFirst, columnsOf, type Direction } from "./figures";
import type { View } from "./search";

/** By which figure the projects stand, null for by name. */
export interface Order {
  name: FigureName | null;
  direction: Direction;
  by: (name: FigureName | null, direction?: Direction) => void;
}

/** The order a person chose; it lasts as long as its figure is in sight. */
export function useOrder(view: View): Order {
  const [chosen, setChosen] = useState<{ name: FigureName | null; direction: Direction }>({
    name: null,
    direction: "descend",
  });
  const inSight = chosen.name !== null && columnsOf[view].includes(chosen.name);
  return {
    name: inSight ? chosen.name : null,
    direction: chosen.direction,
    by: (name, direction) =>
      setChosen({ name, direction: direction ?? (name === null ? "descend" : bestFirst(name)) }),
  };
}
