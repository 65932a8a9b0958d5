//! What was written is read back, from one copy that is far enough.

use base::GroupId;
use tests::{A, Lab};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{Command, Event, KEY_BYTES_MAX, Message, Refusal, VALUE_BYTES_MAX};

/// Copies that can serve a read of group 1 at the VDL.
fn eligible(lab: &Lab) -> String {
    lab.world()
        .writer()
        .eligible_copies(lab.world().log(), GroupId(0), lab.vdl())
        .to_string()
}

/// E lacks the group's last two transactions, B the last one of those that go to the group.
fn behind(last_to: u32) -> Lab {
    let mut lab = Lab::new();
    lab.write_to(1, 1).expect_acked(1);
    lab.run(1_000);
    lab.copy('E').of_group(1).crash();
    lab.write_to(1, 1).expect_acked(1);
    lab.run(1_000);
    lab.copy('B').of_group(1).crash();
    lab.write_to(last_to, 1).expect_acked(1);
    lab.run(1_000);
    lab
}

#[test]
fn ex_21_r_3_a_copy_is_eligible_if_its_scl_reaches_the_read_point() {
    let mut lab = behind(1);
    assert_eq!(lab.vdl().0, 9);
    assert_eq!(eligible(&lab), "ACDF");
    lab.rest();
    assert_eq!(eligible(&lab), "ABCDEF");
}

#[test]
fn ex_21_r_14_what_counts_is_the_groups_own_last_record() {
    let mut lab = behind(2);
    assert_eq!(lab.vdl().0, 9, "the newest record lies in group 2");
    assert_eq!(eligible(&lab), "ABCDF", "B has all that group 1 has");
    lab.rest();
}

#[test]
fn r_1_a_read_asks_one_copy() {
    let mut lab = Lab::new();
    lab.put("cart:42", "3 apples").expect_acked(1);
    let from = lab.world().journal().next_id();
    lab.read("cart:42").expect("3 apples");
    let asked = lab.world().journal().since(from).filter(|(_, entry)| {
        matches!(
            entry.event,
            Event::Sent {
                message: Message::ReadPage { .. },
                ..
            }
        )
    });
    assert_eq!(asked.count(), 1);
}

#[test]
fn r_6_a_read_whose_copy_does_not_answer_is_put_to_another() {
    let mut lab = Lab::new();
    lab.put("cart:42", "3 apples").expect_acked(1);
    lab.run(1_000);
    for stopped in ["A", "BC", "DE"] {
        lab.crash(stopped);
        for _ in 0..6 {
            lab.read("cart:42").expect("3 apples");
        }
    }
    lab.rest();
}

#[test]
fn r_6_a_read_goes_on_when_every_copy_was_away_for_a_while() {
    let mut lab = Lab::new();
    lab.put("cart:42", "3 apples").expect_acked(1);
    lab.crash("ABCDEF");
    let read = lab.read("cart:42").and_go_on();
    lab.run(5_000);
    assert!(!lab.is_answered(read));
    lab.copy('D').restart();
    lab.run(1_000);
    assert!(lab.is_answered(read));
    lab.rest();
}

#[test]
fn bytes_read_back_are_the_bytes_that_were_typed() {
    let longest_key = "k".repeat(KEY_BYTES_MAX as usize);
    let longest_value = "v".repeat(VALUE_BYTES_MAX as usize);
    let of_signs = "座".repeat(KEY_BYTES_MAX as usize / 3);
    let rows = [
        ("cart:42", "3 apples"),
        ("カート:42", "りんご三個 🍎🍎🍎"),
        ("购物车", "三个苹果"),
        ("장바구니", "사과 세 개"),
        ("empty", ""),
        (" ", "  spaces stay  "),
        ("quotes", "\"a\" 'b' \\ </script> & {$x}"),
        ("control", "\u{0}\u{1}\n\t\r\u{7f}"),
        ("combining", "e\u{301} is not \u{e9}"),
        ("\u{0}", "a key of one zero byte"),
        (&longest_key, &longest_value),
        (&of_signs, "é"),
    ];
    let mut lab = Lab::new();
    for (key, value) in rows {
        lab.put(key, value).expect_acked(1);
    }
    for (key, value) in rows {
        lab.read(key).expect(value);
    }
    lab.read("never written").expect_nothing();
    lab.zone(A).copy(0).crash();
    for (key, value) in rows {
        lab.put(key, &value.chars().rev().collect::<String>())
            .expect_acked(1);
        lab.read(key)
            .expect(&value.chars().rev().collect::<String>());
    }
    lab.rest();
}

#[test]
fn keys_and_values_of_impossible_length_are_refused() {
    let mut lab = Lab::new();
    let long = |bytes: u32| "x".repeat(bytes as usize);
    let put = |key: String, value: String| Command::Put { key, value };
    assert_eq!(
        lab.try_give(&put(String::new(), long(1))),
        Err(Refusal::EmptyKey)
    );
    let (bytes, max) = (KEY_BYTES_MAX + 1, KEY_BYTES_MAX);
    assert_eq!(
        lab.try_give(&put(long(bytes), long(1))),
        Err(Refusal::KeyTooLong { bytes, max })
    );
    assert_eq!(
        lab.try_give(&Command::Get {
            key: long(bytes),
            from_reader: None
        }),
        Err(Refusal::KeyTooLong { bytes, max })
    );
    let (bytes, max) = (VALUE_BYTES_MAX + 1, VALUE_BYTES_MAX);
    assert_eq!(
        lab.try_give(&put(long(1), long(bytes))),
        Err(Refusal::ValueTooLong { bytes, max })
    );
    assert_eq!(lab.world().open_requests().count(), 0);
}

#[test]
fn r_4_a_read_sees_what_was_acknowledged_before_it_began() {
    let mut lab = Lab::new();
    for n in 0..30 {
        let value = format!("{n}");
        lab.put("counter", &value).expect_acked(1);
        lab.read("counter").expect(&value);
    }
    lab.rest();
}
