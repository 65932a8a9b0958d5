//! The release site: built by Trunk into `dist/`, held to its weight budget, served on this machine.

use std::{
    fs,
    process::{Command, Stdio},
};

use anyhow::Result;

use crate::{
    budget,
    project::{Project, output_of, run},
    say,
    server::Server,
    shorten, split,
    tools::Toolbox,
};

/// Installs what is missing, builds the site and weighs it.
///
/// # Errors
/// When a tool cannot be had, the site does not compile or it weighs too much.
pub fn build(project: &Project) -> Result<()> {
    let tools = Toolbox::for_site(project)?;
    build_with(project, &tools)
}

/// The same with tools that are known to be there.
///
/// # Errors
/// When the site does not compile or weighs too much.
pub fn build_with(project: &Project, tools: &Toolbox) -> Result<()> {
    bundle(project, tools)?;
    budget::check(&project.root.join("dist"))
}

/// Builds the site and serves it until the program is stopped.
///
/// # Errors
/// When the site cannot be built or no port can be had.
pub fn serve(project: &Project, port: u16, open: bool) -> Result<()> {
    let tools = Toolbox::for_site(project)?;
    bundle(project, &tools)?;
    let server = Server::bind(project.root.join("dist"), port)?;
    if server.port() != port {
        println!("Port {port} is taken, so the next free one is used.");
    }
    let address = format!("http://localhost:{}/", server.port());
    println!("Serving the release site in dist/ at {address} (Ctrl+C stops it).");
    if open {
        open_in_browser(&address);
    }
    server.run()
}

fn bundle(project: &Project, tools: &Toolbox) -> Result<()> {
    fetch(project)?;
    let map = project.root.join(split::LINK_MAP);
    fs::create_dir_all(map.with_file_name(""))?;
    say::timed(
        "Building the release site with Trunk (a minute or more when nothing is compiled yet)",
        || {
            let mut trunk = tools.command("trunk")?;
            trunk
                .args(["build", "--release", "--offline", "--log", "error"])
                .env("LINK_MAP", &map)
                // Trunk takes this widespread variable for a flag of its own and stumbles over its usual value, 1.
                .env_remove("NO_COLOR")
                // Its own stack traces would hide what the compiler says.
                .env_remove("RUST_BACKTRACE");
            run(&mut trunk)?;
            shorten::shorten(&project.root.join("dist"))
        },
    )?;
    if tools.browser().is_none() {
        return Ok(());
    }
    say::timed(
        "Watching in Chromium what the first view needs; the rest of the module comes later",
        || split::split(project, tools, &project.root.join("dist")),
    )
}

/// Trunk works offline, so that it downloads no tools of its own; the crates must then be there already.
fn fetch(project: &Project) -> Result<()> {
    let host = output_of(Command::new("rustc").args(["--print", "host-tuple"])).unwrap_or_default();
    let mut fetch = project.command("cargo");
    fetch.args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]);
    if !host.is_empty() {
        fetch.args(["--target", host.trim()]);
    }
    run(&mut fetch)
}

/// Tries to; the address has been printed, so nothing is lost where there is no desktop.
fn open_in_browser(address: &str) {
    let (program, has_desktop) = if cfg!(target_os = "macos") {
        ("open", true)
    } else {
        (
            "xdg-open",
            ["DISPLAY", "WAYLAND_DISPLAY"]
                .iter()
                .any(|name| std::env::var_os(name).is_some()),
        )
    };
    if has_desktop {
        let _ = Command::new(program)
            .arg(address)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
    }
}
