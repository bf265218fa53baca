import { both } from "./language.js";

/** @typedef {import("./language.js").Text} Text */

/** @param {string} en @param {string} zh @returns {Text} */
const text = (en, zh) => ({ en, zh });

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => (count === 1 ? one : `${count} ${many}`);

/** The page's own words; labels, help, messages, scopes and presets come from the package. */
export const texts = {
  title: text("prevet: vet the request before the form sends it", "prevet：先审查，再提交"),
  languages: text("Language", "语言"),
  pageLinks: text("Page", "页面"),
  example: text("Example", "示例"),
  sampleRequest: text("A request body with three mistakes", "含有三处错误的请求体"),
  sampleAnswer: text("What prevet says about it", "prevet 的检查结果"),
  optional: text("optional", "选填"),
  problem: text("Problem:", "问题："),
  show: text("Show", "显示"),
  hide: text("Hide", "隐藏"),
  remove: text("Remove", "移除"),
  /** @param {Text} label */
  add: (label) => both((say, locale) => (locale === "en" ? `Add ${lowerFirst(say(label))}` : `添加${say(label)}`)),
  fieldKey: text("Key", "键"),
  fieldValue: text("Value", "值"),
  /** What a button shows. */
  theValue: text("value", "值"),
  pair: text("Field", "字段"),
  firstRow: text("Default", "默认"),
  /** @param {number} row */
  keyMissing: (row) => text(`Field ${row}: give the value a key, or remove the row.`, `字段 ${row}：请为该值填写键，或移除此行。`),
  /** @param {number} row */
  keyRepeated: (row) => text(`Field ${row}: change the key, which a row above already has.`, `字段 ${row}：键与上方某行重复，请修改。`),
  /** @param {number} count @param {number} of */
  selected: (count, of) => text(`${count} of ${of} selected`, `已选 ${count} 项，共 ${of} 项`),
  /** @param {number} count */
  rowsAdded: (count) => text(counted(count, "1 row added", "rows added"), `已添加 ${count} 行`),
  summary: text("Please check these fields", "请检查以下字段"),
  /** What a server's refusal asks of a person, by its kind. */
  refused: {
    validation: text("The server refused these fields", "服务器拒绝了以下字段"),
    session: text("Please sign in again", "请重新登录"),
    plan: text("Your plan does not include this", "您的套餐不包含此功能"),
    permission: text("You are not allowed to do this", "您没有此操作的权限"),
    not_found: text("This address does not exist", "该地址不存在"),
    conflict: text("This exists already", "该内容已存在"),
    throttled: text("Too many requests", "请求过于频繁"),
    server: text("The request did not get through", "请求未能完成"),
    unknown: text("There is no answer that makes sense", "未收到有效的响应"),
  },
  unreachable: text("The server could not be reached", "无法连接服务器"),
  unreachableAdvice: text("Check the connection, then send the request again.", "请检查网络连接，然后重新发送。"),
  /** What a server says of a place. @param {string} place @param {string} complaint */
  about: (place, complaint) => text(`${place}: ${complaint}`, `${place}：${complaint}`),
  /** A place in a field. @param {Text} label @param {string} key */
  within: (label, key) => text(`${label.en} (${key})`, `${label.zh}（${key}）`),
  severity: { warning: text("Warning:", "警告："), info: text("Note:", "提示：") },
  applyFix: text("Apply fix", "采用建议"),
  /** @param {string} fix */
  fixLabel: (fix) => text(`Apply fix: ${fix}`, `采用建议：${fix}`),
  cautions: text("Worth a look before you send", "提交前请留意"),
  /** @param {number} count */
  sendAnyway: (count) => text(`${counted(count, "1 warning", "warnings")}, send anyway`, `${count} 条警告，仍然发送`),
  /** @param {number} count */
  warned: (count) => text(`${counted(count, "1 warning", "warnings")}. Check the form, or send it anyway.`, `有 ${count} 条警告。请检查，或仍然发送。`),
  send: text("Send request", "发送请求"),
  sending: text("Sending…", "正在发送…"),
  /** @param {number} seconds */
  waiting: (seconds) => text(`Send again in ${seconds} s`, `${seconds} 秒后可再次发送`),
  again: text("You can send the request again.", "现在可以再次发送请求。"),
  simulate: text("The sandbox answers", "沙盒的响应"),
  simulateHelp: text(
    "It runs on this machine and keeps nothing. The name “Contoso” is taken there.",
    "沙盒在本机运行，不保存任何内容。名称“Contoso”在其中已被占用。",
  ),
  /** @type {[string, Text][]} */
  simulations: [
    ["", text("as the real server would", "与真实服务器一致")],
    ["401", text("401: the session has ended", "401：会话已结束")],
    ["402", text("402: not in the plan", "402：套餐不包含")],
    ["403", text("403: not allowed", "403：没有权限")],
    ["409", text("409: exists already", "409：已存在")],
    ["429", text("429: too many requests", "429：请求过于频繁")],
    ["500", text("500: a server error", "500：服务器错误")],
    ["502", text("502: a proxy’s page", "502：代理的错误页")],
  ],
  clear: text("Clear form", "清空表单"),
  cleared: text("The form is cleared.", "表单已清空。"),
  undo: text("Undo", "撤销"),
  restored: text("The form is as it was.", "表单已恢复。"),
  created: text("The server accepted the request", "服务器已接受请求"),
  createdNote: text(
    "This is what it created. Its answer was checked as well, and secrets are masked.",
    "以下是服务器创建的内容。其响应同样经过检查，机密已遮盖。",
  ),
  answer: text("Answer", "响应"),
  copied: text("Copied.", "已复制。"),
  copyByHand: text("This page may not copy. It is selected: copy it by hand.", "此页面无法复制。内容已选中，请手动复制。"),
  callback: {
    label: text("Callback URL", "回调地址"),
    /** @param {string} origin */
    help: (origin) =>
      text(
        `Register it with your provider. Where Teable runs elsewhere, its address stands in place of ${origin}.`,
        `请在身份提供方处登记。若 Teable 部署在别处，请将 ${origin} 换成其地址。`,
      ),
    later: text("after saving", "保存后生成"),
    /** @param {string} name what was created */
    of: (name) => text(`of “${name}”`, `属于“${name}”`),
    copy: text("Copy URL", "复制网址"),
  },
  curl: {
    title: text("As a curl command", "curl 命令"),
    note: text(
      "$TOKEN stands for your token, and secrets are masked: put your own in before you run it.",
      "$TOKEN 代表您的令牌，机密已遮盖：运行前请换成真实的值。",
    ),
    copy: text("Copy as curl", "复制为 curl"),
    shown: text("Command", "命令"),
  },
  payload: text("Request body", "请求体"),
  payloadNote: text("Secrets are masked. Blank fields are left out.", "机密已遮盖，空白字段不会发送。"),
  state: { draft: text("Draft", "草稿"), valid: text("Valid", "有效") },
  /** @param {number} count */
  problems: (count) => text(counted(count, "1 problem", "problems"), `${count} 个问题`),
  scopes: {
    presets: text("Presets", "预设"),
    all: text("All scopes", "全部权限"),
    /** @param {Text} label */
    line: (label) => both((say, locale) => (locale === "en" ? `All: ${say(label)}` : `全部：${say(label)}`)),
    matrix: text("Scopes by subject and action", "按对象和操作排列的权限"),
    legend: text("Risk", "风险"),
    risk: { read: text("reads", "读取"), write: text("changes", "修改"), destructive: text("deletes", "删除") },
    /** @param {Text} risk */
    riskIs: (risk) => text(`Risk: ${risk.en}.`, `风险：${risk.zh}。`),
    hint: text("Point at a box to read what it allows.", "将指针移到选框上，可查看其含义。"),
    /** @param {string} scopes */
    needs: (scopes) => text(`Needs ${scopes}.`, `需要 ${scopes}。`),
  },
  assistant: {
    title: text("Fill in from your provider", "从身份提供方填入"),
    preset: text("Provider", "提供方"),
    choose: text("Choose a provider", "请选择提供方"),
    fill: text("Fill in the URLs", "填入网址"),
    filled: text("The URLs are filled in.", "网址已填入。"),
    incomplete: text("Fill in each of these as described.", "请按说明填写以上各项。"),
    switch: text("Switch the provider type", "切换提供方类型"),
    document: text("Discovery document", "发现文档"),
    documentHelp: text("Paste the JSON that your issuer publishes at ", "请粘贴颁发者在此地址发布的 JSON："),
    noIssuer: text("its address followed by /.well-known/openid-configuration.", "颁发者网址加 /.well-known/openid-configuration。"),
    import: text("Import document", "导入文档"),
    imported: text("The fields are filled in from the document.", "已根据文档填入各字段。"),
    refused: text("Nothing was filled in.", "未填入任何内容。"),
  },
};

/** @param {string} text */
function lowerFirst(text) {
  // "URL" and "ID" keep their capitals.
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
