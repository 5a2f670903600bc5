import type { resources } from "./zh-CN";

type Resources = typeof resources;
type Singular<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
type Leaves<T, Prefix extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${Singular<K>}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** Every text there is, as "namespace:path.to.text". Always written out in full, so that unused ones are found. */
export type TextKey = { [N in keyof Resources & string]: `${N}:${Leaves<Resources[N]>}` }[keyof Resources &
  string];

/** Values for the `{{placeholders}}` of a text; `count` also chooses its plural form. */
export type TextValues = Record<string, string | number>;

/** Looks a text up in the language on the screen. */
export type Text = (key: TextKey, values?: TextValues) => string;
