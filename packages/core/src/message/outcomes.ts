import { noteDelivery } from "../survey/delivery";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import type { CatalogueKey } from "./catalogue/index";
import type { Message } from "./message.entity";

type Outcome = (work: Work, message: ItemOf<typeof Message>) => Promise<void>;

/** What else is written, in the same transaction, when it is known what became of a message, by its text. */
const outcomes: Partial<Record<CatalogueKey, Outcome>> = {
  surveyInvitation: noteDelivery,
  surveyReminder: noteDelivery,
};

/** The outcome of a message with this text; undefined where nothing hangs on it. */
export const outcomeOf = (template: string): Outcome | undefined =>
  Object.hasOwn(outcomes, template) ? outcomes[template as CatalogueKey] : undefined;
