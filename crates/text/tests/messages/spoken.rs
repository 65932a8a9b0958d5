//! What the texts say, in every language and through both lenses.

use base::{Lens, Phrase, SimSpan, SimTime};
use text::{Lang, Texts};

use crate::files::language;

fn write() -> Phrase {
    Phrase::new("message-write")
        .with("records", 3_u32)
        .with("last", base::Lsn(1012))
        .with("group", 2_u32)
}

fn copy() -> Phrase {
    Phrase::new("who-copy")
        .with("copy", "F")
        .with("group", 2_u32)
}

fn sent() -> Phrase {
    Phrase::new("event-sent")
        .with("from", Phrase::new("who-writer"))
        .with("to", copy())
        .with("message", write())
}

fn said(lang: Lang, lens: Lens, phrase: &Phrase) -> String {
    Texts::new(lang).say_as(phrase, lens).replace('\u{a0}', " ")
}

#[test]
fn one_event_is_said_in_every_language_and_through_both_lenses() {
    for (lang, engineer, everyday) in [
        (
            Lang::En,
            "The writer sent to copy F of group 2: 3 records up to 1012.",
            "A messenger set out from the manager to safe F of set 2: 3 sheets up to 1012.",
        ),
        (
            Lang::Ja,
            "ライターがグループ2のコピーFへ送りました：1012までのレコード3件。",
            "配達係が店長から第2組の金庫Fへ向かいました：1012までの用紙3枚。",
        ),
        (
            Lang::Zh,
            "写入器向保护组 2 的 F 副本发送了截至 1012 的 3 条记录。",
            "信差从店长那里出发，要把截至第 1012 张的 3 张纸送到第 2 组的 F 柜那里。",
        ),
        (
            Lang::Ko,
            "라이터가 그룹 2의 사본 F 쪽으로 보냈습니다: 1012까지의 레코드 3개.",
            "배달원이 점장 쪽에서 2조 금고 F 쪽으로 떠났습니다: 1012까지의 용지 3장.",
        ),
        (
            Lang::Pseudo,
            "⟦ţĥéé ŵŕííţééŕ šééñţ ţöö çööpý F ööf ĝŕööûûp 2: 3 ŕééçööŕðš ûûp ţöö 1012.⟧",
            "⟦Å mééššééñĝééŕ šééţ ööûûţ fŕööm ţĥéé mááñááĝééŕ ţöö šááféé F ööf šééţ 2: 3 šĥééééţš ûûp ţöö 1012.⟧",
        ),
    ] {
        assert_eq!(said(lang, Lens::Engineer, &sent()), engineer);
        assert_eq!(said(lang, Lens::Everyday, &sent()), everyday);
    }
}

#[test]
fn english_counts() {
    let persisted = |records: u32| {
        let phrase = Phrase::new("event-persisted")
            .with("copy", "A")
            .with("group", 1_u32)
            .with("records", records)
            .with("last", "9")
            .with("scl", "9");
        said(Lang::En, Lens::Engineer, &phrase)
    };
    assert_eq!(
        persisted(1),
        "Copy A of group 1 stored record 9 on disk; its SCL is 9."
    );
    assert_eq!(
        persisted(1_200),
        "Copy A of group 1 stored 1,200 records up to 9 on disk; its SCL is 9."
    );
}

#[test]
fn korean_particles_follow_the_name_before_them() {
    let asked = |who: &'static str| {
        let phrase = Phrase::new("event-asked")
            .with("who", Phrase::new(who))
            .with("request", Phrase::new("request-get").with("key", "k"))
            .with("write", "no");
        said(Lang::Ko, Lens::Everyday, &phrase)
    };
    assert!(asked("who-writer").starts_with("점장이 "));
    assert!(asked("who-clients").starts_with("손님이 "));
    let moved = |to: &'static str| {
        let phrase = Phrase::new("event-vdl-moved").with("to", to);
        said(Lang::Ko, Lens::Engineer, &phrase)
    };
    assert!(moved("12").starts_with("VDL이 12로 "));
    assert!(moved("13").starts_with("VDL이 13으로 "));
}

