//! Saying a pattern: what Fluent's resolver does, for the compact form.

use base::{Arg, Lens, Phrase};

use crate::texts::Texts;
use crate::{Lang, catalog, code, josa, letters, pseudo, quantity};

/// Something a message needs and the phrase does not have, or has as the wrong thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// The variable.
    pub variable: &'static str,
}

/// What a choice is made by.
enum Chooser<'a> {
    Number(u64),
    Text(&'a str),
}

/// A pattern being said.
pub struct Saying<'a> {
    texts: Texts,
    phrase: &'a Phrase,
    lens: Lens,
    /// What is left of the pattern.
    rest: &'static str,
}

impl<'a> Saying<'a> {
    pub fn new(texts: Texts, phrase: &'a Phrase, lens: Lens, pattern: &'static str) -> Self {
        Saying {
            texts,
            phrase,
            lens,
            rest: pattern,
        }
    }

    /// Says the pattern up to its end, which is the end of the string or of the variant it is.
    ///
    /// # Errors
    /// The first variable that is lacking.
    pub fn say(&mut self, out: &mut String) -> Result<(), Lacking> {
        loop {
            let text = self.take_until(|mark| mark < ' ' && mark != '\n');
            if self.texts.lang() == Lang::Pseudo {
                pseudo::write_strange(out, text);
            } else {
                out.push_str(text);
            }
            match self.rest.chars().next() {
                Some(code::VARIABLE) => {
                    self.take();
                    let variable = self.take_variable();
                    self.write(out, self.arg(variable)?);
                }
                Some(code::CALL) => {
                    self.take();
                    self.call(out)?;
                }
                Some(code::SELECT) => {
                    self.take();
                    self.select(out)?;
                }
                _ => return Ok(()),
            }
        }
    }

    fn take(&mut self) -> char {
        let mut letters = self.rest.chars();
        let letter = letters
            .next()
            .expect("the build script ends what it begins");
        self.rest = letters.as_str();
        letter
    }

