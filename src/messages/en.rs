//! Messages in English.

use super::Style;

pub(super) static STYLE: Style = Style { texts: TEXTS, or: " or ", is: "is", are: "are" };

texts! {
    Body: "Body";
    WholeJson: "JSON text";
    DidYouMean: " Did you mean {suggestion}?";
    EnterValue: "enter a value";
    AddOne: "add at least 1";
    FillIn: "fill in this part";
    Choose: "choose a value";
    AddValue: "add a value";
    Unreadable: "this value can't be read; give a plain one";
    WholeNumber: "use a whole number";
    WrongType: "use {expected}, not {received}";
    NotListed: "choose a listed value";
    NotNamed: "choose {allowed}";
    Empty: "enter at least 1 character";
    TooShort: "enter at least {minimum} characters; there {are} {actual}";
    TooLong: "shorten this to {maximum} characters; there {are} {actual}";
    TooFewItems: "add at least {minimum}";
    TooSmall: "use {minimum} or more";
    NotUuid: "enter an ID of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, each x a digit or a letter from a to f";
    UrlBlank: "enter a full URL, such as https://example.com";
    UrlNoScheme: "start the URL with https://";
    UrlNoHost: "add a host name after https://";
    UrlBadPort: "use a port number up to 65535";
    UrlBadHost: "correct the host name of the URL";
    JsonUnexpectedEnd: "complete the text; it ends too early";
    JsonUnexpectedCharacter: "check this character; a comma or quotation mark before it may be missing or extra";
    JsonTrailing: "remove what follows the value";
    JsonInvalidNumber: "write the number here as JSON does";
    JsonInvalidEscape: "correct the escape after the backslash here";
    JsonControlCharacter: "escape the control character here";
    JsonInvalidUtf8: "save the text as UTF-8";
    JsonByteOrderMark: "remove the byte order mark in front";
    JsonTooLarge: "send less than 4 GiB";
    String: "text";
    Boolean: "true or false";
    Integer: "a whole number";
    Array: "a list";
    Object: "an object";
    ObjectOrString: "an object or text";
    Value: "a value";
    Null: "null";
    Number: "a number";
    BigInt: "a bigint";
    Symbol: "a symbol";
    Function: "a function";
    NotReadable: "a value that can't be read";
}
