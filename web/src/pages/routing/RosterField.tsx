import { Form, Select } from "antd";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectNameInList } from "../../session/useProjectName";

/** By which roster a rule finds who is on duty. Within a form. */
export function RosterField() {
  const text = useText();
  const projectName = useProjectNameInList();
  const rosters = useQueryOf("GET /rosters", {});
  return (
    <Form.Item
      name="rosterId"
      label={text("routing:field.roster")}
      extra={text("routing:rosterHint")}
      rules={[{ required: true, message: text("routing:rule.roster") }]}
    >
      <Select
        loading={rosters.isPending}
        options={(rosters.data?.items ?? []).map(({ rosterId, name, projectId }) => ({
          value: rosterId,
          label: [name, projectName(projectId)].filter(Boolean).join(" · "),
        }))}
      />
    </Form.Item>
  );
}
