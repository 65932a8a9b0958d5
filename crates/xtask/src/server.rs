//! A small web server for the built site: files of one folder, read anew for each request, to this machine only.

use std::{
    fs,
    io::{BufRead, BufReader, ErrorKind, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    thread,
    time::Duration,
};

use anyhow::{Context, Result};

/// How many ports after the first one are tried.
const PORTS_TRIED: u16 = 100;
/// The longest head of a request that is read.
const HEAD_BYTES_MAX: u64 = 16 * 1024;
/// How long a connection may say nothing.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server that has its port.
pub struct Server {
    listener: TcpListener,
    folder: PathBuf,
    port: u16,
}

impl Server {
    /// Takes `port`, or the next free one; 0 leaves the choice to the system.
    ///
    /// # Errors
    /// When the folder does not exist or no port can be had.
    pub fn bind(folder: PathBuf, port: u16) -> Result<Self> {
        let folder = folder
            .canonicalize()
            .with_context(|| format!("there is no folder {}", folder.display()))?;
        let last = port.saturating_add(PORTS_TRIED);
        for port in port..=last {
            match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
                Ok(listener) => {
                    let port = listener.local_addr()?.port();
                    return Ok(Self {
                        listener,
                        folder,
                        port,
                    });
                }
                Err(error) if error.kind() == ErrorKind::AddrInUse => {}
                Err(error) => {
                    return Err(error).with_context(|| format!("could not listen at port {port}"));
                }
            }
        }
        anyhow::bail!("all ports from {port} to {last} are taken: name another with --port")
    }

    /// The port that was taken.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Answers requests, each connection in a thread of its own, until the program ends.
    ///
    /// # Errors
    /// When the system no longer lets it listen.
    pub fn run(self) -> Result<()> {
        loop {
            let (stream, _) = self.listener.accept()?;
            let folder = self.folder.clone();
            // What goes wrong in a connection is the visitor's to notice: they went away, or sent no HTTP.
            thread::spawn(move || converse(&stream, &folder));
        }
    }
}

fn converse(stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    loop {
        let mut head = String::new();
        let mut limited = reader.by_ref().take(HEAD_BYTES_MAX);
        while !(head.ends_with("\r\n\r\n") || head.ends_with("\n\n")) {
            if limited.read_line(&mut head)? == 0 {
                return Ok(());
            }
        }
        let answer = answer(&head, folder);
        let mut stream = stream;
        stream.write_all(&answer.to_bytes())?;
        let asked_to_close = head.to_ascii_lowercase().contains("\r\nconnection: close");
        if answer.status != "200 OK" || asked_to_close {
            return Ok(());
        }
    }
}

struct Answer {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
    /// Only the head was asked for.
    head_only: bool,
}

impl Answer {
    fn refusal(status: &'static str, head_only: bool) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            body: format!("{status}\n").into_bytes(),
            head_only,
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        let Self {
            status,
            kind,
            body,
            head_only,
        } = self;
        let (length, connection) = (
            body.len(),
            if *status == "200 OK" {
                "keep-alive"
            } else {
                "close"
            },
        );
        let mut bytes = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\nConnection: {connection}\r\n\r\n"
        )
        .into_bytes();
        if !head_only {
            bytes.extend_from_slice(body);
        }
        bytes
    }
}

fn answer(head: &str, folder: &Path) -> Answer {
    let mut words = head.lines().next().unwrap_or_default().split(' ');
    let (method, target, version) = (words.next(), words.next(), words.next());
    let (Some(method), Some(target), Some("HTTP/1.1" | "HTTP/1.0")) = (method, target, version)
    else {
        return Answer::refusal("400 Bad Request", false);
    };
    let head_only = match method {
        "GET" => false,
        "HEAD" => true,
        _ => return Answer::refusal("405 Method Not Allowed", false),
    };
    let file = decode(target).and_then(|path| locate(folder, &path));
    match file.and_then(|file| Some((fs::read(&file).ok()?, kind_of(&file)))) {
        Some((body, kind)) => Answer {
            status: "200 OK",
            kind,
            body,
            head_only,
        },
        None => Answer::refusal("404 Not Found", head_only),
    }
}

