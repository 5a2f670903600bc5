import { Alert, Button, Form, type FormInstance, Input } from "antd";
import { useText } from "../../i18n/useText";
import styles from "./Ticket.module.css";

const longest = 2000;

interface WordsFieldProps {
  form: FormInstance;
  /** As they were when the form was opened: what is typed was made out of it. */
  seen: string;
  /** As they are by now. */
  now: string;
  autoFocus?: boolean;
}

/** What was said, to be put otherwise; what somebody else made of it meanwhile is shown, and can be kept beside it. */
export function WordsField({ form, seen, now, autoFocus }: WordsFieldProps) {
  const text = useText();
  const keepBoth = () =>
    form.setFieldValue("words", `${now}\n${form.getFieldValue("words")}`.slice(0, longest));
  return (
    <>
      {now === seen ? null : (
        <Alert
          type="info"
          className={styles.notice}
          title={text("tickets:conflict.theirs")}
          description={<p className={styles.words}>{now}</p>}
          action={
            <Button size="small" onClick={keepBoth}>
              {text("tickets:conflict.both")}
            </Button>
          }
        />
      )}
      <Form.Item
        name="words"
        label={text("tickets:field.words")}
        rules={[{ required: true, whitespace: true, message: text("tickets:rule.words") }]}
      >
        <Input.TextArea autoFocus={autoFocus} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={longest} />
      </Form.Item>
    </>
  );
}
