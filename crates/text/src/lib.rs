//! Words in every language.
//!
//! Engine, scene and scenarios make [`Phrase`](base::Phrase)s; a [`Texts`] says them. The words stand in Fluent
//! files, `ftl/<language>/*.ftl`; the build script turns them into a compact form that is compiled in, so that the
//! page need not carry Fluent's parser. The page loads the language it speaks as a file ([`carry`]), and as another what
//! chapters say, which stands in `chapter….ftl`, when one is opened ([`carry_chapters`]).
//! Where a message differs by [`Lens`](base::Lens), its value is the engineer's sentence and its attribute
//! `.everyday` the sentence of the analogy.
//!
//! Besides Fluent's own syntax, messages may use these functions:
//!
//! | function | gives |
//! |---|---|
//! | `SHORT($span)` | a length of time with three significant digits and the unit's symbol, such as `12.5 ms` |
//! | `COPIES($set)` | the letters of a set of copies, passed as a text such as `ABE`, as a list in the language's own form |
//! | `NUMBER($text)` | the number that a text of digits stands for, to choose a variant by |
//! | `JOSA($text, "이/가")` | the text with the one of two Korean particles that fits its last sound |
//! | `CAP($text)` | the text with its first letter made large, for languages that begin sentences so |

mod catalog;
mod chapters;
mod code;
mod josa;
mod lang;
mod letters;
mod pseudo;
mod quantity;
mod say;
mod texts;

pub use catalog::{carry, edition, is_carried, written};
pub use chapters::{are_chapters_carried, carry_chapters, written_chapters};
pub use lang::Lang;
pub use texts::Texts;
