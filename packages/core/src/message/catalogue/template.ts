export type Locale = "zh-CN" | "en";

/** The values of a text as they are shown: formatted for the locale, cleaned, still unescaped. */
export type Shown<V> = { [K in keyof V]: string };

/** What a mail says; the layout makes the HTML and its plain twin of it, and escapes. */
export type Letter = {
  subject: string;
  title: string;
  paragraphs: string[];
  facts?: [label: string, value: string][];
  action?: { label: string; url: string };
  closing?: string[];
};

/** The words in one locale. `room` is how many characters fit one SMS beside the signature. */
export type Words<V> = {
  sms?: (values: Shown<V>, room: number) => string;
  mail?: (values: Shown<V>) => Letter;
};

/**
 * `urgent`: somebody waits for it, it leaves at any hour. `refusable`: not needed for the service itself. `keptDays`:
 * how long the message is kept, for those that only open a door; others stay, as proof of what was said.
 */
export type Traits = { urgent: boolean; refusable: boolean; keptDays?: number };
export type Template<V> = Traits & Record<Locale, Words<V>>;
export type Templates<M> = { [K in keyof M]: Template<M[K]> };
