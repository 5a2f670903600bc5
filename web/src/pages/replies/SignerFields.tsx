import { Form, Select } from "antd";
import { useText } from "../../i18n/useText";
import { useActiveMembers } from "../tickets/workers";
import styles from "./Replies.module.css";
import { reviewSteps, type SignStep } from "./reply";

interface SignerFieldsProps {
  /** Only who works in this project. */
  projectId?: string;
  /** Who drafts signs nothing. */
  without?: string;
  /** Without the lawyer where no law is touched. */
  lawyer: boolean;
}

/** Who signs: a member for each step of review, and who approves. */
export function SignerFields({ projectId, without, lawyer }: SignerFieldsProps) {
  const text = useText();
  const members = useActiveMembers(true);
  const able = (members.data ?? []).filter(
    (one) =>
      one.memberId !== without &&
      one.role !== "auditor" &&
      (!projectId || one.projectIds === "all" || one.projectIds.includes(projectId)),
  );
  const optionsFor = (step: SignStep) =>
    able
      .filter((one) => step !== "approver" || one.role === "headquarters" || one.role === "project_manager")
      .map((one) => ({ value: one.memberId, label: `${one.name} · ${text(`common:role.${one.role}`)}` }));
  const steps: readonly SignStep[] = [
    ...reviewSteps.filter((step) => step !== "lawyer" || lawyer),
    "approver",
  ];
  return (
    <div className={styles.pair}>
      {steps.map((step) => (
        <Form.Item key={step} name={["signers", step]} label={text(`replies:step.${step}`)}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            loading={members.isPending}
            options={optionsFor(step)}
          />
        </Form.Item>
      ))}
    </div>
  );
}
