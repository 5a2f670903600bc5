import { Link } from "@tanstack/react-router";
import { Form, Input } from "antd";
import { useText } from "../../i18n/useText";
import styles from "./fields.module.css";

/** Bounds of a password in characters, as the server has them. */
const passwordLength = { min: 10, max: 128 };

/** The address one signs in with. */
export function EmailField({ autoFocus = false }: { autoFocus?: boolean }) {
  const text = useText();
  return (
    <Form.Item
      name="email"
      label={text("auth:field.email")}
      validateTrigger="onBlur"
      rules={[
        { required: true, message: text("auth:rule.emailRequired") },
        { type: "email", message: text("auth:rule.email") },
      ]}
    >
      <Input
        type="email"
        inputMode="email"
        autoComplete="username"
        maxLength={254}
        size="large"
        autoFocus={autoFocus}
      />
    </Form.Item>
  );
}

/** The password of an account that exists, with the way out for who forgot it. */
export function KnownPasswordField() {
  const text = useText();
  return (
    <div className={styles.withAside}>
      <Link to="/forgot-password" className={styles.aside}>
        {text("auth:signIn.forgot")}
      </Link>
      <PasswordField />
    </div>
  );
}

/** A password that was chosen before. */
export function PasswordField({ autoFocus = false, hint }: { autoFocus?: boolean; hint?: string }) {
  const text = useText();
  return (
    <Form.Item
      name="password"
      label={text("auth:field.password")}
      extra={hint}
      rules={[{ required: true, message: text("auth:rule.passwordRequired") }]}
    >
      <Input.Password
        autoComplete="current-password"
        maxLength={passwordLength.max}
        size="large"
        autoFocus={autoFocus}
      />
    </Form.Item>
  );
}

/** A password that is being chosen. */
export function NewPasswordField({ name = "password" }: { name?: "password" | "newPassword" }) {
  const text = useText();
  const { min, max } = passwordLength;
  return (
    <Form.Item
      name={name}
      label={text(name === "password" ? "auth:field.password" : "auth:field.newPassword")}
      extra={text("auth:field.passwordHint", { min })}
      validateTrigger="onBlur"
      rules={[{ required: true, min, max, message: text("auth:rule.passwordLength", { min, max }) }]}
    >
      <Input.Password autoComplete="new-password" maxLength={max} size="large" />
    </Form.Item>
  );
}

/** The name of the person. */
export function NameField() {
  const text = useText();
  return (
    <Form.Item
      name="name"
      label={text("auth:field.name")}
      rules={[{ required: true, whitespace: true, message: text("auth:rule.nameRequired") }]}
    >
      <Input autoComplete="name" maxLength={40} size="large" />
    </Form.Item>
  );
}

/** The name of the firm that is being signed up. */
export function FirmNameField() {
  const text = useText();
  return (
    <Form.Item
      name="firmName"
      label={text("auth:field.firmName")}
      rules={[{ required: true, whitespace: true, message: text("auth:rule.firmRequired") }]}
    >
      <Input autoComplete="organization" maxLength={60} size="large" autoFocus />
    </Form.Item>
  );
}
