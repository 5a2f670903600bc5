import { withContext } from "@frontdesk/core/context";

/** Lambda's context, of which its name for this call is looked at. */
export type Invocation = { awsRequestId?: string };

/** A handler of what comes without a request: logs tell Lambda's own name for the call, each by itself. */
export const invoked =
  <E, A, C extends Invocation>(handle: (event: E, context: C) => Promise<A>) =>
  (event: E, context: C): Promise<A> => {
    const { awsRequestId: requestId = "internal" } = context;
    return withContext({ actor: { type: "public" }, requestId, trail: {} }, () => handle(event, context));
  };
