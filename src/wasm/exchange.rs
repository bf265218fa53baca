//! Memory that both sides know: JavaScript writes input into it and reads records out of it, without a copy or an
//! allocation for a call. It grows and never shrinks.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::output::Words;

/// The words and the bytes that both sides know.
#[derive(Default)]
pub(super) struct Exchange {
    words: Vec<u32>,
    bytes: Vec<u8>,
}

thread_local! {
    static EXCHANGE: RefCell<Exchange> = const { RefCell::new(Exchange { words: Vec::new(), bytes: Vec::new() }) };
}

/// The address of the words, at least `count` of them. What is in them stays.
#[wasm_bindgen(js_name = wordsAt)]
pub fn words_at(count: usize) -> *mut u32 {
    EXCHANGE.with_borrow_mut(|exchange| {
        if exchange.words.len() < count {
            exchange.words.resize(count, 0);
        }
        exchange.words.as_mut_ptr()
    })
}

/// The address of the bytes, at least `count` of them. What is in them stays.
#[wasm_bindgen(js_name = bytesAt)]
pub fn bytes_at(count: usize) -> *mut u8 {
    EXCHANGE.with_borrow_mut(|exchange| {
        if exchange.bytes.len() < count {
            exchange.bytes.resize(count, 0);
        }
        exchange.bytes.as_mut_ptr()
    })
}

/// The memory of this instance.
#[wasm_bindgen(js_name = instanceMemory)]
pub fn instance_memory() -> JsValue {
    wasm_bindgen::memory()
}

impl Exchange {
    /// Takes the input. Nothing is borrowed meanwhile: a host that decides about a URL is foreign code, and may come back.
    pub(super) fn take() -> Self {
        EXCHANGE.take()
    }

    /// Gives the room back.
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

/// Calls `read` with the input, which has to come to no foreign code.
pub(super) fn borrow<T>(read: impl FnOnce(&Exchange) -> T) -> T {
    EXCHANGE.with_borrow(read)
}

/// Calls `write` with the words, to be written from the first on, and gives how many it wrote.
#[inline(never)]
pub(super) fn write(write: &dyn Fn(&mut Words<'_>)) -> usize {
    EXCHANGE.with_borrow_mut(|exchange| {
        let mut words = Words::new(&mut exchange.words);
        write(&mut words);
        words.len()
    })
}

/// Calls `write` with the first `bytes` bytes and the words, to be written from the first on. Gives how many it wrote; 0
/// where it says that they mean nothing. It writes no more than two words for each byte; where there is no room for these it
/// is not called, since JavaScript may hold a view of the words, which growing moves.
pub(super) fn read_and_write(bytes: usize, write: impl FnOnce(&[u8], &mut Words<'_>) -> bool) -> usize {
    EXCHANGE.with_borrow_mut(|exchange| {
        if exchange.words.len() / 2 < bytes {
            return 0;
        }
        let mut words = Words::new(&mut exchange.words);
        let is_written = write(exchange.bytes.get(..bytes).unwrap_or_default(), &mut words);
        if is_written { words.len() } else { 0 }
    })
}
