import { figuresFromStream } from "../stream/handler";
import { invoked } from "./invocation";
import { inOrder, type StreamEvent } from "./stream";

/** Feeds the table's stream into the figures. */
export const handler = invoked((event: StreamEvent) => inOrder(event, figuresFromStream));
