/** The words of the form itself; all others are the schema's, the server's or the browser's. */

/** What is said in one language. */
export interface Words {
  /** As the language is called in labels. */
  readonly language: "en" | "zh";
  /** A complaint about a place. */
  readonly about: (place: string, complaint: string) => string;
  /** A place in a field. */
  readonly within: (label: string, key: string) => string;
  readonly problems: (count: number) => string;
  /** Nothing can be told of the form. */
  readonly unchecked: string;
  readonly refused: () => string;
  readonly warnings: (count: number) => string;
  readonly sendAnyway: string;
  /** How long to wait for the next try: seconds, at last 0. */
  readonly wait: (seconds: number) => string;
  /** On the button that puts a better value in place. */
  readonly fix: string;
  /** What stands before a message: colour alone does not tell advice from errors. */
  readonly before: Readonly<Record<"error" | "warning" | "info", string>>;
}

const en: Words = {
  language: "en",
  about: (place, complaint) => `${place}: ${complaint}`,
  within: (label, key) => `${label} (${key})`,
  problems: (count) => (count === 1 ? "There is 1 problem" : `There are ${count} problems`),
  unchecked: "This page cannot check the form, so it was not sent.",
  refused: () => "This did not go through",
  warnings: (count) => (count === 1 ? "1 warning: check it, or send anyway" : `${count} warnings: check them, or send anyway`),
  sendAnyway: "Send anyway",
  wait(seconds) {
    if (seconds === 0) return "You can try again now.";
    const [count, unit] = span(seconds, "second", "minute");
    return `Try again in ${count} ${unit}${count === 1 ? "" : "s"}.`;
  },
  fix: "Apply fix",
  before: { error: "", warning: "Warning: ", info: "Note: " },
};

const zh: Words = {
  language: "zh",
  about: (place, complaint) => `${place}：${complaint}`,
  within: (label, key) => `${label}（${key}）`,
  problems: (count) => `有 ${count} 个问题`,
  unchecked: "此页面无法检查表单，因此未提交。",
  refused: () => "提交未成功",
  warnings: (count) => `有 ${count} 条警告，请检查，或仍然提交`,
  sendAnyway: "仍要提交",
  wait: (seconds) => (seconds === 0 ? "现在可以重试了。" : `请在 ${span(seconds, "秒", "分钟").join(" ")}后重试。`),
  fix: "采用建议",
  before: { error: "", warning: "警告：", info: "提示：" },
};

/** Seconds, or minutes where there are many. */
function span(seconds: number, second: string, minute: string): [count: number, unit: string] {
  return seconds < 120 ? [seconds, second] : [Math.ceil(seconds / 60), minute];
}

/** The words in a language, a BCP 47 tag; English unless it is Chinese. */
export function wordsIn(locale: string | undefined): Words {
  return /^zh(?![^-_])/i.test(locale ?? "") ? zh : en;
}
