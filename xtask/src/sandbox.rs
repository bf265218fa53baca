//! The sandbox of `tests/sandbox`: a server for this machine only that serves the demo page and answers its requests.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use anyhow::{Context, Result, bail};

use crate::{npm, paths};

/// A sandbox that runs until it is dropped, or until this process ends and with it the sandbox's standard input.
pub(crate) struct Sandbox {
    child: Child,
    address: String,
}

impl Sandbox {
    /// Starts it with the files of `www`, on a port of 127.0.0.1, or on any free one where that is 0 or taken.
    pub(crate) fn start(port: u16) -> Result<Self> {
        let mut node = npm::node();
        node.arg(paths::repository("tests/sandbox/main.mjs")).arg(paths::repository("www")).arg(port.to_string());
        let mut child = node.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("starting the sandbox")?;
        let mut address = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout).read_line(&mut address).context("reading the sandbox's address")?;
        }
        if address.is_empty() {
            bail!("the sandbox did not start; its own words are above");
        }
        Ok(Self { child, address: address.trim().to_string() })
    }

    /// The address of the page.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Waits until it ends.
    pub(crate) fn wait(mut self) -> Result<()> {
        // `Child::wait` closes an input that it still has, and an open one is what keeps the sandbox alive.
        let input = self.child.stdin.take();
        let status = self.child.wait().context("waiting for the sandbox")?;
        drop(input);
        if !status.success() {
            bail!("the sandbox ended badly ({status})");
        }
        Ok(())
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::Sandbox;

    type Outcome = Result<(), Box<dyn std::error::Error>>;

    #[test]
    fn it_serves_the_page_and_takes_another_port_where_one_is_taken() -> Outcome {
        crate::npm::set_up()?;
        let first = Sandbox::start(0)?;
        let host = first.address().trim_start_matches("http://").trim_end_matches('/').to_string();
        let port = host.rsplit(':').next().unwrap_or_default().parse()?;
        let second = Sandbox::start(port)?;
        assert_ne!(first.address(), second.address());

        let mut stream = TcpStream::connect(&host)?;
        stream.write_all(b"GET /index.html HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
        drop(first);
        assert!(TcpStream::connect(&host).is_err());
        Ok(())
    }
}
