//! What a link can ask for.

use base::{Lens, Phrase};

use crate::{Language, Settings, Speed, Theme};

/// The parameters of a link, as far as they were there and made sense.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params {
    /// `lang`: a language tag.
    pub language: Option<Language>,
    /// `theme`: `system`, `light`, `dark` or `contrast`.
    pub theme: Option<Theme>,
    /// `lens`: `engineer` or `everyday`.
    pub lens: Option<Lens>,
    /// `scenario`: the name of one that comes with AuroraScope.
    pub scenario: Option<String>,
    /// `chapter`: the name of one that comes with AuroraScope; in place of a scenario.
    pub chapter: Option<String>,
    /// `step`: the step of the chapter, from 1.
    pub step: Option<u32>,
    /// `seed`: a number in place of the scenario's own seed.
    pub seed: Option<u64>,
    /// `speed`: `1/2000`, `1` or `60`.
    pub speed: Option<Speed>,
    /// `log`: how much is said, 1 to 3.
    pub verbosity: Option<u8>,
}

const NAMES: [&str; 9] = [
    "lang", "theme", "lens", "scenario", "chapter", "step", "seed", "speed", "log",
];
/// More parameters than this are not looked at.
const PARAMETERS_MAX: usize = 64;
/// As much of an unknown name or value is repeated to the person.
const REPEATED_CHARS: usize = 40;

impl Params {
    /// Reads the part of a link behind the question mark (with or without it). Whatever is unknown is left
    /// out, and said in one phrase each.
    pub fn parse(query: &str) -> (Params, Vec<Phrase>) {
        let mut params = Params::default();
        let mut notices = Vec::new();
        let query = query.strip_prefix('?').unwrap_or(query);
        for pair in query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .take(PARAMETERS_MAX)
        {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (decoded(name), decoded(value));
            if let Err(notice) = params.set(&name, &value) {
                notices.push(notice);
            }
        }
        (params, notices)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), Phrase> {
        match name {
            "lang" => {
                let known = Language::ALL.map(Language::code);
                self.language =
                    Some(Language::from_code(value).ok_or_else(|| unknown(name, value, &known))?);
            }
            "theme" => {
                let known = Theme::ALL.map(Theme::name);
                self.theme =
                    Some(Theme::from_name(value).ok_or_else(|| unknown(name, value, &known))?);
            }
            "lens" => {
                let known = [Lens::Engineer.name(), Lens::Everyday.name()];
                self.lens =
                    Some(Lens::from_name(value).ok_or_else(|| unknown(name, value, &known))?);
            }
            "scenario" => {
                let known: Vec<&str> = lessons::library().iter().map(|(name, _)| *name).collect();
                if lessons::find(value).is_none() {
                    return Err(unknown(name, value, &known));
                }
                self.scenario = Some(value.to_owned());
            }
            "chapter" => {
                if !lessons::CHAPTERS.contains(&value) {
                    return Err(unknown(name, value, lessons::CHAPTERS));
                }
                self.chapter = Some(value.to_owned());
            }
            "step" => {
                let step = value.parse().ok().filter(|step| *step >= 1);
                self.step = Some(
                    step.ok_or_else(|| Phrase::new("param-step").with("value", clipped(value)))?,
                );
            }
            "seed" => {
                let seed = value
                    .parse()
                    .map_err(|_| Phrase::new("param-seed").with("value", clipped(value)))?;
                self.seed = Some(seed);
            }
            "speed" => {
                let speed = Speed::from_text(value).ok_or_else(|| {
                    Phrase::new("param-speed")
                        .with("value", clipped(value))
                        .with("slowest", Speed::SLOWEST.to_text())
                        .with("fastest", Speed::FASTEST.to_text())
                })?;
                self.speed = Some(speed);
            }
            "log" => {
                let known = ["1", "2", "3"];
                let verbosity = value.parse().ok();
                let verbosity = verbosity.filter(|it| crate::settings::VERBOSITIES.contains(it));
                self.verbosity = Some(verbosity.ok_or_else(|| unknown(name, value, &known))?);
            }
            _ => {
                let phrase = Phrase::new("param-unknown").with("name", clipped(name));
                return Err(with_nearest(phrase, name, &NAMES));
            }
        }
        Ok(())
    }

    /// The settings that are asked for; defaults for the rest.
    pub fn settings(&self) -> Settings {
        let usual = Settings::default();
        Settings {
            lens: self.lens.unwrap_or(usual.lens),
            language: self.language.unwrap_or(usual.language),
            theme: self.theme.unwrap_or(usual.theme),
            verbosity: self.verbosity.unwrap_or(usual.verbosity),
        }
    }

