import type { Price } from "./price.entity";
import type { Unit } from "./unit";

/** A price of so many yuan a unit. */
const priced =
  (part: Price["part"], materialExtra: boolean) =>
  (code: string, zh: string, en: string, unit: Unit, yuan: number): Price => ({
    ...{ code, part, names: { "zh-CN": zh, en }, unit, unitFen: yuan * 100 },
    ...{ materialExtra, disabled: false },
  });

/** Work alone; what is used up is paid for besides. */
const work = priced("labour", true);
/** Work that uses nothing up, or whose price says it all. */
const whole = priced("labour", false);
const material = priced("material", false);

/**
 * What every firm begins with, in the order it is offered: usual prices, to be looked through by whoever answers for
 * them. A code stays with its work for ever, and a price here never changes: a firm that has told its residents holds
 * to what it told (Civil Code 938). What is dearer one day comes under a code of its own.
 */
export const seeds: readonly Price[] = [
  whole("visit", "上门检查", "Visit and check", "time", 30),
  work("tap", "更换水龙头", "Change a tap", "piece", 30),
  work("angleValve", "更换角阀、软管", "Change a stop valve or hose", "piece", 20),
  whole("toiletBlocked", "疏通马桶", "Clear a toilet", "time", 60),
  whole("drainBlocked", "疏通地漏、下水道", "Clear a drain", "time", 50),
  work("cistern", "维修马桶水箱", "Repair a cistern", "time", 40),
  work("floorDrain", "更换地漏", "Change a floor drain", "piece", 40),
  work("sinkDrain", "更换洗菜盆、洗脸盆下水", "Change a sink's drain", "set", 40),
  work("waterPipe", "水管改装", "Lay a water pipe", "metre", 30),
  work("sealing", "防水补漏", "Seal a leak", "squareMetre", 80),
  work("bulb", "更换灯泡、灯管", "Change a bulb or tube", "piece", 10),
  work("lamp", "更换灯具", "Change a lamp", "piece", 40),
  work("socket", "更换开关、插座", "Change a switch or socket", "piece", 15),
  work("breaker", "更换空气开关", "Change a circuit breaker", "piece", 40),
  work("wiringCheck", "线路检修", "Check the wiring", "time", 50),
  work("wire", "电线改装", "Lay a wire", "metre", 15),
  work("lockCylinder", "更换锁芯", "Change a lock cylinder", "piece", 50),
  work("doorFittings", "更换合页、把手等五金", "Change hinges or handles", "piece", 20),
  work("windowRepair", "维修门窗", "Repair a door or window", "point", 40),
  whole("drilling", "打孔", "Drill a hole", "piece", 10),
  whole("hanging", "安装挂件", "Put up a hook or picture", "piece", 15),
  whole("curtainRail", "安装窗帘杆", "Put up a curtain rail", "set", 40),
  whole("clothesRack", "安装晾衣架", "Put up a clothes rack", "set", 60),
  whole("waterHeater", "安装热水器", "Put up a water heater", "machine", 80),
  whole("wallAirConditioner", "清洗挂式空调", "Clean a wall air conditioner", "machine", 80),
  whole("standingAirConditioner", "清洗柜式空调", "Clean a standing air conditioner", "machine", 120),
  whole("rangeHood", "清洗油烟机", "Clean a range hood", "machine", 120),
  work("wallPatch", "墙面修补", "Mend a wall", "squareMetre", 40),
  whole("housework", "家庭保洁", "Cleaning at home", "hour", 50),
  whole("windowCleaning", "擦玻璃", "Clean windows", "squareMetre", 8),
  whole("carrying", "搬运", "Carrying", "hour", 60),
  whole("plants", "家庭绿植养护", "Care for plants", "time", 40),
  material("mAngleValve", "角阀", "Stop valve", "piece", 25),
  material("mHose", "编织软管", "Hose", "piece", 15),
  material("mTap", "水龙头", "Tap", "piece", 60),
  material("mCisternSet", "马桶水箱配件", "Cistern fittings", "set", 60),
  material("mFloorDrain", "地漏", "Floor drain", "piece", 35),
  material("mSinkDrain", "下水管件", "Sink drain", "set", 25),
  material("mPipe", "PPR 水管", "Water pipe", "metre", 8),
  material("mTape", "生料带", "Sealing tape", "roll", 3),
  material("mSealant", "玻璃胶", "Sealant", "tube", 25),
  material("mBulb", "LED 灯泡", "LED bulb", "piece", 12),
  material("mTube", "LED 灯管", "LED tube", "piece", 20),
  material("mSwitch", "开关面板", "Switch", "piece", 15),
  material("mSocket", "插座面板", "Socket", "piece", 18),
  material("mBreaker", "空气开关", "Circuit breaker", "piece", 45),
  material("mWire", "铜芯电线", "Copper wire", "metre", 4),
  material("mCylinder", "锁芯", "Lock cylinder", "piece", 80),
  material("mHinge", "合页", "Hinge", "piece", 12),
];
