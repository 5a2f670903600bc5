import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Flex, Form, Select } from "antd";
import { useState } from "react";
import { downloadOf } from "../../api/client";
import type { InputOf } from "../../api/contract";
import { currentLocale } from "../../i18n/locale";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useZone } from "../../session/zone";
import { Chips } from "../../ui/Chips";
import { MonthInput } from "../../ui/DayInput";
import { Sheet } from "../../ui/Sheet";
import { useTellFailure } from "../../ui/useTellFailure";
import { wallTimeOf } from "../../ui/wallTime";

const lists = ["all", "paid"] as const;
const ways = {
  xlsx: "GET /ticket-reports/{month}/xlsx",
  pdf: "GET /ticket-reports/{month}/pdf",
} as const;
type Asked = Pick<InputOf<"GET /ticket-reports/{month}/xlsx">, "month" | "list" | "projectId">;

/** Takes a month's tickets along, or its paid services: as a spreadsheet, or to be printed. */
export function MonthReport() {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setOpen(true)}>
        {text("tickets:report.title")}
      </Button>
      <Sheet open={open} title={text("tickets:report.title")} onClose={() => setOpen(false)}>
        <ReportForm />
      </Sheet>
    </>
  );
}

function ReportForm() {
  const text = useText();
  const { projectId, projects } = useProjectScope();
  const thisMonth = wallTimeOf(new Date().toISOString(), useZone()).slice(0, 7);
  const [form] = Form.useForm<Asked>();
  const download = useMutation({
    mutationFn: (way: keyof typeof ways) =>
      downloadOf(ways[way], { ...form.getFieldsValue(), locale: currentLocale() }),
    onError: useTellFailure(),
  });
  const take = (way: keyof typeof ways) => (
    <Button
      key={way}
      type={way === "xlsx" ? "primary" : "default"}
      size="large"
      style={{ flex: 1 }}
      loading={download.isPending && download.variables === way}
      disabled={download.isPending && download.variables !== way}
      onClick={() => download.mutate(way)}
    >
      {text(`tickets:report.${way}`)}
    </Button>
  );
  return (
    <Form<Asked> form={form} layout="vertical" initialValues={{ month: thisMonth, list: "all", projectId }}>
      <Form.Item name="month" label={text("tickets:report.month")}>
        <MonthInput max={thisMonth} />
      </Form.Item>
      <Form.Item name="projectId" label={text("tickets:report.project")}>
        <Select
          allowClear
          placeholder={text("common:shell.allProjects")}
          showSearch={{ optionFilterProp: "label" }}
          options={projects.map((one) => ({ value: one.projectId, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="list" label={text("tickets:report.list")}>
        <Chips
          label={text("tickets:report.list")}
          options={lists.map((value) => ({ value, label: text(`tickets:report.of.${value}`) }))}
        />
      </Form.Item>
      <Flex gap={12}>{(["xlsx", "pdf"] as const).map(take)}</Flex>
    </Form>
  );
}
