/** The cleaners: each takes a cell as it came and gives one form, or undefined if it cannot be that thing. */
export { cleanArea } from "./clean/area";
export { cleanDate, cleanPeriod, realDay } from "./clean/date";
export { cleanFen } from "./clean/fen";
export {
  cleanBuilding,
  cleanHouseCode,
  cleanRoom,
  cleanUnit,
  type HousePlace,
  housePlace,
} from "./clean/house-code";
export { cleanPeople, type ImportedPerson, type PeopleFault } from "./clean/people";
export { cleanPhone } from "./clean/phone";
export { tidy } from "./clean/text";
