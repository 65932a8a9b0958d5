//! How the build script writes messages down for the program to say.
//!
//! All messages of a language are one string, in the order of their names. Plain text stands for itself; the rest is marked by control characters, which no text has:
//!
//! ```text
//! messages  = message (MESSAGE message)*
//! message   = pattern [EVERYDAY pattern]
//! pattern   = (text | VARIABLE name | CALL function name [pair END] | select)*
//! select    = SELECT function name variant+ END
//! variant   = (VARIANT | DEFAULT) key END pattern
//! ```
//!
//! `name` and `function` are one character each: the place of a variable's name in the list of names, counted from
//! [`FIRST`], and one of the letters below. The default is the last variant.

/// Between two messages.
pub const MESSAGE: char = '\x1e';
/// Between the value of a message and its everyday sentence.
pub const EVERYDAY: char = '\x1f';
/// A variable follows.
pub const VARIABLE: char = '\x01';
/// A function with a variable follows.
pub const CALL: char = '\x02';
/// A choice among variants follows.
pub const SELECT: char = '\x03';
/// A variant of a choice follows.
pub const VARIANT: char = '\x04';
/// The variant to take if no other fits follows; it is the last.
pub const DEFAULT: char = '\x05';
/// The end of a choice, a key or a pair.
pub const END: char = '\x06';

/// The first name of the list of names.
pub const FIRST: char = ' ';

/// No function: the variable itself.
pub const PLAIN: char = '.';
/// `SHORT`
pub const SHORT: char = 's';
/// `COPIES`
pub const COPIES: char = 'c';
/// `NUMBER`
pub const NUMBER: char = 'n';
/// `JOSA`
pub const JOSA: char = 'j';
/// `CAP`
pub const CAP: char = 'u';
