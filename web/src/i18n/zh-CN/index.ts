import { figureWords as figures } from "@frontdesk/core/figure/words/zh-CN";
import audit from "./audit.json";
import auth from "./auth.json";
import board from "./board.json";
import callbacks from "./callbacks.json";
import categories from "./categories.json";
import clocks from "./clocks.json";
import common from "./common.json";
import compare from "./compare.json";
import complaints from "./complaints.json";
import dashboard from "./dashboard.json";
import errors from "./errors.json";
import fees from "./fees.json";
import filters from "./filters.json";
import find from "./find.json";
import home from "./home.json";
import houses from "./houses.json";
import importing from "./import.json";
import letters from "./letters.json";
import members from "./members.json";
import nav from "./nav.json";
import offline from "./offline.json";
import praise from "./praise.json";
import prices from "./prices.json";
import projects from "./projects.json";
import quotes from "./quotes.json";
import replies from "./replies.json";
import rosters from "./rosters.json";
import routing from "./routing.json";
import settings from "./settings.json";
import surveys from "./surveys.json";
import telephone from "./telephone.json";
import templates from "./templates.json";
import tickets from "./tickets.json";

export const resources = {
  audit,
  auth,
  board,
  callbacks,
  categories,
  clocks,
  common,
  compare,
  complaints,
  dashboard,
  errors,
  fees,
  figures,
  filters,
  find,
  home,
  houses,
  import: importing,
  letters,
  members,
  nav,
  offline,
  prices,
  praise,
  projects,
  quotes,
  replies,
  rosters,
  routing,
  settings,
  surveys,
  telephone,
  templates,
  tickets,
};
