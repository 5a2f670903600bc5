import { parseArgs } from "node:util";
import { keepCases } from "@frontdesk/core/complaint/keep";
import { withActor } from "@frontdesk/core/context";
import { recount } from "@frontdesk/core/figure/recount";
import { Tenant } from "@frontdesk/core/tenant/tenant.entity";
import { isInAws, openData } from "./running";

const { values } = parseArgs({
  options: { tenant: { type: "string" }, repair: { type: "boolean", default: false } },
});
if (!values.tenant || !/^ten_[0-9A-HJKMNP-TV-Z]{26}$/.test(values.tenant)) {
  console.error("Usage: npm run recount -- --tenant ten_… [--repair]   (the id stands under Settings)");
  process.exit(1);
}

const data = isInAws() ? undefined : await openData();
const firm = await withActor({ type: "system", tenantId: values.tenant }, () => Tenant.get({}));
if (!firm) {
  console.error(`There is no firm ${values.tenant} here; the id of each stands under its Settings.`);
  await data?.close();
  process.exit(1);
}
const cases = values.repair ? await keepCases(values.tenant) : 0;
if (cases > 0) console.log(`${cases} complaints of an earlier version stand in the list of complaints now`);
const { records, cells, differences, misplaced } = await recount(values.tenant, { repair: values.repair });
console.log(`${records} records counted anew, ${cells} numbers compared`);
for (const { cell, kept, counted } of differences)
  console.log(`  ${cell}: kept ${kept}, the records say ${counted}`);
console.log(
  differences.length === 0 ? "Every figure is what its records say." : `${differences.length} differ.`,
);
if (misplaced > 0)
  console.log(`${misplaced} records are not found behind their figures; --repair lists them again.`);
await data?.close();
process.exit(differences.length === 0 && misplaced === 0 ? 0 : 1);