#[test]
fn the_first_record_of_a_group_follows_none() {
    let made = |before: &'static str, ends: &'static str| {
        let phrase = Phrase::new("event-record-made")
            .with("lsn", "5")
            .with("group", 1_u32)
            .with("page", "7")
            .with("change", Phrase::new("change-txn-active").with("txn", "1"))
            .with("before", before)
            .with("ends-mtr", ends);
        said(Lang::En, Lens::Engineer, &phrase)
    };
    assert!(made("0", "no").ends_with("It is the first of its group."));
    assert!(made("4", "yes").ends_with("In its group it follows 4 and ends a mini-transaction."));
}

#[test]
fn sets_of_copies_are_listed() {
    let changed = |reachable: &'static str| {
        let phrase = Phrase::new("event-ability-changed")
            .with("group", 1_u32)
            .with("ability", Phrase::new("ability-read-write"))
            .with("reachable", reachable)
            .with("count", 4_u32);
        said(Lang::En, Lens::Engineer, &phrase)
    };
    assert!(changed("ABDE").contains("(A, B, D and E)"));
    assert!(changed("").contains("(none)"));
}

#[test]
fn numbers_and_times_are_exposed_in_the_form_of_the_language() {
    let texts = Texts::new(Lang::Ko);
    assert_eq!(texts.number(12_345), "12,345");
    assert_eq!(texts.span(SimSpan::from_micros(12_482)), "12.482밀리초");
    assert_eq!(
        texts.span_short(SimSpan::from_micros(12_482)),
        "12.5\u{a0}ms"
    );
    let mut clock = String::from("= ");
    texts.time_into(&mut clock, SimTime::from_micros(12_482));
    assert_eq!(clock, "= 12.482밀리초");
    assert_eq!(texts.time(SimTime::from_micros(12_482)), "12.482밀리초");
}

#[test]
fn what_a_person_typed_is_left_alone() {
    let typed = "日本 { $x } “a” 12345";
    let phrase = Phrase::new("request-get").with("key", typed.to_owned());
    for lang in Lang::ALL.into_iter().chain([Lang::Pseudo]) {
        assert!(said(lang, Lens::Engineer, &phrase).contains(typed));
        assert!(said(lang, Lens::Everyday, &phrase).contains(typed));
    }
}

#[test]
fn a_seed_too_large_for_a_float_is_written_exactly() {
    let phrase = Phrase::new("who-client").with("number", u64::MAX);
    assert_eq!(
        said(Lang::En, Lens::Engineer, &phrase),
        "client 18,446,744,073,709,551,615"
    );
}

#[test]
fn the_pseudo_locale_marks_every_message() {
    let texts = Texts::new(Lang::Pseudo);
    let english = Texts::new(Lang::En);
    for (file, messages) in language("en") {
        for (name, said) in messages {
            if name.contains('.') || name.starts_with('-') || !said.variables.is_empty() {
                continue;
            }
            let id: &'static str = name.clone().leak();
            let strange = texts.say(&Phrase::new(id));
            assert!(
                strange.starts_with('⟦') && strange.ends_with('⟧'),
                "{file}: {strange}"
            );
            let plain = english.say(&Phrase::new(id));
            let has_letters = plain.chars().any(|letter| "aeioust".contains(letter));
            assert!(
                !has_letters || !strange.contains(&plain),
                "{file}: {strange}"
            );
        }
    }
}

#[test]
fn a_language_is_parsed_once() {
    assert_eq!(Texts::new(Lang::Ja), Texts::new(Lang::Ja));
    assert_ne!(Texts::new(Lang::Ja), Texts::new(Lang::Zh));
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "no such message: no-such-thing")]
fn a_missing_message_stops_a_debug_build() {
    Texts::new(Lang::En).say(&Phrase::new("no-such-thing"));
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "request-get")]
fn a_missing_variable_stops_a_debug_build() {
    Texts::new(Lang::En).say(&Phrase::new("request-get"));
}

#[test]
#[cfg(not(debug_assertions))]
fn what_is_missing_is_shown_by_name() {
    let texts = Texts::new(Lang::En);
    assert_eq!(texts.say(&Phrase::new("no-such-thing")), "⟨no-such-thing⟩");
    assert_eq!(texts.say(&Phrase::new("request-get")), "⟨request-get⟩");
}
