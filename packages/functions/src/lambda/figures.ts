import { figuresFromStream } from "../stream/handler";
import { inOrder, type StreamEvent } from "./stream";

/** Feeds the table's stream into the figures. */
export const handler = (event: StreamEvent) => inOrder(event, figuresFromStream);
