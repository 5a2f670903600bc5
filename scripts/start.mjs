import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, install, needNode, root } from "./tools.mjs";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
needNode();
await install({ dev: false });
await build();
await import(pathToFileURL(join(root, "dist/local/main.mjs")).href);
