import { Alert, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { InputOf, OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { Panel } from "../../ui/Panel";
import type { QuestionKey } from "./figures";
import styles from "./Surveys.module.css";

type Given = InputOf<"POST /campaigns/{campaignId}/answers">;
type Channel = Given["channel"];
const entered: readonly Channel[] = ["phone", "interview", "paper"];
const notApplicable = "na";

interface Fields {
  channel: Channel;
  answers: Record<QuestionKey, string>;
  comment?: string;
}

interface AnswerFormProps {
  campaignId: string;
  household: OutputOf<"GET /campaigns/{campaignId}/houses/{houseId}">;
  questionnaire: OutputOf<"GET /questionnaire">;
  onOther: () => void;
  onDone: (answer: OutputOf<"POST /campaigns/{campaignId}/answers">) => void;
}

/** The questionnaire as it is read out: every question is answered, or does not apply. */
export function AnswerForm({ campaignId, household, questionnaire, onOther, onDone }: AnswerFormProps) {
  const text = useText();
  const { i18n } = useTranslation();
  const words = questionnaire[i18n.language === "en" ? "en" : "zh-CN"];
  const [form] = Form.useForm<Fields>();
  const enter = useCommand("POST /campaigns/{campaignId}/answers", {
    form,
    changes: [
      "GET /campaigns/{campaignId}",
      "GET /campaigns/{campaignId}/houses/{houseId}",
      "GET /campaigns/{campaignId}/projects/{projectId}",
      "GET /campaigns/{campaignId}/projects/{projectId}/comments",
    ],
    onSuccess: onDone,
  });
  const options = [
    ...words.scale.map((label, index) => ({ value: String(index + 1), label })),
    { value: notApplicable, label: text("surveys:enter.notApplicable") },
  ];
  const ratings = (answers: Fields["answers"]) =>
    Object.fromEntries(
      words.questions.map(({ key }) => [key, answers[key] === notApplicable ? null : Number(answers[key])]),
    ) as Given["answers"];

  return (
    <Panel
      width="form"
      title={household.houseCode}
      aside={<Button onClick={onOther}>{text("surveys:enter.other")}</Button>}
    >
      {household.answeredBy ? (
        <Alert
          type="info"
          showIcon
          className={styles.gap}
          title={text("surveys:enter.answered", { channel: text(`surveys:channel.${household.answeredBy}`) })}
        />
      ) : null}
      <Form<Fields>
        form={form}
        layout="vertical"
        scrollToFirstError={{ block: "center", focus: true }}
        initialValues={{ channel: "phone" }}
        onFinish={({ channel, answers, comment }) =>
          enter.mutate({
            campaignId,
            houseId: household.houseId,
            channel,
            answers: ratings(answers),
            comment: comment?.trim() || undefined,
          })
        }
      >
        <Form.Item name="channel" label={text("surveys:enter.channel")}>
          <Chips
            label={text("surveys:enter.channel")}
            options={entered.map((value) => ({ value, label: text(`surveys:channel.${value}`) }))}
          />
        </Form.Item>
        {words.questions.map((question, index) => (
          <Form.Item
            key={question.key}
            name={["answers", question.key]}
            label={`${index + 1}. ${question.text}`}
            extra={question.hint}
            rules={[{ required: true, message: text("surveys:rule.answer") }]}
          >
            <Chips label={question.name} options={options} />
          </Form.Item>
        ))}
        <Form.Item name="comment" label={text("surveys:enter.comment")}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={enter.isPending}>
          {text("surveys:enter.submit")}
        </Button>
      </Form>
    </Panel>
  );
}
