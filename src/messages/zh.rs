//! 中文提示。 Messages in Simplified Chinese.

use super::Style;

pub(super) static STYLE: Style = Style { texts: TEXTS, or: " 或 ", is: "", are: "" };

texts! {
    Body: "正文";
    WholeJson: "JSON 文本";
    DidYouMean: "是否想填 {suggestion}？";
    EnterValue: "请填写";
    AddOne: "请至少添加 1 项";
    FillIn: "请填写此部分";
    Choose: "请选择";
    AddValue: "请添加值";
    Unreadable: "无法读取此值，请改为普通的值";
    WholeNumber: "请填写整数";
    WrongType: "应为{expected}，而不是{received}";
    NotListed: "请选择列表中的值";
    NotNamed: "请选择 {allowed}";
    Empty: "请至少输入 1 个字符";
    TooShort: "请至少输入 {minimum} 个字符，目前为 {actual} 个";
    TooLong: "请缩短到 {maximum} 个字符以内，目前为 {actual} 个";
    TooFewItems: "请至少添加 {minimum} 项";
    TooSmall: "请填写不小于 {minimum} 的数";
    NotUuid: "请填写形如 xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx 的 ID，其中 x 为数字或 a 到 f 的字母";
    UrlBlank: "请填写完整的网址，例如 https://example.com";
    UrlNoScheme: "网址请以 https:// 开头";
    UrlNoHost: "请在 https:// 之后填写主机名";
    UrlBadPort: "请使用不大于 65535 的端口号";
    UrlBadHost: "请改正网址中的主机名";
    JsonUnexpectedEnd: "文本不完整，请补全";
    JsonUnexpectedCharacter: "请检查此处的字符，前面可能缺少或多出逗号或引号";
    JsonTrailing: "请删除值后面的多余内容";
    JsonInvalidNumber: "请按 JSON 的写法填写此处的数字";
    JsonInvalidEscape: "请改正此处反斜杠之后的转义";
    JsonControlCharacter: "请转义此处的控制字符";
    JsonInvalidUtf8: "请将文本保存为 UTF-8 编码";
    JsonByteOrderMark: "请删除开头的字节顺序标记（BOM）";
    JsonTooLarge: "大小请控制在 4 GiB 以内";
    String: "文本";
    Boolean: " true 或 false";
    Integer: "整数";
    Array: "列表";
    Object: "对象";
    ObjectOrString: "对象或文本";
    Value: "一个值";
    Null: " null";
    Number: "数字";
    BigInt: " bigint";
    Symbol: " symbol";
    Function: "函数";
    NotReadable: "无法读取的值";
}
