import type { PauseCause } from "@frontdesk/core/ticket/order.states";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useRef } from "react";
import { call } from "../api/client";
import { networkError } from "../api/error";
import { type FormErrors, showOnForm } from "../api/formErrors";
import { newIdempotencyKey } from "../api/intention";
import { useText } from "../i18n/useText";
import type { TicketDetail } from "../pages/tickets/actions";
import { changedByDeeds } from "../pages/tickets/ticketLists";
import { useSession } from "../session/SessionContext";
import { useTellFailure } from "../ui/useTellFailure";
import { orderFor } from "./foreseen";
import { useQueue } from "./QueueProvider";
import { isUnreached } from "./queue";
import { bodyOf, type KeptStep, lineOf, routeOf, type StepDeed, type StepFile } from "./step";

/** What a form gives for a step. */
export interface StepGiven {
  note?: string;
  cause?: PauseCause;
  appointmentAt?: string;
  paid?: boolean;
  files?: StepFile[];
}

interface StepOptions {
  form?: FormErrors;
  onSuccess?: () => unknown;
  /** Says that the page tells this failure itself. */
  onFailure?: (error: Error) => boolean;
}

type Made = Omit<KeptStep, "seq">;

/**
 * Takes a step at the place of work: at once, or on this device until there is a connection. `named` is the number of
 * the work order where the ticket has several.
 */
export function useStep(ticket: TicketDetail, named: number | undefined, options: StepOptions) {
  const text = useText();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const tellFailure = useTellFailure();
  const { queue } = useQueue();
  const { member } = useSession();
  const last = useRef<{ of: string; made: Made }>(undefined);

  /** The same again, while nobody knows whether it arrived, is the same step and has the same key. */
  function make(deed: StepDeed, { files = [], ...given }: StepGiven): Made {
    const of = JSON.stringify([deed, given, files, ticket.rev]);
    if (last.current?.of === of) return last.current.made;
    const { ticketId, rev, number, projectId } = ticket;
    const order = orderFor(ticket.orders, deed, member.id, named)?.order ?? named;
    const input = { ticketId, rev, order, at: new Date().toISOString(), ...given };
    const made = { key: newIdempotencyKey(), deed, input, files, number, projectId };
    last.current = { of, made };
    return made;
  }

  async function keep(step: Made, tried: boolean) {
    const { rev: _, ...input } = step.input;
    await queue.add(tried ? step : { ...step, input }).catch(() => {
      // The browser keeps nothing: as without this all.
      throw networkError();
    });
    last.current = undefined;
    void queue.send().catch(() => undefined);
    return "kept" as const;
  }

  async function take({ deed, ...given }: StepGiven & { deed: StepDeed }): Promise<"kept" | "taken"> {
    const step = make(deed, given);
    const keepable = orderFor(ticket.orders, deed, member.id, named) !== undefined;
    const waits =
      !navigator.onLine || queue.isBusy(lineOf(step)) || step.files.some(({ kept, sent }) => kept && !sent);
    if (keepable && waits) return keep(step, false);
    try {
      await call(routeOf(deed), bodyOf({ ...step, seq: 0 }), { idempotencyKey: step.key });
      return "taken";
    } catch (error) {
      if (keepable && isUnreached(error)) return keep(step, true);
      throw error;
    }
  }

  return useMutation({
    mutationFn: take,
    onSuccess: async (how) => {
      last.current = undefined;
      if (how === "kept") void message.info(text("offline:kept"));
      else await Promise.all(changedByDeeds.map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
      await options.onSuccess?.();
    },
    onError: (error) => {
      if (!isUnreached(error)) last.current = undefined;
      if (options.onFailure?.(error)) return;
      if (options.form && showOnForm(options.form, error)) return;
      tellFailure(error);
    },
  });
}
