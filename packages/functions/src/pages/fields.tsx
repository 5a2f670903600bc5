import type { Child } from "hono/jsx";

/** What is wrong with a field of a form, in the reader's words. */
export type Faults = Readonly<Record<string, string>>;

export type Option = {
  value: string;
  /** Shown large above the label, such as the number on a scale. */
  mark?: string;
  label: string;
  /** Takes a whole row, such as "not applicable" under a scale. */
  wide?: boolean;
};

const faultId = (name: string) => `${name}-fault`;
const hintId = (name: string) => `${name}-hint`;
const describedBy = (name: string, hint?: Child, fault?: string) =>
  [hint ? hintId(name) : "", fault ? faultId(name) : ""].join(" ").trim() || undefined;

const Notes = ({ name, hint, fault }: { name: string; hint?: Child; fault?: string }) => (
  <>
    {hint && (
      <p class="hint" id={hintId(name)}>
        {hint}
      </p>
    )}
    {fault && (
      <p class="fault" id={faultId(name)}>
        {fault}
      </p>
    )}
  </>
);

type Common = { name: string; label: Child; hint?: Child; fault?: string; required?: boolean };

/**
 * One question with options to tap, as a card: five in a row, `wide` ones below; `list` puts each in a row of its
 * own. The first option's id is the field's name, so that an error summary can lead to it.
 */
export const Choices = (props: Common & { options: readonly Option[]; value?: string; list?: boolean }) => (
  <fieldset
    class={props.fault ? "card faulty" : "card"}
    aria-describedby={describedBy(props.name, props.hint, props.fault)}
  >
    <legend>{props.label}</legend>
    <Notes {...props} />
    <div class={props.list ? "scale list" : "scale"}>
      {props.options.map((option, index) => (
        <label class={option.wide ? "option wide" : "option"}>
          <input
            type="radio"
            name={props.name}
            id={index === 0 ? props.name : `${props.name}-${option.value}`}
            value={option.value}
            checked={option.value === props.value}
            required={props.required}
          />
          {option.mark && <b>{option.mark}</b>}
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

/** One line of text. `type` and `inputmode` bring up the right keyboard on a phone. */
export const TextField = (
  props: Common & {
    value?: string;
    type?: "text" | "tel" | "email";
    inputmode?: "numeric" | "tel" | "email";
    autocomplete?: string;
    maxlength?: number;
  },
) => (
  <>
    <label class="name" for={props.name}>
      {props.label}
    </label>
    <Notes {...props} />
    <input
      class="text"
      id={props.name}
      name={props.name}
      type={props.type ?? "text"}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete ?? "off"}
      maxlength={props.maxlength}
      value={props.value}
      required={props.required}
      aria-invalid={props.fault ? "true" : undefined}
      aria-describedby={describedBy(props.name, props.hint, props.fault)}
    />
  </>
);

/** Several lines of text. */
export const TextArea = (props: Common & { value?: string; rows?: number; maxlength?: number }) => (
  <>
    <label class="name" for={props.name}>
      {props.label}
    </label>
    <Notes {...props} />
    <textarea
      id={props.name}
      name={props.name}
      rows={props.rows ?? 4}
      maxlength={props.maxlength}
      required={props.required}
      aria-invalid={props.fault ? "true" : undefined}
      aria-describedby={describedBy(props.name, props.hint, props.fault)}
    >
      {props.value}
    </textarea>
  </>
);

/** One of many, such as a building. `empty` is the words of the choice not made yet. */
export const Select = (
  props: Common & { options: readonly Option[]; value?: string; empty?: string; autocomplete?: string },
) => (
  <>
    <label class="name" for={props.name}>
      {props.label}
    </label>
    <Notes {...props} />
    <select
      id={props.name}
      name={props.name}
      required={props.required}
      autocomplete={props.autocomplete ?? "off"}
      aria-invalid={props.fault ? "true" : undefined}
      aria-describedby={describedBy(props.name, props.hint, props.fault)}
    >
      {props.empty !== undefined && <option value="">{props.empty}</option>}
      {props.options.map(({ value, label }) => (
        <option value={value} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
  </>
);

/** Photos to be sent along; the form must be sent as `multipart/form-data`. */
export const PhotoField = ({ name, label, hint, fault }: Omit<Common, "required">) => (
  <>
    <label class="name" for={name}>
      {label}
    </label>
    <Notes name={name} hint={hint} fault={fault} />
    <input
      class="text"
      id={name}
      name={name}
      type="file"
      accept="image/jpeg,image/png,image/webp,image/gif"
      multiple
      aria-describedby={describedBy(name, hint, fault)}
    />
  </>
);

/** At the head of a form that came back: each fault, leading to its field. Nothing without faults. */
export const ErrorSummary = ({ heading, faults }: { heading: string; faults: Faults }) =>
  Object.keys(faults).length === 0 ? null : (
    <div class="card summary" role="alert">
      <h2>{heading}</h2>
      <ul>
        {Object.entries(faults).map(([name, fault]) => (
          <li>
            <a href={`#${name}`}>{fault}</a>
          </li>
        ))}
      </ul>
    </div>
  );
