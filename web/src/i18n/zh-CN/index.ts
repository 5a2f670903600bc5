import auth from "./auth.json";
import callbacks from "./callbacks.json";
import common from "./common.json";
import errors from "./errors.json";
import find from "./find.json";
import home from "./home.json";
import nav from "./nav.json";
import tickets from "./tickets.json";

export const resources = { auth, callbacks, common, errors, find, home, nav, tickets };
