import { DownloadOutlined, QuestionCircleOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { downloadOf } from "../../api/client";
import { currentLocale } from "../../i18n/locale";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { useTellFailure } from "../../ui/useTellFailure";
import { CloseMonth } from "./CloseMonth";
import { Definitions } from "./Definitions";
import { type Comparison, closable } from "./figures";
import { kindOf } from "./period";

interface CompareActionsProps {
  period: string;
  /** The month it is now where the firm is. */
  thisMonth: string;
  data: Comparison | undefined;
}

/** What can be done with the whole comparison: look the figures up, take them along as a spreadsheet. */
export function CompareActions({ period, thisMonth, data }: CompareActionsProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const isOver = kindOf(period) === "month" && period < thisMonth;
  const closes = useCan("figure.close") && isOver && data?.period === period && closable(data).length > 0;
  const download = useMutation({
    mutationFn: () => downloadOf("GET /figures/comparison.xlsx", { period, locale: currentLocale() }),
    onError: useTellFailure(),
  });
  return (
    <>
      {closes ? <CloseMonth data={data} /> : null}
      <Button icon={<QuestionCircleOutlined />} onClick={() => setOpen(true)}>
        {text("compare:definitions")}
      </Button>
      <Button icon={<DownloadOutlined />} loading={download.isPending} onClick={() => download.mutate()}>
        {text("compare:download")}
      </Button>
      <Drawer
        open={open}
        title={text("compare:definitions")}
        size="min(560px, 100vw)"
        destroyOnHidden
        onClose={() => setOpen(false)}
      >
        <Definitions />
      </Drawer>
    </>
  );
}
