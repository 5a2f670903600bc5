import type { Trade } from "../member/member.entity";
import { type ProjectKind, projectKinds } from "../project/project.entity";
import type { Locale } from "../tenant/tenant.entity";
import type { TicketKind } from "../ticket/kind";

/** A category as it comes with the service. */
export type Seed = {
  code: string;
  names: Record<Locale, string>;
  /** Who usually sees to it. */
  trade: Trade;
  /** The kinds of projects it is offered in. */
  projectKinds: readonly ProjectKind[];
};

const homes: readonly ProjectKind[] = ["residential", "mixed", "other"];
const offices: readonly ProjectKind[] = ["office", "mall", "mixed", "other"];

const of =
  (trade: Trade) =>
  (code: string, zh: string, en: string, offered: readonly ProjectKind[] = projectKinds): Seed => ({
    ...{ code, names: { "zh-CN": zh, en }, trade, projectKinds: offered },
  });
const engineering = of("engineering");
const security = of("security");
const cleaning = of("cleaning");
const greening = of("greening");
const desk = of("front_desk");

/**
 * What every firm begins with, in the order it is offered. A code stays with its tickets for ever: names and trades
 * here may be bettered and categories added; none is taken away or called by another code.
 */
export const seeds: Record<TicketKind, readonly Seed[]> = {
  repair: [
    engineering("plumbing", "水管、下水道", "Pipes and drains"),
    engineering("leak", "漏水、渗水", "Leak or damp"),
    engineering("electrical", "用电、跳闸", "Power and fuses"),
    engineering("lighting", "照明", "Lighting"),
    engineering("lift", "电梯", "Lift"),
    engineering("doorsWindows", "门窗", "Doors and windows"),
    engineering("entrance", "门禁、对讲", "Entrance and intercom"),
    engineering("airConditioning", "空调、暖气", "Air conditioning and heating"),
    engineering("network", "网络、电视", "Internet and TV"),
    engineering("washrooms", "卫生间、茶水间", "Washrooms and pantry", offices),
    engineering("ceilingsFloors", "吊顶、地面", "Ceilings and floors", offices),
    engineering("fireEquipment", "消防设施", "Fire equipment"),
    engineering("roadsWalls", "道路、墙面", "Roads and walls"),
    engineering("playground", "健身、儿童设施", "Gym and playground", homes),
    engineering("other", "其他报修", "Another repair"),
  ],
  complaint: [
    desk("service", "服务态度", "Service and manners"),
    engineering("facilities", "设施设备", "Facilities"),
    security("safety", "安全秩序", "Safety and order"),
    desk("management", "管理收费", "Management and fees"),
    desk("other", "其他投诉", "Another complaint"),
  ],
  suggestion: [
    desk("service", "客户服务", "Service"),
    engineering("facilities", "设施设备", "Facilities"),
    security("safety", "安全秩序", "Safety and order"),
    cleaning("cleaning", "清洁卫生", "Cleaning"),
    greening("greening", "绿化环境", "Plants and gardens"),
    security("parking", "停车", "Parking"),
    desk("activities", "社区活动", "Community activities", homes),
    desk("canteen", "餐饮配套", "Food and shops", offices),
    desk("other", "其他建议", "Another suggestion"),
  ],
  inquiry: [
    desk("fees", "费用", "Fees"),
    desk("procedures", "办理手续", "Papers and procedures"),
    security("parking", "停车", "Parking"),
    desk("renovation", "装修", "Renovation"),
    engineering("facilities", "设施使用", "Using facilities"),
    desk("meetingRooms", "会议室", "Meeting rooms", offices),
    engineering("afterHours", "加时空调、照明", "Air conditioning after hours", offices),
    security("visitors", "访客、送货", "Visitors and deliveries", offices),
    desk("other", "其他咨询", "Another question"),
  ],
  praise: [
    desk("service", "客服", "Front desk"),
    engineering("engineering", "工程维修", "Repairs team"),
    security("security", "安保", "Security"),
    cleaning("cleaning", "保洁", "Cleaning"),
    greening("greening", "绿化", "Gardening"),
    desk("other", "其他表扬", "Other praise"),
  ],
  emergency: [
    security("fire", "起火、冒烟", "Fire or smoke"),
    engineering("flooding", "爆管、水淹", "Burst pipe or flooding"),
    engineering("powerCut", "停电", "Power cut"),
    engineering("liftEntrapment", "电梯困人", "Trapped in a lift"),
    engineering("gas", "燃气味、漏气", "Smell of gas"),
    security("security", "治安事件", "Crime or threat"),
    security("medical", "有人受伤、急病", "Injury or sudden illness"),
    security("fallingObject", "高空坠物", "Falling objects"),
    engineering("weather", "台风、暴雨等", "Storm or heavy rain"),
    security("other", "其他紧急情况", "Another emergency"),
  ],
};
