export { correctLetter } from "./correct";
export { getLetter, listLetters, listTicketLetters } from "./list";
export { layLetter, registerLetter } from "./register";
