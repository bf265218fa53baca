//! A server of static files for this machine only: what the demo page needs, and nothing else.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

/// No honest request of a browser for a static file has a longer head.
const LONGEST_HEAD: u64 = 64 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// A folder and the port it is served on.
pub(crate) struct Server {
    root: PathBuf,
    listener: TcpListener,
}

/// A status line's number and words, and what goes with it.
struct Answer {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

impl Server {
    /// Takes the port on 127.0.0.1, or any free one where it is taken.
    pub(crate) fn bind(root: PathBuf, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).or_else(|error| {
            println!("Port {port} cannot be had ({error}); taking a free one.");
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        });
        let root = root.canonicalize().with_context(|| format!("finding the folder {}", root.display()))?;
        Ok(Self { root, listener: listener.context("taking a port on 127.0.0.1")? })
    }

    /// The address of the folder's index page.
    pub(crate) fn address(&self) -> Result<String> {
        Ok(format!("http://{}/", self.listener.local_addr()?))
    }

    /// Serves, a thread for each connection, until the process ends.
    pub(crate) fn run(&self) {
        for stream in self.listener.incoming().flatten() {
            let root = self.root.clone();
            // A browser that goes away in the middle is its own business.
            thread::spawn(move || serve(&root, &stream).is_ok());
        }
    }
}

/// Answers one request and closes the connection.
fn serve(root: &Path, stream: &TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(LONGEST_HEAD)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the head is read so that closing the connection does not reset it under the answer.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let answer = match method {
        "GET" | "HEAD" => file(root, target),
        _ => failure("405 Method Not Allowed"),
    };
    write_head(stream, &answer)?;
    if method == "HEAD" { Ok(()) } else { (&*stream).write_all(&answer.body) }
}

fn write_head(mut stream: &TcpStream, answer: &Answer) -> io::Result<()> {
    let Answer { status, kind, body } = answer;
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nAllow: GET, HEAD\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())
}

fn file(root: &Path, target: &str) -> Answer {
    let Some(path) = resolve(root, target) else { return failure("404 Not Found") };
    match fs::read(&path) {
        Ok(body) => Answer { status: "200 OK", kind: kind(&path), body },
        Err(_) => failure("404 Not Found"),
    }
}

fn failure(status: &'static str) -> Answer {
    Answer { status, kind: "text/plain; charset=utf-8", body: status.as_bytes().to_vec() }
}

/// The file that a request's target names, if it is one below the root. `root` has to be canonical.
fn resolve(root: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next().and_then(decode)?;
    let mut file = root.to_path_buf();
    for part in path.strip_prefix('/')?.split('/').filter(|part| !part.is_empty()) {
        // On Windows a colon names a drive or a stream, and a backslash parts folders.
        if part == "." || part == ".." || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    // Links may lead out as well.
    file.canonicalize().ok().filter(|file| file.starts_with(root) && file.is_file())
}

/// Decodes `%xx`.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split('%');
    bytes.extend(parts.next()?.bytes());
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend(rest.bytes());
    }
    String::from_utf8(bytes).ok()
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::path::Path;
    use std::thread;

    use super::{Server, resolve};
    use crate::paths::repository;

    type Outcome = Result<(), Box<dyn std::error::Error>>;

    fn name(target: &str) -> Option<String> {
        let root = repository("xtask").canonicalize().ok()?;
        let path = resolve(&root, target)?;
        Some(path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/"))
    }

    #[test]
    fn files_below_the_root_are_found() {
        assert_eq!(name("/Cargo.toml").as_deref(), Some("Cargo.toml"));
        assert_eq!(name("//src/%6dain.rs?query#part").as_deref(), Some("src/main.rs"));
    }

    #[test]
    fn nothing_else_is() {
        let outside =
            ["/../Cargo.toml", "/src/../../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/..%5cCargo.toml"];
        let odd = ["", "Cargo.toml", "/", "/src", "/nothing", "/C:/x", "/%", "/%zz", "/%ff", "/Cargo.toml%00", "/%+1"];
        for target in outside.iter().chain(&odd) {
            assert_eq!(name(target), None, "{target}");
        }
        assert!(resolve(Path::new("/nowhere"), "/Cargo.toml").is_none());
    }

    fn ask(address: &str, request: &str) -> Result<String, Box<dyn std::error::Error>> {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host)?;
        stream.write_all(request.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    #[test]
    fn it_answers_over_a_port_and_takes_another_one_when_that_is_taken() -> Outcome {
        let first = Server::bind(repository("xtask"), 0)?;
        let taken = first.listener.local_addr()?.port();
        let second = Server::bind(repository("xtask"), taken)?;
        assert_ne!(second.listener.local_addr()?.port(), taken);

        let address = second.address()?;
        thread::spawn(move || second.run());
        let found = ask(&address, "GET /browser.mjs HTTP/1.1\r\nHost: x\r\n\r\n")?;
        assert!(found.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/javascript; charset=utf-8\r\n"), "{found}");
        assert!(found.contains("\r\nCache-Control: no-store\r\n") && found.contains("playwright-core"));
        let head = ask(&address, "HEAD /browser.mjs HTTP/1.1\r\n\r\n")?;
        assert!(head.starts_with("HTTP/1.1 200 OK") && head.ends_with("\r\n\r\n"));
        assert!(ask(&address, "GET /../Cargo.toml HTTP/1.1\r\n\r\n")?.starts_with("HTTP/1.1 404"));
        assert!(ask(&address, "POST / HTTP/1.1\r\n\r\n")?.starts_with("HTTP/1.1 405"));
        assert!(ask(&address, "\r\n\r\n")?.starts_with("HTTP/1.1 405"));
        Ok(())
    }
}
