import { parseArgs } from "node:util";
import { newClient, tableName } from "@frontdesk/core/table/client";
import { importFrom } from "./move/import";

const { values } = parseArgs({
  options: { from: { type: "string" }, again: { type: "boolean", default: false } },
});
const place = process.env.FRONTDESK_BUCKET ?? process.env.FRONTDESK_FILES;
if (!values.from || !process.env.FRONTDESK_TABLE || !place) {
  console.error(
    "Usage: FRONTDESK_TABLE=… FRONTDESK_BUCKET=… AWS_REGION=… npm run import -- --from FOLDER [--again]\n" +
      "(docs/deploy.md says where the names stand; DYNAMODB_ENDPOINT and FRONTDESK_FILES for a machine of one's own)",
  );
  process.exit(1);
}
const { counts, differences } = await importFrom(values.from, newClient(), values.again);
console.table(counts);
for (const difference of differences) console.error(difference);
console.log(
  differences.length === 0
    ? `Everything is in ${tableName()}. Now hold the figures against it: npm run recount -- --tenant ID`
    : "Not everything arrived; run it once more with --again.",
);
process.exit(differences.length === 0 ? 0 : 1);
