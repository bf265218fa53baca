//! UUIDs by their form alone: RFC 9562, section 4, whatever the version and variant.

/// 8-4-4-4-12 hexadecimal digits in either case, with nothing before or after.
pub(crate) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// The rule for garde's `custom`.
pub(crate) fn uuid(value: &str, _: &()) -> garde::Result {
    if is_uuid(value) { Ok(()) } else { Err(garde::Error::new("not a UUID")) }
}
