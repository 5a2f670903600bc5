/**
 * What the API says to people when something does not go, in Chinese by its English words. `{…}` stands for a value;
 * the names are ours alone, their order is that of the English. errors.texts.test.ts sees to it that none is missing.
 */
export const chinese = {
  // For everything
  "Not found": "没有找到",
  "You may not do this": "您没有权限进行这项操作",
  "Please sign in": "请先登录",
  "Invalid input": "输入有误",
  "Something went wrong on our side": "系统出错，请稍后重试",
  "Somebody else is changing this, please try again": "有人正在修改，请重试",
  "This already exists": "已存在",
  "A {model} like this exists already": "已存在相同的记录",
  "The same request is being handled": "同一请求正在处理，请稍候",
  "This Idempotency-Key was used for another request": "这个 Idempotency-Key 已用于另一个请求",
  "Idempotency-Key must be 8 to 100 visible ASCII characters":
    "Idempotency-Key 须为 8 至 100 个可见 ASCII 字符",
  "The body is not valid JSON in UTF-8": "请求内容不是有效的 UTF-8 编码 JSON",
  "The body must be a JSON object": "请求内容须为 JSON 对象",
  "At most {limit} KB are taken here": "内容过大，最多 {limit} KB",
  "A form is expected here": "这里需要提交表单",
  "This file has not arrived, please send it again": "文件没有传到，请重新发送",
  "This form asks for nothing": "这个表单没有可提交的内容",
  "Too many attempts, please wait a moment": "操作过于频繁，请稍候",
  "Too many attempts, please try again in {minutes} {unit}": "操作过于频繁，请 {minutes} 分钟后再试",

  // Fields
  "is not a phone number": "不是有效的电话号码",
  "must be a phone number in international form, like +8613800001111":
    "须为国际格式的电话号码，如 +8613800001111",
  "must be a month like 2026-11": "须为月份，如 2026-11",
  "must be a year like 2026": "须为年份，如 2026",
  "must be from 1990-01 to 2044-12": "须在 1990-01 至 2044-12 之间",
  "must be a time zone like Asia/Shanghai": "须为时区，如 Asia/Shanghai",
  "must be an id like {prefix}_…": "须为 {prefix}_ 开头的编号",
  "may hold letters, digits, spaces and . , & ' ( ) · - _": "只能包含文字、数字、空格和 . , & ' ( ) · - _",
  "may not look like an address of a web page": "不能像网址",
  "must be a time like 09:00": "须为时间，如 09:00",
  "shifts must follow each other": "班次不能重叠，须按先后排列",
  "somebody must work on some day": "至少有一天上班",
  "a holiday is no make-up day": "同一天不能既是节假日又是调休上班日",
  "emergencies run round the clock": "突发事件全天计时",
  "names the same tickets twice": "同一类报事设置了两次",
  "Only repairs are large": "只有报修可以是大修",
  "without brackets": "不要包含括号",
  "more paid than was due": "已收大于应收",
  "names a bill twice": "同一账单出现了两次",

  // Signing up, in, and joining
  "E-mail address or password is wrong": "邮箱或密码不正确",
  "This is not your present password": "当前密码不正确",
  "This is not the password you chose when you signed up": "与注册时设置的密码不一致",
  "This address has an account already, please sign in": "这个邮箱已有账号，请登录",
  "This firm exists already": "公司已存在",
  "This link is too old, please sign up again": "链接已过期，请重新注册",
  "This link was used already or is too old": "链接已使用或已过期",
  "Too many people are signing in at this moment, please try again": "此刻登录的人太多，请重试",
  "Please give your name": "请输入姓名",
  "Please choose a password of {min} characters at least": "密码至少 {min} 个字符",
  "You are a member of this firm already": "您已是这家公司的员工",
  "This invitation is for {email}; sign in with that address": "这份邀请发给 {email}，请用该邮箱登录",
  "This invitation is not open any more": "这份邀请已不在待接受状态",
  "This invitation is too old; ask to be invited again": "邀请已过期，请联系管理员重新邀请",
  "This invitation was used already": "邀请已使用",
  "This invitation was withdrawn or sent anew": "邀请已撤回或已重新发送",

  // Members
  "Headquarters works in all projects": "总部管理员负责全部项目",
  "A technician has a trade": "工程技术需要选择工种",
  "Only technicians have a trade": "只有工程技术有工种",
  "This is the last member at headquarters; name another one first": "这是最后一位总部管理员，请先指定另一位",
  "This address is invited already; send it again or withdraw it":
    "这个邮箱已有待接受的邀请，可重新发送或撤回",
  "This person is a member already": "对方已是员工",
  "This person was a member; enable them again": "对方曾是员工，请重新启用",

  // Projects, houses, residents, imports
  "A project of this name exists": "已有同名项目",
  "This person has moved out already": "此人已迁出",
  "This person is tied to this house already": "此人已登记在这套房屋",
  "This person holds too many houses": "此人名下房屋过多",
  "This person is on record in another project; add them to this one":
    "此人登记在其他项目，请在本项目另行添加",
  "Nobody comes back before they left": "重新迁入的日期不能早于上次迁出",
  "This house exists already": "这套房屋已存在",
  "This code of a house is too long": "楼栋、单元和房号合起来过长",
  "This names no building, unit or room": "这里没有写明楼栋、单元或房号",
  "Nobody moves out before they moved in": "迁出日期不能早于迁入日期",
  "Arrears go to a project whose houses are there already": "欠费只能导入到已有房屋的项目",
  "At most {most} sheets, please split the file": "最多 {most} 张工作表，请拆分文件",
  "Everything would be left out": "所有内容都被排除，没有可导入的",
  "No row of this file can be taken in": "这个文件没有可导入的行",
  "No row was refused": "没有被退回的行",
  "One column can only be one field": "一列只能对应一个字段",
  "One file may name at most {most} projects": "一个文件最多包含 {most} 个项目",
  "Please choose where this goes": "请选择导入到哪个项目",
  "The file names no such project": "文件中没有这个项目",
  "There is no such field": "没有这个字段",
  "This file has been removed": "文件已删除",
  "This import has been started already, or is over": "导入已开始或已结束",
  "This looks like a file of {found}, not of {wanted}": "这像是{found}的文件，而不是{wanted}的文件",
  "Too many sheets are matched one by one": "逐张对应的工作表过多",

  // Tickets
  "A note is needed": "请填写说明",
  "A trade or a person is needed": "请选择工种或人员",
  "Somebody changed this ticket in between, please look at it again": "报事刚被他人改动，请重新查看",
  "There is no such ticket in this project": "这个项目没有这张报事",
  "This cannot be done while the ticket is {state}": "报事{state}，不能进行这项操作",
  "This kind has no such category": "这类报事没有这个分类",
  "This person's role does no such work": "此人的角色不处理这类工作",
  "This ticket was reopened too often; register a new one": "报事重开次数过多，请另行登记",
  "This ticket was reported done once; complete it instead": "报事曾完工，请改为完成",
  "What was reported done keeps its category": "已完工的报事不能更改分类",
  "Who reports this?": "请填写报事人",
  "{name} has taken this on already": "{name} 已接单",
  "This was rated already, thank you": "已评价，谢谢",
  "A photo may have at most {most} MB": "照片最大 {most} MB",
  "Only photos (JPEG, PNG, WebP, GIF) are taken here": "只接受照片（JPEG、PNG、WebP、GIF）",
  "This report was changed too often": "报事修改次数过多",
  "This report was not finished in time": "报事未在规定时间内完成",
  "Too many codes were asked for, please try again later": "获取验证码过于频繁，请稍后再试",

  // Letters
  "A letter cannot have come in the future": "收信日期不能晚于今天",
  "A new ticket or one that is there, not both": "请选择新报事或已有报事，不能两者都选",
  "There is no such house in this project": "这个项目没有这套房屋",
  "This letter is with a ticket already": "这封来信已归入报事",
  "Which ticket?": "请选择报事",
  "Who wrote this?": "请填写来信人",
  "must be a number like LX20261121-0001, or its beginning": "须为 LX20261121-0001 这样的编号或其开头",

  // Surveys
  "A campaign that is {state} cannot be {deed}": "问卷活动{state}，不能{deed}",
  "{project} is surveyed from {from} to {to} already": "{project}在 {from} 至 {to} 已有问卷调查",
  "This campaign takes no answers now": "问卷活动目前不接受回答",
  "This household has answered already": "这一户已答过",
  "This survey is closed": "问卷已结束",
  "opensOn: must lie within a year": "开始日期须在一年之内",
  "opensOn: must not lie in the past": "开始日期不能早于今天",
  "closesOn: must not lie before opensOn": "截止日期不能早于开始日期",
  "closesOn: must lie within a year after opensOn": "截止日期须在开始日期后一年之内",

  // Fees
  "A run for this month is under way": "这个月正在出账",
  "A standard for this item begins in that month already": "这个费用项目在该月已有收费标准",
  "A project charges at most {most} items": "一个项目最多 {most} 个费用项目",
  "A payment with this reference is recorded already": "这个凭证号的收款已登记",
  "A payment with this reference is recorded already on receipt {number}":
    "这个凭证号的收款已登记在收据 {number}",
  "At most {most} bills can be opened again at once; give it back in smaller parts":
    "一次最多重开 {most} 张账单，请分几次退款",
  "Bills have been made for {periods}; earlier months never change": "{periods} 已出账，之前的月份不能更改",
  "Houses or standards have changed since the preview; please look again":
    "预览后房屋或收费标准有变动，请重新查看",
  "Money of this payment was given back; refund the rest instead": "这笔收款已有退款，请退还余额",
  "More than {most} allocations lie on this bill; waive what is open instead":
    "这张账单的分摊超过 {most} 笔，请改为减免未收部分",
  "No charge standard is in force in this month": "这个月没有生效的收费标准",
  "Only a cancelled bill is made anew": "只有已作废的账单可以重开",
  "That is more than is left of this payment": "超过这笔收款的余额",
  "That is more than is outstanding on this bill": "超过这张账单的欠费",
  "That is more than is there": "超过现有金额",
  "This bill has been cancelled": "账单已作废",
  "This bill has been made anew already": "账单已重开",
  "This bill has been waived in too many parts": "账单减免次数过多",
  "This house is no longer looked after": "这套房屋已不在服务范围",
  "This payment has been cancelled": "收款已作废",
  "This payment has been given back in too many parts": "收款退款次数过多",
  "This standard has been withdrawn already": "收费标准已停用",
  "Too many payments of this house are not allocated yet": "这套房屋未分摊的收款过多",
  "allocations: come to more than the payment": "分摊合计超过收款金额",
  "allocations.{i}.billId: not a bill that {debtor} owes": "这张账单不由{debtor}承担",
  "dueOn: before the month it is for": "缴费期限不能早于所属月份",
  "period: more than 13 months ahead or 5 years back": "月份不能晚于 13 个月后或早于 5 年前",
  "period: no charge standard is in force in this month": "这个月没有生效的收费标准",
  "receivedAt: money cannot have come in the future": "收款时间不能晚于现在",

  // Figures
  "This month is not over yet": "这个月还没有结束",
} as const satisfies Record<string, string>;

/** Values within those messages that are words themselves, by the names above; all others stay as they are. */
export const chineseValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: {
    registered: "待派工",
    assigned: "已派工",
    accepted: "已接单",
    started: "处理中",
    completed: "待回访",
    closed: "已结束",
    void: "已作废",
    draft: "未开始",
    opening: "正在发出邀请",
    open: "进行中",
  },
  deed: { opened: "开始", closed: "结束" },
  found: kindsOfFile(),
  wanted: kindsOfFile(),
  debtor: { "the developer": "开发商", "this house": "这套房屋" },
};

function kindsOfFile() {
  return {
    "houses and residents": "房屋与业户",
    "opening arrears": "期初欠费",
    "a bank's receipts": "银行流水",
  };
}
