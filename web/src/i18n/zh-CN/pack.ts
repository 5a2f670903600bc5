import "dayjs/locale/zh-cn";
import antd from "antd/es/locale/zh_CN";
import type { LanguagePack } from "..";
import { resources } from ".";

export const pack: LanguagePack = { resources, antd, dayjs: "zh-cn" };
