import { type Brand, fontFamily, palette } from "./tokens";

/** Gives our own style sheets the same colours as the component library, as `--fd-…` on the root element. */
export function applyCssVariables(brand: Brand, root: HTMLElement = document.documentElement): void {
  root.style.setProperty("--fd-primary", brand.primary);
  root.style.setProperty("--fd-font", fontFamily);
  for (const [name, value] of Object.entries(palette)) {
    root.style.setProperty(`--fd-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
}
