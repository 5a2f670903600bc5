import { randomUUID } from "node:crypto";
import {
  authFlowTestSuite,
  caseInsensitiveTestSuite,
  joinsTestSuite,
  normalTestSuite,
  numberIdTestSuite,
  testAdapter,
  transactionsTestSuite,
  uuidTestSuite,
} from "@better-auth/test-utils/adapter";
import { vi } from "vitest";
import { identityScope } from "../scope";
import { tableAdapter } from "./index";

// The suites tell at length how long each step took.
vi.spyOn(console, "log").mockImplementation(() => {});

// The suites delete every row they find: they get a scope of their own among the identities, beside those of other tests.
const adapter = tableAdapter({ scope: `${identityScope}#suite-${randomUUID()}` });

const { execute } = await testAdapter({
  adapter: () => adapter,
  runMigrations: () => {},
  tests: [
    normalTestSuite(),
    transactionsTestSuite(),
    authFlowTestSuite(),
    caseInsensitiveTestSuite(),
    joinsTestSuite(),
    uuidTestSuite(),
    numberIdTestSuite(),
  ],
});
execute();
