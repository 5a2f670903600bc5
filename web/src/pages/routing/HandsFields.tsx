import { Form, Select } from "antd";
import { useText } from "../../i18n/useText";
import { trades, useActiveMembers, worksOnTickets } from "../tickets/workers";

/** A trade, a person, or a person of a trade. `name` is whom the rule names now, who may work here no more. */
export function HandsFields({ memberId, name }: { memberId: string | undefined; name: string | undefined }) {
  const text = useText();
  const members = (useActiveMembers(true).data ?? []).filter(({ role }) => worksOnTickets(role));
  const options = members.map((one) => ({
    value: one.memberId,
    label: [one.name, one.trade ? text(`tickets:trade.${one.trade}`) : text(`common:role.${one.role}`)].join(
      " · ",
    ),
  }));
  const gone = memberId && !members.some((one) => one.memberId === memberId);
  return (
    <>
      <Form.Item
        name="trade"
        label={text("tickets:field.trade")}
        dependencies={["memberId"]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, trade) =>
              trade || getFieldValue("memberId")
                ? Promise.resolve()
                : Promise.reject(new Error(text("routing:rule.to"))),
          }),
        ]}
      >
        <Select
          allowClear
          placeholder={text("routing:noTrade")}
          options={trades.map((value) => ({ value, label: text(`tickets:trade.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="memberId" label={text("tickets:field.person")} extra={text("routing:personHint")}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder={text("tickets:assign.anyone")}
          options={gone ? [...options, { value: memberId, label: name ?? memberId }] : options}
        />
      </Form.Item>
    </>
  );
}
