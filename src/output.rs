//! 32-bit words for JavaScript, on their way out of wasm.

/// Where words go that JavaScript reads: room that keeps what it has, so that nothing is cleared or made anew for a call.
pub(crate) struct Words<'a> {
    room: &'a mut Vec<u32>,
    length: usize,
}

impl<'a> Words<'a> {
    /// Writes from the start of the room.
    #[cfg(any(target_arch = "wasm32", test))]
    pub(crate) fn new(room: &'a mut Vec<u32>) -> Self {
        Self { room, length: 0 }
    }

    /// How many were written.
    pub(crate) fn len(&self) -> usize {
        self.length
    }

    /// Writes a word behind the others.
    pub(crate) fn push(&mut self, word: u32) {
        match self.room.get_mut(self.length) {
            Some(place) => *place = word,
            None => self.room.push(word),
        }
        self.length += 1;
    }

    /// Writes words behind the others.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn extend(&mut self, words: impl IntoIterator<Item = u32>) {
        words.into_iter().for_each(|word| self.push(word));
    }

    /// Writes a word again.
    pub(crate) fn set(&mut self, index: usize, word: u32) {
        if let Some(place) = self.room.get_mut(index) {
            *place = word;
        }
    }
}
