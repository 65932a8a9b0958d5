//! What the page's address asks for.

use base::Phrase;
use session::{Language, Params};

use crate::{dom, memory};

/// What to open, and what there is to say about the address.
pub(crate) struct Wanted {
    pub params: Params,
    /// Whether time passes at once.
    pub play: bool,
    pub notices: Vec<Phrase>,
}

/// Reads the address; what it leaves open takes what the browser remembers, else what suits the reader.
pub(crate) fn read() -> Wanted {
    let query = dom::window().location().search().unwrap_or_default();
    let (play, rest) = without_play(&query);
    let (mut params, mut notices) = Params::parse(&rest);
    let play = match play {
        None | Some("1") => true,
        Some("0") => false,
        Some(other) => {
            let value = base::Arg::Text(other.chars().take(40).collect::<String>().into());
            notices.push(Phrase::new("ui-bad-play").with("value", value));
            true
        }
    };
    params.theme = params.theme.or_else(memory::theme);
    params.lens = params.lens.or_else(memory::lens);
    params.language = params
        .language
        .or_else(memory::language)
        .or_else(browsers_language);
    Wanted {
        params,
        play,
        notices,
    }
}

/// Takes the parameter `play` out of a query: everything else is the session's business.
fn without_play(query: &str) -> (Option<&str>, String) {
    let query = query.strip_prefix('?').unwrap_or(query);
    let mut play = None;
    let rest: Vec<&str> = query
        .split('&')
        .filter(|pair| match pair.split_once('=').unwrap_or((pair, "")) {
            ("play", value) => {
                play = Some(value);
                false
            }
            _ => true,
        })
        .collect();
    (play, rest.join("&"))
}

fn browsers_language() -> Option<Language> {
    let languages = dom::window().navigator().languages();
    languages
        .iter()
        .filter_map(|code| Language::from_code(&code.as_string()?))
        .next()
}

#[cfg(test)]
mod tests {
    use super::without_play;

    #[test]
    fn play_is_taken_out_and_the_rest_stays() {
        assert_eq!(
            without_play("?lang=ja&play=0&seed=7"),
            (Some("0"), "lang=ja&seed=7".into())
        );
        assert_eq!(without_play("?play"), (Some(""), String::new()));
        assert_eq!(without_play("?player=1"), (None, "player=1".into()));
        assert_eq!(without_play(""), (None, String::new()));
    }
}
