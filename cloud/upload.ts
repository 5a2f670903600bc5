import { join } from "node:path";
import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import { uploadApp } from "./app-files";
import { stageSettings } from "./given";

/** `upload.ts STAGE BUCKET` puts the built members' app into its bucket. */
const [stage = "", bucket = ""] = process.argv.slice(2);
const { region } = stageSettings(stage);
process.env.AWS_REGION = region;
const folder = join(import.meta.dirname, "../web/dist");
const count = await uploadApp(folder, { bucket, region, credentials: fromNodeProviderChain() });
console.log(`${count} files of the members' app are in ${bucket}`);
