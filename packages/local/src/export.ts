import { join } from "node:path";
import { parseArgs } from "node:util";
import { newClient } from "@frontdesk/core/table/client";
import { exportTo } from "./move/export";
import { isInAws, openData } from "./running";

const { values } = parseArgs({ options: { to: { type: "string" } } });
if (!values.to) {
  console.error("Usage: npm run export -- --to FOLDER   (a new one; Frontdesk must be stopped)");
  process.exit(1);
}
const data = isInAws() ? undefined : await openData();
if (data?.shared) {
  console.error("Frontdesk is running. Stop it first, so that nothing changes while it is exported.");
  process.exit(1);
}
const folder = process.env.FRONTDESK_FILES ?? (data && join(data.folder, "files"));
const { counts, files } = await exportTo(values.to, newClient(), folder);
console.table(counts);
console.log(
  `${files} files. All of it is in ${values.to}: it holds everything of every firm, keep it as safe as the data.`,
);
await data?.close();
process.exit(0);
