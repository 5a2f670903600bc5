import { Capture } from "./capture";
import { anSms } from "./testing";

// Run as a process of its own: sends until it is killed, telling each message once it is acknowledged.
const [, , directory = "", prefix = ""] = process.argv;
const capture = new Capture(directory);
for (let n = 0; ; n++) {
  const ids = [`${prefix}_${n}a`, `${prefix}_${n}b`];
  await Promise.all(ids.map((id) => capture.send(anSms({ id, text: "长文本".repeat(2_000) }))));
  process.stdout.write(`${ids.join("\n")}\n`);
}
