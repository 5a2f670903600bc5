import { addCategory, changeCategory, listCategories, orderCategories } from "@frontdesk/core/category/index";
import { created, json, routes } from "./route";

export const categoryRoutes = routes({
  "GET /categories": json(listCategories),
  "POST /categories": created(addCategory),
  "PATCH /categories/{kind}/{code}": json(changeCategory),
  "PUT /categories/{kind}/order": json(orderCategories),
});