/// The path of a request's target, without query, its `%20`s read.
fn decode(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next()?;
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            bytes.push(u8::try_from(digit()? * 16 + digit()?).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The file that a path stands for, if it lies in the folder, links followed.
fn locate(folder: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path.strip_prefix('/')?);
    if !relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
    {
        return None;
    }
    let mut file = folder.join(relative).canonicalize().ok()?;
    if file.is_dir() {
        file = file.join("index.html").canonicalize().ok()?;
    }
    (file.is_file() && file.starts_with(folder)).then_some(file)
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("ftl" | "txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a secret beside the site, and the site's address.
    fn start(name: &str) -> (PathBuf, u16) {
        let home =
            std::env::temp_dir().join(format!("aurorascope-server-{name}-{}", std::process::id()));
        let site = home.join("site");
        fs::create_dir_all(site.join("sub dir")).unwrap();
        fs::write(home.join("secret.txt"), "secret").unwrap();
        fs::write(site.join("index.html"), "<p>home</p>").unwrap();
        fs::write(site.join("page_bg.wasm"), b"\0asm").unwrap();
        fs::write(site.join("sub dir/index.html"), "<p>inner</p>").unwrap();
        let server = Server::bind(site, 0).unwrap();
        let port = server.port();
        thread::spawn(move || server.run());
        (home, port)
    }

    fn ask(port: u16, request: &str) -> String {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8(answer).unwrap()
    }

    fn get(port: u16, target: &str) -> String {
        ask(
            port,
            &format!("GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
        )
    }

    #[test]
    fn files_come_with_their_kind() {
        let (home, port) = start("kinds");
        let page = get(port, "/?lang=ja");
        assert!(
            page.starts_with("HTTP/1.1 200 OK\r\n") && page.ends_with("\r\n\r\n<p>home</p>"),
            "{page}"
        );
        assert!(page.contains("Content-Type: text/html; charset=utf-8\r\n"));
        assert!(page.contains("Cache-Control: no-cache\r\n"));
        assert!(get(port, "/page_bg.wasm").contains("Content-Type: application/wasm\r\n"));
        assert!(get(port, "/sub%20dir/").ends_with("<p>inner</p>"));
        fs::remove_dir_all(home).unwrap();
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let (home, port) = start("outside");
        #[cfg(unix)]
        std::os::unix::fs::symlink(home.join("secret.txt"), home.join("site/link.txt")).unwrap();
        for target in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "//etc/passwd",
            "/link.txt",
            "/none",
        ] {
            let answer = get(port, target);
            assert!(
                answer.starts_with("HTTP/1.1 404 Not Found\r\n"),
                "{target}: {answer}"
            );
        }
        fs::remove_dir_all(home).unwrap();
    }

    #[test]
    fn other_requests_are_refused() {
        let (home, port) = start("refused");
        assert!(ask(port, "POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
        assert!(ask(port, "hello\r\n\r\n").starts_with("HTTP/1.1 400 "));
        let head = ask(port, "HEAD / HTTP/1.1\r\nConnection: close\r\n\r\n");
        assert!(
            head.contains("Content-Length: 11\r\n") && head.ends_with("\r\n\r\n"),
            "{head}"
        );
        fs::remove_dir_all(home).unwrap();
    }

    #[test]
    fn one_connection_carries_several_requests_while_another_is_idle() {
        let (home, port) = start("several");
        let _idle = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        let two = ask(
            port,
            "GET / HTTP/1.1\r\n\r\nGET /page_bg.wasm HTTP/1.1\r\nConnection: close\r\n\r\n",
        );
        assert_eq!(two.matches("HTTP/1.1 200 OK").count(), 2, "{two}");
        fs::remove_dir_all(home).unwrap();
    }

    #[test]
    fn a_taken_port_is_passed_over() {
        let folder = std::env::temp_dir();
        let first = Server::bind(folder.clone(), 0).unwrap();
        let second = Server::bind(folder, first.port()).unwrap();
        assert!(second.port() > first.port());
    }
}
