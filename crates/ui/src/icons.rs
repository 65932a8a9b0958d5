//! Our own line drawings. They take the colour of the text around them and are hidden from screen readers: the
//! control they stand in has a name.

use yew::{Html, html};

fn icon(drawing: Html) -> Html {
    html! {
        <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.7"
            stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{ drawing }</svg>
    }
}

/// The quorum ring: four of six arcs.
pub(crate) fn logo() -> Html {
    html! {
        <svg viewBox="0 0 32 32" width="26" height="26" fill="none" stroke-width="5" aria-hidden="true" focusable="false">
            <g transform="rotate(-90 16 16)">
                <circle cx="16" cy="16" r="12" pathLength="60" stroke="currentColor" stroke-dasharray="8 2 8 2 8 2 8 100" />
                <circle cx="16" cy="16" r="12" pathLength="60" stroke="var(--line-strong)" stroke-dasharray="0 40 8 2 8 100" />
            </g>
        </svg>
    }
}

pub(crate) fn play() -> Html {
    icon(
        html! { <path d="M6.5 4.2v11.6a.6.6 0 0 0 .9.5l9-5.8a.6.6 0 0 0 0-1l-9-5.8a.6.6 0 0 0-.9.5z" fill="currentColor" stroke="none" /> },
    )
}

pub(crate) fn pause() -> Html {
    icon(html! { <path d="M6.8 4.5v11M13.2 4.5v11" stroke-width="3" /> })
}

pub(crate) fn step() -> Html {
    icon(
        html! { <><path d="M5 5.2 9.8 10 5 14.8" /><path d="M14.2 4.6v10.8" stroke-width="2.4" /></> },
    )
}

pub(crate) fn step_back() -> Html {
    icon(
        html! { <><path d="M15 5.2 10.2 10l4.8 4.8" /><path d="M5.8 4.6v10.8" stroke-width="2.4" /></> },
    )
}

pub(crate) fn until() -> Html {
    icon(
        html! { <><path d="M3 10h8.5M8.2 6.3 11.9 10l-3.7 3.7" /><path d="M16 4.6v10.8" stroke-width="2.4" /></> },
    )
}

pub(crate) fn theme() -> Html {
    icon(
        html! { <><circle cx="10" cy="10" r="7.2" /><path d="M10 2.8a7.2 7.2 0 0 1 0 14.4z" fill="currentColor" stroke="none" /></> },
    )
}

pub(crate) fn help() -> Html {
    icon(
        html! { <><circle cx="10" cy="10" r="7.6" /><path d="M7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5v.2" /><path d="M10 14.2v.1" stroke-width="2.2" /></> },
    )
}

pub(crate) fn close() -> Html {
    icon(html! { <path d="m5 5 10 10M15 5 5 15" /> })
}

pub(crate) fn chevron() -> Html {
    html! {
        <svg viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" stroke-width="1.7"
            stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="m2.5 4.2 3.5 3.6 3.5-3.6" /></svg>
    }
}

pub(crate) fn notice() -> Html {
    icon(
        html! { <><path d="M10 3 2.4 16.6h15.2z" /><path d="M10 8.4v3.6" /><path d="M10 14.4v.1" stroke-width="2.2" /></> },
    )
}

pub(crate) fn hint() -> Html {
    icon(
        html! { <><path d="M7.6 14.4a5.2 5.2 0 1 1 4.8 0v1.2H7.6z" /><path d="M8.4 17.9h3.2" /></> },
    )
}