    fn take_until(&mut self, end: impl Fn(char) -> bool) -> &'static str {
        let length = self.rest.find(end).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn take_variable(&mut self) -> &'static str {
        catalog::variable(self.take())
    }

    fn arg(&self, variable: &'static str) -> Result<&'a Arg, Lacking> {
        let args = &self.phrase.args;
        let found = args.iter().find(|(name, _)| *name == variable);
        found.map(|(_, arg)| arg).ok_or(Lacking { variable })
    }

    fn write(&self, out: &mut String, arg: &Arg) {
        let lang = self.texts.lang();
        match arg {
            Arg::Number(number) => quantity::write_number(out, *number),
            Arg::Text(text) => return out.push_str(text),
            Arg::Time(time) => quantity::write_time(out, lang, *time),
            Arg::Span(span) => quantity::write_span(out, lang, *span),
            Arg::Phrase(phrase) => return self.texts.write(out, phrase, self.lens),
        }
        .expect("a string takes everything");
    }

    fn call(&mut self, out: &mut String) -> Result<(), Lacking> {
        let function = self.take();
        let variable = self.take_variable();
        match (function, self.arg(variable)?) {
            (code::SHORT, Arg::Span(span)) => {
                quantity::write_span_short(out, *span).expect("a string takes everything");
            }
            (code::COPIES, Arg::Text(set)) => {
                out.push_str(&letters::list(self.texts.lang(), set));
            }
            (code::CAP, arg) => {
                let start = out.len();
                self.write(out, arg);
                letters::enlarge(out, start);
            }
            (code::JOSA, arg) => {
                let pair = self.take_until(|mark| mark == code::END);
                self.take();
                let start = out.len();
                self.write(out, arg);
                out.push_str(josa::particle(&out[start..], pair));
            }
            _ => return Err(Lacking { variable }),
        }
        Ok(())
    }

    fn select(&mut self, out: &mut String) -> Result<(), Lacking> {
        let function = self.take();
        let variable = self.take_variable();
        let chooser = match (function, self.arg(variable)?) {
            (code::PLAIN, Arg::Number(number)) => Chooser::Number(*number),
            (code::PLAIN, Arg::Text(text)) => Chooser::Text(text),
            (code::NUMBER, Arg::Text(digits)) => {
                Chooser::Number(digits.parse().map_err(|_| Lacking { variable })?)
            }
            _ => return Err(Lacking { variable }),
        };
        let mut said = false;
        loop {
            let mark = self.take();
            if mark == code::END {
                return Ok(());
            }
            let key = self.take_until(|mark| mark == code::END);
            self.take();
            if !said && (mark == code::DEFAULT || self.fits(key, &chooser)) {
                self.say(out)?;
                said = true;
            } else {
                self.skip();
            }
        }
    }

    /// Whether a variant is the one to take.
    fn fits(&self, key: &str, chooser: &Chooser<'_>) -> bool {
        match chooser {
            Chooser::Number(number) => match key.parse::<u64>() {
                Ok(exactly) => *number == exactly,
                Err(_) => key == self.texts.lang().plural_form(*number),
            },
            Chooser::Text(text) => key == *text,
        }
    }

    /// Passes over the pattern of a variant.
    fn skip(&mut self) {
        let mut depth = 0;
        loop {
            self.take_until(|mark| mark < ' ');
            match self.rest.chars().next() {
                Some(code::VARIANT | code::DEFAULT | code::END) if depth == 0 => return,
                Some(code::SELECT) => depth += 1,
                _ => {}
            }
            match self.take() {
                // Neither a name nor a key is a part of the pattern's structure.
                code::VARIABLE => {
                    self.take();
                }
                code::CALL => {
                    if self.take() == code::JOSA {
                        self.take_until(|mark| mark == code::END);
                        self.take();
                    } else {
                        self.take();
                    }
                }
                code::SELECT => {
                    self.take();
                    self.take();
                }
                code::VARIANT | code::DEFAULT => {
                    self.take_until(|mark| mark == code::END);
                    self.take();
                }
                code::END => depth -= 1,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The character of a variable.
    fn place(name: &str) -> char {
        (code::FIRST..)
            .find(|place| catalog::variable(*place) == name)
            .expect("the messages name it")
    }

    fn choice(function: char, name: &str, variants: &[(&str, &str)]) -> String {
        let mut out: String = [code::SELECT, function, place(name)].iter().collect();
        let (default, others) = variants.split_last().unwrap();
        for (key, pattern) in others {
            out.push(code::VARIANT);
            out.push_str(key);
            out.push(code::END);
            out.push_str(pattern);
        }
        out.extend([code::DEFAULT, code::END]);
        out.push_str(default.1);
        out.push(code::END);
        out
    }

    fn said(pattern: &str, phrase: &Phrase) -> Result<String, Lacking> {
        let mut out = String::new();
        let pattern = pattern.to_owned().leak();
        Saying::new(Texts::new(Lang::En), phrase, Lens::Engineer, pattern).say(&mut out)?;
        Ok(out)
    }

    #[test]
    fn choices_within_choices_are_taken_and_passed_over() {
        let particle: String = [code::CALL, code::JOSA, place("key")].iter().collect();
        let particle = format!("{particle}이/가{}", code::END);
        let inner = choice(
            code::PLAIN,
            "group",
            &[("1", "first"), ("one", "never"), ("", "later")],
        );
        let first = format!("<{inner}\n{particle}>");
        let outer = choice(code::PLAIN, "found", &[("yes", &first), ("", &inner)]);
        let pattern = format!("{outer}.");
        for (found, group, text) in [
            ("yes", 1_u32, "<first\n라이터가>."),
            ("yes", 2, "<later\n라이터가>."),
            ("no", 1, "first."),
            ("no", 2, "later."),
        ] {
            let phrase = Phrase::new("x")
                .with("found", found)
                .with("group", group)
                .with("key", "라이터");
            assert_eq!(said(&pattern, &phrase).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_lacking_or_of_the_wrong_kind_is_named() {
        let lacking = Err(Lacking { variable: "group" });
        let shown: String = ['(', code::VARIABLE, place("group"), ')'].iter().collect();
        let short: String = [code::CALL, code::SHORT, place("group")].iter().collect();
        let number = choice(code::NUMBER, "group", &[("0", "none"), ("", "some")]);
        let phrase = Phrase::new("x");
        assert_eq!(said(&shown, &phrase), lacking);
        let phrase = phrase.with("group", "four");
        assert_eq!(said(&shown, &phrase).as_deref(), Ok("(four)"));
        assert_eq!(said(&short, &phrase), lacking);
        assert_eq!(said(&number, &phrase), lacking);
    }
}
