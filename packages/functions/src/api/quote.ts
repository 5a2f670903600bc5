import {
  declineQuote,
  listQuotes,
  makeQuote,
  sendQuote,
  signQuote,
  withdrawQuote,
} from "@frontdesk/core/quote/index";
import { created, json, routes } from "./route";

export const quoteRoutes = routes({
  "GET /tickets/{ticketId}/quotes": json(listQuotes),
  "POST /tickets/{ticketId}/quotes": created(makeQuote),
  "POST /tickets/{ticketId}/quotes/{quote}/send": json(sendQuote),
  "POST /tickets/{ticketId}/quotes/{quote}/sign": json(signQuote),
  "POST /tickets/{ticketId}/quotes/{quote}/decline": json(declineQuote),
  "POST /tickets/{ticketId}/quotes/{quote}/withdraw": json(withdrawQuote),
});
