import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { EmptyState } from "../../ui/EmptyState";
import { ErrorState } from "../../ui/ErrorState";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { useDraft } from "../../ui/useDraft";
import { type OpenWork, OpenWorkItem } from "./OpenWorkItem";
import styles from "./Rosters.module.css";
import { changedByRoster } from "./roster";

const route = getRouteApi("/app/rosters/$rosterId/handover");

interface Fields {
  note?: string;
  notes?: Record<string, string | undefined>;
}

const keyOf = ({ ticketId, order }: OpenWork) => `${ticketId}-${order ?? 0}`;

/** Handing a shift over: the open work with a word to each, which outlasts the page until it is given, and one large button. */
export default function GivePage() {
  const text = useText();
  const navigate = useNavigate();
  const { rosterId } = route.useParams();
  const query = useQueryOf("GET /rosters/{rosterId}/open-work", { rosterId });
  const { draft, keep, drop } = useDraft<Fields>(`handover.${rosterId}`);
  const give = useCommand("POST /rosters/{rosterId}/handovers", {
    changes: changedByRoster,
    onSuccess: ({ handoverId }) => {
      drop();
      return navigate({ to: "/handovers/$handoverId", params: { handoverId } });
    },
  });
  if (query.isPending) return <PageSkeleton />;
  if (query.error) return <ErrorState level={1} error={query.error} onRetry={() => void query.refetch()} />;
  const { items, shiftName, mayGive } = query.data;

  function submit({ note, notes = {} }: Fields) {
    const said = items.flatMap((item) => {
      const words = notes[keyOf(item)]?.trim();
      return words ? [{ ticketId: item.ticketId, order: item.order, note: words }] : [];
    });
    give.mutate({ rosterId, note: note?.trim() || undefined, notes: said });
  }

  const subtitle = shiftName ? text("rosters:give.shift", { name: shiftName }) : text("rosters:give.own");
  return (
    <>
      <PageHeader back="/rosters" title={text("rosters:handOver")} subtitle={subtitle} />
      <Form<Fields>
        layout="vertical"
        initialValues={draft}
        onValuesChange={(_, fields) => keep(fields)}
        onFinish={submit}
      >
        <Panel title={text("rosters:give.open", { count: items.length })} intro={text("rosters:give.intro")}>
          {items.length === 0 ? <EmptyState title={text("rosters:give.nothing")} /> : null}
          <ul className={styles.list}>
            {items.map((item) => (
              <OpenWorkItem key={keyOf(item)} work={item}>
                <Form.Item name={["notes", keyOf(item)]} noStyle>
                  <Input
                    maxLength={500}
                    aria-label={text("rosters:give.word", { number: item.number })}
                    placeholder={text("rosters:give.wordHint")}
                  />
                </Form.Item>
              </OpenWorkItem>
            ))}
          </ul>
          <Form.Item name="note" label={text("rosters:field.note")} className={styles.over}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
          </Form.Item>
        </Panel>
        <div className={styles.bar}>
          <Button
            type="primary"
            htmlType="submit"
            size="large"
            block
            disabled={!mayGive}
            loading={give.isPending}
          >
            {text(mayGive ? "rosters:give.do" : "rosters:give.mayNot")}
          </Button>
        </div>
      </Form>
    </>
  );
}