    /// The parameters as the part of a link behind the question mark.
    pub fn to_query(&self) -> String {
        let pairs = [
            ("scenario", self.scenario.clone()),
            ("chapter", self.chapter.clone()),
            ("step", self.step.map(|step| step.to_string())),
            ("seed", self.seed.map(|seed| seed.to_string())),
            ("lens", self.lens.map(|lens| lens.name().to_owned())),
            (
                "lang",
                self.language.map(|language| language.code().to_owned()),
            ),
            ("theme", self.theme.map(|theme| theme.name().to_owned())),
            ("speed", self.speed.map(Speed::to_text)),
            ("log", self.verbosity.map(|verbosity| verbosity.to_string())),
        ];
        let pairs = pairs
            .into_iter()
            .filter_map(|(name, value)| Some(format!("{name}={}", encoded(&value?))));
        pairs.collect::<Vec<_>>().join("&")
    }
}

fn unknown(name: &str, value: &str, known: &[&str]) -> Phrase {
    let phrase = Phrase::new("param-value")
        .with("name", name.to_owned())
        .with("value", clipped(value));
    with_nearest(phrase, value, known)
}

/// A phrase with what was probably meant and, if nothing comes near, with everything there is.
fn with_nearest(phrase: Phrase, meant: &str, known: &[&str]) -> Phrase {
    match lessons::nearest(meant, known) {
        Some(nearest) => phrase
            .with("guessed", "yes")
            .with("known", nearest.to_owned()),
        None => phrase.with("guessed", "no").with("known", known.join(", ")),
    }
}

fn clipped(text: &str) -> String {
    let mut clipped: String = text.chars().take(REPEATED_CHARS).collect();
    if clipped.len() < text.len() {
        clipped.push('…');
    }
    clipped
}

/// Takes the percent signs and pluses of a link away. What is no text becomes replacement characters.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut ahead = rest.clone();
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                match (digit(ahead.next()), digit(ahead.next())) {
                    (Some(high), Some(low)) => {
                        rest = ahead;
                        (high * 16 + low) as u8
                    }
                    _ => byte,
                }
            }
            other => other,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The opposite of [`decoded`].
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(byte.into());
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notices(query: &str) -> Vec<&'static str> {
        let (params, notices) = Params::parse(query);
        assert_eq!(params, Params::default(), "{query}");
        notices.into_iter().map(|phrase| phrase.id).collect()
    }

    #[test]
    fn what_a_link_says_is_understood() {
        let (params, notices) = Params::parse(
            "?lang=zh-CN&theme=dark&lens=everyday&chapter=commit-points&step=3&seed=7&speed=1%2F500&log=2",
        );
        assert_eq!(notices, []);
        assert_eq!(params.language, Some(Language::Zh));
        assert_eq!(params.theme, Some(Theme::Dark));
        assert_eq!(params.lens, Some(Lens::Everyday));
        assert_eq!((params.seed, params.verbosity), (Some(7), Some(2)));
        assert_eq!(
            (params.chapter.as_deref(), params.step),
            (Some("commit-points"), Some(3))
        );
        assert_eq!(params.speed.map(Speed::to_text).as_deref(), Some("1/500"));
        let (again, _) = Params::parse(&params.to_query());
        assert_eq!(again, params);
    }

    #[test]
    fn what_is_unknown_gets_one_notice_each() {
        assert_eq!(notices("thema=dark"), ["param-unknown"]);
        assert_eq!(notices("lang=xx&lens=frog"), ["param-value", "param-value"]);
        assert_eq!(notices("seed=-1&speed=fast"), ["param-seed", "param-speed"]);
        assert_eq!(notices("log=4"), ["param-value"]);
        assert_eq!(notices("chapter=99&step=0"), ["param-value", "param-step"]);
        assert_eq!(notices("%=%&&=&%ff"), ["param-unknown"; 3]);
        assert_eq!(notices(""), [""; 0]);
    }

    #[test]
    fn a_slip_of_the_pen_is_answered_with_what_was_meant() {
        let (_, notices) = Params::parse("len=everyday");
        assert!(notices[0].args.contains(&("known", "lens".into())));
        let (_, notices) = Params::parse("theme=drak");
        assert!(notices[0].args.contains(&("known", "dark".into())));
    }
}
