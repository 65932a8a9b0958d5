//! The Fluent files of the four languages, examined together with the sources that use them.

mod files;
mod languages;
mod oracle;
mod sources;
mod spoken;
