//! What the host decides: in a JavaScript engine its own URL parser and number conversion, which are the ones the
//! servers run; in a native program the `url` crate and the standard library.

#[cfg(target_arch = "wasm32")]
mod imp {
    use prevet_advice::strings::parts;
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = URL)]
        type Url;

        // `new URL`, not `URL.canParse`: in Node 20 the optimised `canParse` answers false for Latin-1 strings with
        // characters beyond ASCII.
        #[wasm_bindgen(constructor, js_class = "URL", catch)]
        fn new(text: &str) -> Result<Url, JsValue>;

        #[wasm_bindgen(method, getter)]
        fn href(this: &Url) -> String;

        #[wasm_bindgen(method, getter)]
        fn protocol(this: &Url) -> String;

        #[wasm_bindgen(method, getter)]
        fn hostname(this: &Url) -> String;
    }

    /// Chromium lets a space in a special host pass as `%20`, where the standard refuses it, and so does Node, which the
    /// servers run. Characters that may stand in a host it escapes too, such as `*`.
    fn parse(text: &str) -> Option<Url> {
        let url = Url::new(text).ok()?;
        let is_special = matches!(url.protocol().as_str(), "http:" | "https:" | "ws:" | "wss:" | "ftp:" | "file:");
        let is_allowed =
            !is_special || parts(&url.hostname(), b'%').into_iter().skip(1).all(|escape| !is_forbidden(escape));
        is_allowed.then_some(url)
    }

    /// Whether an escape, behind its `%`, stands for a forbidden domain code point (URL Standard, section 3.2).
    fn is_forbidden(escape: &str) -> bool {
        let digit = |at: usize| escape.as_bytes().get(at).and_then(|&byte| char::from(byte).to_digit(16));
        let (Some(high), Some(low)) = (digit(0), digit(1)) else { return true };
        let byte = (high << 4 | low) as u8;
        matches!(byte, 0..=b' ' | 0x7F | b'#' | b'%' | b'/' | b':' | b'<' | b'>'..=b'@' | b'['..=b'^' | b'|')
    }

    pub(crate) fn is_url(text: &str) -> bool {
        parse(text).is_some()
    }

    pub(crate) fn href(text: &str) -> Option<String> {
        parse(text).map(|url| url.href())
    }

    pub(crate) fn number(text: &str) -> f64 {
        js_sys::parse_float(text)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    pub(crate) fn is_url(text: &str) -> bool {
        url::Url::parse(text).is_ok()
    }

    pub(crate) fn href(text: &str) -> Option<String> {
        url::Url::parse(text).ok().map(String::from)
    }

    pub(crate) fn number(text: &str) -> f64 {
        text.parse().unwrap_or(f64::NAN)
    }
}

/// Whether the text parses as a URL without a base, by the WHATWG URL Standard.
pub(crate) use imp::is_url;

/// The URL as the WHATWG URL Standard writes it down again; nothing for a text that is no URL.
pub(crate) use imp::href;

/// The value of a JSON number as JavaScript reads it, correctly rounded; huge ones are infinite.
pub(crate) use imp::number;
