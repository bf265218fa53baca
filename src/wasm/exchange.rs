//! Memory that both sides know: JavaScript writes input into it and reads records out of it, without a copy or an
//! allocation for a call. It grows and never shrinks.

use std::cell::Cell;

use wasm_bindgen::prelude::*;

/// Both.
#[derive(Default)]
pub(super) struct Exchange {
    words: Vec<u32>,
    bytes: Vec<u8>,
}

thread_local! {
    static EXCHANGE: Cell<Exchange> = const { Cell::new(Exchange { words: Vec::new(), bytes: Vec::new() }) };
}

/// The address of the words, at least `count` of them. What is in them stays.
#[wasm_bindgen(js_name = wordsAt)]
pub fn words_at(count: usize) -> *mut u32 {
    let mut exchange = Exchange::take();
    if exchange.words.len() < count {
        exchange.words.resize(count, 0);
    }
    let at = exchange.words.as_mut_ptr();
    exchange.give();
    at
}

/// The address of the bytes, at least `count` of them. What is in them stays.
#[wasm_bindgen(js_name = bytesAt)]
pub fn bytes_at(count: usize) -> *mut u8 {
    let mut exchange = Exchange::take();
    if exchange.bytes.len() < count {
        exchange.bytes.resize(count, 0);
    }
    let at = exchange.bytes.as_mut_ptr();
    exchange.give();
    at
}

/// The memory of this instance.
#[wasm_bindgen(js_name = instanceMemory)]
pub fn instance_memory() -> JsValue {
    wasm_bindgen::memory()
}

impl Exchange {
    /// Takes the input. Nothing is borrowed meanwhile: a host that decides about a URL is foreign code, and may come back.
    #[inline(never)]
    pub(super) fn take() -> Self {
        EXCHANGE.take()
    }

    /// Gives the room back.
    #[inline(never)]
    pub(super) fn give(self) {
        EXCHANGE.set(self);
    }

    /// The first so many words.
    pub(super) fn words(&self, count: usize) -> &[u32] {
        self.words.get(..count).unwrap_or_default()
    }

    /// The first so many bytes.
    pub(super) fn bytes(&self, count: usize) -> &[u8] {
        self.bytes.get(..count).unwrap_or_default()
    }

    /// The same as text. Text that is not UTF-8 cannot come from the package.
    pub(super) fn text(&self, count: usize) -> &str {
        core::str::from_utf8(self.bytes(count)).unwrap_or_default()
    }
}

/// Calls `write` with the words, emptied, and gives how many it wrote.
#[inline(never)]
pub(super) fn write(write: &dyn Fn(&mut Vec<u32>)) -> usize {
    let mut exchange = Exchange::take();
    exchange.words.clear();
    write(&mut exchange.words);
    let written = exchange.words.len();
    // The rest of the room stays readable, so that its size never falls.
    let room = exchange.words.capacity();
    exchange.words.resize(room, 0);
    exchange.give();
    written
}
