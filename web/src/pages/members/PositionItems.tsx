import type { Role } from "@frontdesk/core/member/role";
import { Form, Select } from "antd";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { Chips } from "../../ui/Chips";
import { trades } from "../tickets/workers";
import styles from "./Members.module.css";
import { type PositionFields, roles } from "./position";

/** The form items for what somebody does and where; within a Form of PositionFields. */
export function PositionItems() {
  const text = useText();
  const role = Form.useWatch<Role | undefined>("role");
  const scope = Form.useWatch<PositionFields["scope"] | undefined>("scope");
  return (
    <>
      <Form.Item
        name="role"
        label={text("members:field.role")}
        extra={role ? text(`members:may.${role}`) : undefined}
        rules={[{ required: true, message: text("members:rule.role") }]}
      >
        <Select<Role>
          placeholder={text("members:field.roleHint")}
          options={roles.map((value) => ({ value, label: text(`common:role.${value}`) }))}
          optionRender={({ value }) => <RoleOption role={value as Role} />}
          listHeight={360}
        />
      </Form.Item>
      {role === "technician" ? (
        <Form.Item
          name="trade"
          label={text("members:field.trade")}
          rules={[{ required: true, message: text("members:rule.trade") }]}
        >
          <Chips
            label={text("members:field.trade")}
            options={trades.map((value) => ({ value, label: text(`tickets:trade.${value}`) }))}
          />
        </Form.Item>
      ) : null}
      {role === "headquarters" ? null : (
        <Form.Item name="scope" label={text("members:field.projects")}>
          <Chips<PositionFields["scope"]>
            label={text("members:field.projects")}
            options={(["all", "some"] as const).map((value) => ({
              value,
              label: text(`members:scope.${value}`),
            }))}
          />
        </Form.Item>
      )}
      {role !== "headquarters" && scope === "some" ? <ProjectsItem /> : null}
    </>
  );
}

function ProjectsItem() {
  const text = useText();
  const { projects } = useProjectScope();
  return (
    <Form.Item
      name="projectIds"
      extra={projects.length === 0 ? text("members:field.noProjects") : undefined}
      rules={[{ required: true, type: "array", min: 1, message: text("members:rule.projects") }]}
    >
      <Select<string[]>
        mode="multiple"
        aria-label={text("members:field.projects")}
        placeholder={text("members:field.projectsHint")}
        showSearch={{ optionFilterProp: "label" }}
        options={projects.map(({ projectId, name }) => ({ value: projectId, label: name }))}
      />
    </Form.Item>
  );
}

function RoleOption({ role }: { role: Role }) {
  const text = useText();
  return (
    <span className={styles.option}>
      <span>{text(`common:role.${role}`)}</span>
      <small>{text(`members:may.${role}`)}</small>
    </span>
  );
}
