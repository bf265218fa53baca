//! A wasm module out of the text that carries it in a JavaScript file, as wasm itself: engines compile what is so small at
//! once, where JavaScript that runs a single time stays uncompiled. `xtask/src/pack.rs` is the other end.
//!
//! The text becomes streams ([`lzma`]), in which all bytes of a module that are alike are together, and the streams become
//! the module ([`join`]). No dependencies and no allocation: every byte of this travels in the package.
#![cfg_attr(target_arch = "wasm32", no_std)]

pub mod join;
pub mod letter;
pub mod lzma;

/// Makes streams of a text, and a module of the streams. All three lie one behind the other in `room`: `text` bytes, then
/// `streams` bytes, then the module and at least [`join::SPARE`] bytes.
/// Another text than `xtask` makes gives anything, and too little room less.
pub fn unpack(room: &mut [u8], text: usize, streams: usize) {
    let Some((text, rest)) = room.split_at_mut_checked(text) else { return };
    let Some((streams, module)) = rest.split_at_mut_checked(streams) else { return };
    lzma::decode(text, streams);
    join::join(streams, module);
}

/// What the package calls.
#[cfg(target_arch = "wasm32")]
mod exports {
    use core::slice;

    #[panic_handler]
    fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
        core::arch::wasm32::unreachable()
    }

    /// [`unpack`](super::unpack) in the memory from `room` on.
    #[expect(unsafe_code, reason = "memory that the host grew is no value of Rust's")]
    #[unsafe(no_mangle)]
    extern "C" fn unpack(room: *mut u8, size: usize, text: usize, streams: usize) {
        // SAFETY: the host grew the memory by `size` bytes, which begin at `room`, so nothing else here knows of them; wasm
        // is not told of more memory than there is, for any use beyond its end is a trap.
        let room = unsafe { slice::from_raw_parts_mut(room, size) };
        super::unpack(room, text, streams);
    }
}
