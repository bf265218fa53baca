//! The languages that prevet speaks. A language is chosen for each call, never for the whole program.

/// A language of labels and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Locale {
    /// Every language, in the order in which they are offered.
    pub const ALL: &[Self] = &[Self::En, Self::Zh];

    /// The language for a BCP 47 tag, by its first subtag alone: `zh-Hans-CN` and `zh_TW` are Chinese. A language that
    /// prevet does not speak is answered in English.
    ///
    /// ```
    /// use prevet::locale::Locale;
    ///
    /// assert_eq!(Locale::of("zh-Hans-CN"), Locale::Zh);
    /// assert_eq!(Locale::of("fr"), Locale::En);
    /// ```
    pub fn of(tag: &str) -> Self {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("zh") { Self::Zh } else { Self::En }
    }

    /// Its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }
}
