import auth from "./auth.json";
import common from "./common.json";
import errors from "./errors.json";
import home from "./home.json";
import nav from "./nav.json";

export const resources = { auth, common, errors, home, nav };
