/** The cleaners: each takes a cell as it came and gives one form, or undefined if it cannot be that thing. */
export { cleanArea } from "./cleaners/area";
export { cleanDate, cleanPeriod, realDay } from "./cleaners/date";
export { cleanFen } from "./cleaners/fen";
export {
  cleanBuilding,
  cleanHouseCode,
  cleanRoom,
  cleanUnit,
  type HousePlace,
  housePlace,
} from "./cleaners/house-code";
export { cleanPeople, type ImportedPerson, type PeopleFault } from "./cleaners/people";
export { cleanPhone } from "./cleaners/phone";
export { tidy } from "./cleaners/text";
