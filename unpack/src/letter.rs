//! Six bits as a character.
//!
//! What is packed has nothing left to find for gzip and brotli, so all characters are equally frequent, and 64 of them
//! come to six bits each again. They are those from `(` to `h` without `\`: nothing that a string literal has to escape,
//! and nothing that ends a script element.

/// The first character.
const FIRST: u8 = b'(';

/// The character that is left out.
const LEFT_OUT: u8 = b'\\';

/// The character for a value below 64.
#[must_use]
pub fn letter(value: u8) -> u8 {
    let letter = FIRST + value;
    letter + u8::from(letter >= LEFT_OUT)
}

/// What a character stands for.
#[must_use]
pub fn value(letter: u8) -> u8 {
    letter.wrapping_sub(FIRST).wrapping_sub(u8::from(letter > LEFT_OUT))
}

#[cfg(test)]
mod tests {
    use super::{letter, value};

    #[test]
    fn a_character_stands_for_the_value_that_it_was_made_of() {
        assert_eq!((0..64).map(letter).map(value).collect::<Vec<_>>(), (0..64).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_has_to_be_escaped() {
        let letters: String = (0..64).map(|value| char::from(letter(value))).collect();
        assert!(letters.chars().all(|letter| letter.is_ascii_graphic()));
        assert!(!letters.contains(['"', '\'', '\\', '$', '!']));
    }
}
