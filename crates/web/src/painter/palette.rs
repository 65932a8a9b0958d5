//! The page's colours, as its styles name them.

use crate::dom;

/// Colours to draw with.
#[derive(Clone, Debug, Default)]
pub(super) struct Palette {
    pub text: String,
    pub muted: String,
    pub line: String,
    pub line_strong: String,
    pub surface: String,
    pub raised: String,
    pub accent: String,
    pub accent_quiet: String,
    pub amber: String,
    pub red: String,
    pub violet: String,
    pub record: String,
    pub record_faint: String,
    pub wire: String,
    pub paper: String,
    pub steel: String,
    pub steel_dark: String,
}

impl Palette {
    /// The colours of the page as it is.
    pub fn of_page() -> Palette {
        let styles =
            dom::root().and_then(|root| dom::window().get_computed_style(&root).ok().flatten());
        let colour = |name: &str| {
            let value = styles
                .as_ref()
                .and_then(|styles| styles.get_property_value(name).ok());
            value
                .map(|value| value.trim().to_owned())
                .unwrap_or_default()
        };
        Palette {
            text: colour("--text"),
            muted: colour("--muted"),
            line: colour("--line"),
            line_strong: colour("--line-strong"),
            surface: colour("--surface"),
            raised: colour("--raised"),
            accent: colour("--accent"),
            accent_quiet: colour("--accent-quiet"),
            amber: colour("--amber"),
            red: colour("--red"),
            violet: colour("--violet"),
            record: colour("--record"),
            record_faint: colour("--record-faint"),
            wire: colour("--wire"),
            paper: colour("--paper"),
            steel: colour("--steel"),
            steel_dark: colour("--steel-dark"),
        }
    }
}
