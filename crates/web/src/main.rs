//! The only part of AuroraScope that knows the browser: it starts the page, owns the frames, the address, the
//! memory of choices and the JavaScript interface, and paints what changes from frame to frame.

mod address;
mod api;
mod app;
mod dom;
mod files;
mod frames;
mod leaves;
mod listen;
mod log;
mod marks;
mod memory;
mod painter;
mod shell;
mod words;

fn main() {
    shell::start();
}
