//! Drafts: durable on entry, undone and redone, cleared when a step is closed.

use super::{Practice, a_client, a_visit, id, stamp};
use crate::{Act, StoreError};
use care::record::VisitId;
use serde_json::{Value, json};

const VISIT: fn() -> VisitId = || VisitId(id(20));

fn set(practice: &Practice, path: &str, value: Value) {
    practice.vault.write(&stamp(), |write| write.set_draft(VISIT(), path, &value)).unwrap();
}

fn undo(practice: &Practice) -> Option<(String, Option<Value>)> {
    let (step, _) = practice.vault.write(&stamp(), |write| write.undo_draft(VISIT())).unwrap();
    step.map(|step| (step.path, step.value))
}

fn redo(practice: &Practice) -> Option<(String, Option<Value>)> {
    let (step, _) = practice.vault.write(&stamp(), |write| write.redo_draft(VISIT())).unwrap();
    step.map(|step| (step.path, step.value))
}

fn fields(practice: &Practice) -> Vec<(String, Value)> {
    let draft = practice.vault.read(|read| read.draft(VISIT())).unwrap();
    draft.into_iter().map(|field| (field.path, field.value)).collect()
}

#[test]
fn a_field_is_there_after_the_vault_was_closed() {
    let practice = Practice::new();
    set(&practice, "chart.forehead.depth_um", json!(500));
    set(&practice, "chart.forehead.depth_um", json!(750));
    set(&practice, "plan.note", json!({"b": 1, "a": "ü"}));
    let practice = practice.reopened();
    let expected =
        [("chart.forehead.depth_um".to_owned(), json!(750)), ("plan.note".to_owned(), json!({"b": 1, "a": "ü"}))];
    assert_eq!(fields(&practice), expected, "the newest value of each field");
}

#[test]
fn drafts_are_not_history() {
    let practice = Practice::new();
    let before = practice.n_entries();
    set(&practice, "plan.note", json!("a"));
    assert_eq!(practice.n_entries(), before, "the journal does not grow while somebody types");
}

#[test]
fn steps_are_undone_and_redone_in_order() {
    let practice = Practice::new();
    set(&practice, "a", json!(1));
    set(&practice, "a", json!(2));
    set(&practice, "b", json!(3));
    assert_eq!(undo(&practice), Some(("b".to_owned(), None)), "the field was not there before");
    assert_eq!(undo(&practice), Some(("a".to_owned(), Some(json!(1)))), "the value before");
    assert_eq!(redo(&practice), Some(("a".to_owned(), Some(json!(2)))), "and back again");
    assert_eq!(fields(&practice), [("a".to_owned(), json!(2))], "the draft stands where it was left");
    assert_eq!(redo(&practice), Some(("b".to_owned(), Some(json!(3)))), "to the end");
    assert_eq!(redo(&practice), None, "and no further");
}

#[test]
fn the_screen_knows_whether_there_is_anything_to_undo_or_redo() {
    let practice = Practice::new();
    let steps = |practice: &Practice| practice.vault.read(|read| read.draft_steps(VISIT())).unwrap();
    assert_eq!(steps(&practice), (false, false), "nothing was entered");
    set(&practice, "a", json!(1));
    set(&practice, "b", json!(2));
    assert_eq!(steps(&practice), (true, false), "two to undo");
    undo(&practice);
    assert_eq!(steps(&practice), (true, true), "one each way");
    undo(&practice);
    assert_eq!(steps(&practice), (false, true), "two to redo");
}

#[test]
fn a_new_entry_ends_what_could_be_redone() {
    let practice = Practice::new();
    set(&practice, "a", json!(1));
    set(&practice, "a", json!(2));
    undo(&practice);
    set(&practice, "a", json!(5));
    assert_eq!(redo(&practice), None, "there is nothing to redo");
    assert_eq!(undo(&practice), Some(("a".to_owned(), Some(json!(1)))), "undo goes on from the new entry");
    assert_eq!(undo(&practice), Some(("a".to_owned(), None)), "to the beginning");
    assert_eq!(undo(&practice), None, "and no further");
}

#[test]
fn an_emptied_field_comes_back_with_undo() {
    let practice = Practice::new();
    set(&practice, "a", json!("words"));
    practice.vault.write(&stamp(), |write| write.unset_draft(VISIT(), "a")).unwrap();
    assert_eq!(fields(&practice), [], "the field is gone");
    assert_eq!(undo(&practice), Some(("a".to_owned(), Some(json!("words")))), "and back");
}

#[test]
fn entering_the_same_value_again_is_no_step() {
    let practice = Practice::new();
    set(&practice, "a", json!(1));
    set(&practice, "a", json!(1));
    undo(&practice);
    assert_eq!(fields(&practice), [], "one undo takes it back");
}

#[test]
fn closing_a_step_clears_its_part_only_and_what_is_closed_cannot_be_undone() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    set(&practice, "screening.pregnant", json!("no"));
    set(&practice, "plan.note", json!("x"));
    set(&practice, "screening.pregnant", json!("yes"));
    practice
        .vault
        .write(&stamp(), |write| {
            write.put(&a_visit(20, 10), Act::Close)?;
            write.clear_draft(VISIT(), "screening.")?;
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(fields(&practice), [("plan.note".to_owned(), json!("x"))], "the plan is still worked on");
    assert_eq!(undo(&practice), Some(("plan.note".to_owned(), None)), "undo steps over what is closed");
    assert_eq!(undo(&practice), None, "and ends there");
    practice.vault.write(&stamp(), |write| write.clear_draft(VISIT(), "")).unwrap();
    assert_eq!(redo(&practice), None, "an empty prefix clears everything");
}

#[test]
fn a_percent_sign_in_a_path_is_only_a_sign() {
    let practice = Practice::new();
    set(&practice, "peel.a", json!(1));
    practice.vault.write(&stamp(), |write| write.clear_draft(VISIT(), "%")).unwrap();
    assert_eq!(fields(&practice).len(), 1, "nothing begins with a percent sign");
}
