import { assertCount, type Rate, rate } from "./rate";

/** Counts of one period and project behind the service figures; void and duplicate tickets are in none. */
export interface ServiceCounts {
  /** First-response clocks due in the period, and those of them answered within the clock. */
  readonly firstResponseDue: number;
  readonly firstResponseOnTime: number;
  /** Completion clocks due in the period, and those of them completed within the clock. */
  readonly completionDue: number;
  readonly completionOnTime: number;
  /** Tickets created in the month, and those of them that are closed. */
  readonly created: number;
  readonly createdAndClosed: number;
  /** Completions that the policy wants called back, and those reached within 24 h of completion. */
  readonly callbackWanted: number;
  readonly reachedWithin24h: number;
  /** Callbacks that reached somebody, and those of them who were satisfied. */
  readonly reached: number;
  readonly satisfied: number;
  /** Completed repairs, and those followed by one of the same house and category within 30 days. */
  readonly completedRepairs: number;
  readonly repeatedRepairs: number;
  /** Tickets closed, and those of them reopened. */
  readonly closed: number;
  readonly reopened: number;
  /** Complaints, those accepted, and those of them closed. */
  readonly complaints: number;
  readonly complaintsAccepted: number;
  readonly complaintsClosed: number;
  readonly occupiedHouses: number;
  /** All tickets, and those closed at first contact with no repeat within 10 business days. */
  readonly tickets: number;
  readonly resolvedAtFirstContact: number;
}

/** The figures of service, each null without its denominator. */
export interface ServiceRates {
  readonly firstResponseOnTime: Rate | null;
  readonly completionOnTime: Rate | null;
  readonly completion: Rate | null;
  readonly callbackWithin24h: Rate | null;
  readonly callbackSatisfaction: Rate | null;
  readonly repeatRepair: Rate | null;
  readonly reopened: Rate | null;
  readonly complaintsHandled: Rate | null;
  /** Not a percentage: the fraction is the number of complaints per 10,000 houses itself. */
  readonly complaintsPerTenThousand: Rate | null;
  readonly firstContactResolution: Rate | null;
}

/**
 * All rates of figures.md, Service, from their counts: first response on time, completion on time 及时率,
 * completion 完成率, callback within 24 h 24小时回访率, callback satisfaction, repeat repair 返修率,
 * reopened 重开率, complaints handled 投诉处理率, per ten thousand households 投诉万户率, first-contact
 * resolution.
 * @throws RangeError for what is not a count.
 */
export function serviceRates(counts: ServiceCounts): ServiceRates {
  for (const count of Object.values(counts)) assertCount(count);
  return {
    firstResponseOnTime: rate(counts.firstResponseOnTime, counts.firstResponseDue),
    completionOnTime: rate(counts.completionOnTime, counts.completionDue),
    completion: rate(counts.createdAndClosed, counts.created),
    callbackWithin24h: rate(counts.reachedWithin24h, counts.callbackWanted),
    callbackSatisfaction: rate(counts.satisfied, counts.reached),
    repeatRepair: rate(counts.repeatedRepairs, counts.completedRepairs),
    reopened: rate(counts.reopened, counts.closed),
    complaintsHandled: rate(counts.complaintsClosed, counts.complaintsAccepted),
    complaintsPerTenThousand: rate(counts.complaints * 10_000, counts.occupiedHouses),
    firstContactResolution: rate(counts.resolvedAtFirstContact, counts.tickets),
  };
}
