//! The boundary: the only `#[wasm_bindgen]` exports. They decide nothing.

#![expect(unreachable_pub, reason = "an export is reached from JavaScript")]

mod advice;
mod exchange;
mod issue;

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use wasm_bindgen::throw_str;

use crate::locale::Locale;
use crate::read::words::Room;
use crate::report::Report;
use crate::schemas::{LIST, Schema};
use crate::tape::Tape;
use crate::wasm::exchange::Exchange;
use crate::{accept, check, lines, read, record, walk};

/// Smaller and quicker than the standard one, with a bound on the time of every call.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    /// What the last check found, for [`describe_issue`].
    static LAST: RefCell<Report> = const { RefCell::new(Report::new()) };

    /// The room of the last tape.
    static ROOM: RefCell<Room> = const { RefCell::new(Room::new()) };
}

/// Checks a value that the package's reader wrote down in that many words and bytes; see [`Schema::check_words`]. Options
/// in `extra`, a JSON list, are allowed wherever a list of options is open. Leaves the issues as
/// [records](record::encode) and gives their number of words; 0 where there are none.
#[wasm_bindgen(js_name = checkTape)]
pub fn check_tape(schema: usize, words: usize, bytes: usize, extra: Option<String>) -> usize {
    check(schema, extra, &|schema, input, extra, report| {
        let mut room = ROOM.take();
        let tape = room.read(input.words(words), input.text(bytes));
        walk::check(&tape, &schema.node, extra, report);
        room.nodes = tape.nodes;
        ROOM.set(room);
    })
}

/// Checks a JSON text of that many bytes. Leaves the issues as [records](record::encode) and gives their number of
/// words; 0 where there are none.
#[wasm_bindgen(js_name = checkText)]
pub fn check_text(schema: usize, bytes: usize, extra: Option<String>) -> usize {
    check(schema, extra, &|schema, input, extra, report| check::full_text(schema, input.bytes(bytes), extra, report))
}

/// What is checked: a schema, input, and options that are allowed too.
type Check<'a> = &'a dyn Fn(&Schema, &Exchange, &[&str], &mut Report);

/// Makes the report of a check, and its records. It is no longer the last one's while the check lasts: the host's parser of
/// URLs is foreign code and may come back.
#[inline(never)]
fn check(schema: usize, extra: Option<String>, check: Check<'_>) -> usize {
    let (schema, input, mut report) = (listed(schema), Exchange::take(), LAST.take());
    report.clear();
    check(schema, &input, &list_of(&extra).texts(), &mut report);
    report.extra = extra;
    input.give();
    let written = if report.len() == 0 { 0 } else { exchange::write(&|words| record::encode(&report, words)) };
    LAST.set(report);
    written
}

/// Whether a JSON text of that many bytes is surely valid.
#[wasm_bindgen(js_name = isSurelyValid)]
pub fn is_surely_valid(schema: usize, bytes: usize) -> bool {
    let node = &listed(schema).node;
    exchange::borrow(|input| accept::is_surely_valid(node, input.bytes(bytes)))
}

/// Leaves where in a JSON text of that many bytes everything stands that a body is made of, as `accept::places` says, and
/// gives the number of words; 0 where the text is not surely valid.
#[wasm_bindgen(js_name = findPlaces)]
pub fn find_places(schema: usize, bytes: usize) -> usize {
    let node = &listed(schema).node;
    exchange::read_and_write(bytes, |text, words| accept::find_places(node, text, words))
}

/// Checks JSON lines of that many bytes, of which the first is number `line` and stands `offset` bytes into the whole
/// input. Leaves what [`record::encode_lines`] writes and gives its number of words. Blank lines are not counted, but
/// numbered.
#[wasm_bindgen(js_name = checkLines)]
pub fn check_lines(schema: usize, bytes: usize, line: usize, offset: usize, extra: Option<String>) -> usize {
    let (schema, input) = (listed(schema), Exchange::take());
    let mut judged = lines::check(schema, input.bytes(bytes), line, offset, &list_of(&extra).texts());
    judged.report.extra = extra;
    input.give();
    let written = exchange::write(&|words| record::encode_lines(&judged, words));
    LAST.set(judged.report);
    written
}

/// One issue of the last check in full and in one language, as [JSON](issue::json), with U+0001 in its message for the
/// number of a row.
#[wasm_bindgen(js_name = describeIssue)]
pub fn describe_issue(schema: usize, index: usize, locale: usize) -> String {
    let schema = listed(schema);
    LAST.with_borrow(|last| {
        let Some((found, path)) = last.iter_from(index).next() else { return String::new() };
        issue::json(&schema.node, &found.code, path, &list_of(&last.extra).texts(), language(locale))
    })
}

/// The language at this position of [`Locale::ALL`]; English for any other.
fn language(locale: usize) -> Locale {
    Locale::ALL.get(locale).copied().unwrap_or_default()
}

/// The schema at this position. The package counts on the same list; another position is a bug that must not pass for
/// a valid body.
fn listed(schema: usize) -> &'static Schema {
    LIST.get(schema).unwrap_or_else(|| throw_str("no such schema"))
}

/// The strings that a JSON list holds; none where there is no list.
#[inline(never)]
fn list_of(json: &Option<String>) -> Tape<'_> {
    json.as_deref().and_then(|json| read::json::read(json.as_bytes()).ok()).unwrap_or_default()
}
