//! Who may do what: every command by every role, against a table a clinician can read.
//!
//! The table is written by hand and not taken from the program: a command that is given to another role, or added
//! without one, is noticed here.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use desk::wire::FailureCode;
use desk::{Access, COMMANDS};
use serde_json::json;

use crate::clinic::Practice;

/// The roles, in the order of the columns: assistant, practitioner, prescriber, admin, automation.
const COLUMNS: [&str; 5] = ["Assistant", "Practitioner", "Prescriber", "Admin", "Automation"];

/// One line a command; a letter where the role may, a dash where it may not. `*` is anybody, also while it is locked.
const TABLE: &str = "
    desk_view            *
    recovery_key_make    *
    recovery_sheet_first *
    vault_create         *
    vault_unlock         *
    vault_unlock_pin     *
    vault_recover        *
    vault_lock           *
    backup_find          *
    backup_check         *
    backup_restore       *

    session_touch        A P R M T
    pin_set              A P R M T
    password_change      A P R M T
    recovery_key_draw    - - - M -
    recovery_sheet_print - - - M -
    recovery_key_renew   - - - M -
    device_secret_view   A P R M -
    device_secret_keep   A P R M -
    device_secret_drop   A P R M -
    second_factor_view   - - - M -
    second_factor_draw   - - - M -
    second_factor_prove  - - - M -
    second_factor_give   - - - M -
    second_factor_drop   - - - M -
    second_factor_remove - - - M -
    people_view          - - - M -
    person_add           - - - M -
    person_change        - - - M -
    person_remove        - - - M -
    password_reset       - - - M -
    settings_view        A P R M T
    settings_save        - - - M -
    backup_view          A P R M T
    backup_folder_choose - - - M -
    backup_make          - P R M T
    vault_verify         - P R M T

    protocol_view        A P R M T
    protocol_set         - P R - -
    protocol_approve     - - R - -

    today_view           A P R - -
    appointment_save     A P R - -
    appointment_cancel   A P R - -

    client_search        A P R - -
    client_duplicates    A P R - -
    client_open          A P R - -
    client_save          A P R - -
    client_restrict      - - R M -
    client_unrestrict    - - R M -
    client_break_glass   A P R - -
    client_export        - P R M T
    client_journal       A P R - -
    client_journal_save  A P R - -

    access_requests_view  A P R - -
    access_request_take   A P R - -
    access_request_extend - P R - -
    access_request_answer - P R - -

    retention_view       - - - M -
    retention_hold       - - - M -
    retention_release    - - - M -
    client_erase         - - - M -

    photos_view          A P R - -
    files_choose         A P R - -
    file_discard         A P R - -
    photo_add            A P R - -
    photo_open           A P R - -
    photo_allow          A P R - -
    photo_withdraw       - P R - -
    photos_export        - P R - -
    scan_add             A P R - -
    scan_open            A P R - -
    scan_save            - P R - -
    scan_withdraw        - P R - -

    signed_pages_choose  - P R - -
    signed_pages_name    - P R - -
    signed_page_say      - P R - -
    signed_pages_drop    - P R - -
    signed_pages_file    - P R - -

    journal_view         - - - M -
    journal_verify       - - - M -

    visit_start          - P R - -
    visit_open           A P R - -
    visit_undo           - P R - -
    visit_redo           - P R - -
    visit_not_today      - P R - -

    answer_set           A P R - -
    background_set       A P R - -
    screening_copy       A P R - -
    screening_close      - P R - -

    plan_set             - P R - -
    plan_fix             - P R - -
    finding_lift         - - R - -

    consent_prepare      - P R - -
    consent_initial      - P R - -
    consent_note         - P R - -
    consent_sign         - P R - -
    consent_refuse       - P R - -
    consent_withdraw     - P R - -
    consent_correct      - P R - -
    visit_move           - P R - -
    copy_give            A P R - -

    zones_chart          - P R - -
    zones_copy_last      - P R - -
    item_add             - P R - -
    item_scan            - P R - -
    item_remove          - P R - -
    numbing_set          - P R - -
    chart_note           - P R - -

    visit_finish         - P R - -
    visit_sign           - P R - -
    addendum_add         - P R - -

    sheet_prepare        - P R - -
    sheet_print          - P R - -
    sheet_file           - P R - -

    paper_prepare        - P R - -
    paper_print          - P R - -
    paper_file           - P R - -
    lot_find             - P R - -

    document_open        A P R - -
    document_print       A P R - -
";

fn lines() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    TABLE.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        words.next().map(|name| (name, words.collect()))
    })
}

/// The roles a line of the table allows; none at all where anybody may.
fn allowed(cells: &[&str]) -> BTreeSet<&'static str> {
    COLUMNS.into_iter().zip(cells).filter(|(_, cell)| **cell != "-").map(|(role, _)| role).collect()
}

#[test]
fn every_command_is_open_to_the_roles_of_the_table_and_to_no_other() -> Result<()> {
    for (name, cells) in lines() {
        let command = COMMANDS.iter().find(|command| command.name == name);
        match command.map(|command| command.access) {
            None => anyhow::bail!("{name} stands in the table and is no command"),
            Some(Access::Anyone) => ensure!(cells == ["*"], "{name} asks for no role, and the table for {cells:?}"),
            Some(Access::AnyOf(roles)) => {
                let roles: Vec<String> = roles.iter().map(|role| format!("{role:?}")).collect();
                let roles: BTreeSet<&str> = roles.iter().map(String::as_str).collect();
                ensure!(cells.len() == COLUMNS.len(), "{name} has a cell for every role: {cells:?}");
                ensure!(roles == allowed(&cells), "{name} is open to {roles:?}, the table says {:?}", allowed(&cells));
            }
        }
    }
    Ok(())
}

#[test]
fn every_command_stands_in_the_table_once() -> Result<()> {
    for command in COMMANDS {
        let n_lines = lines().filter(|(name, _)| *name == command.name).count();
        ensure!(n_lines == 1, "{} stands in the table {n_lines} times", command.name);
    }
    Ok(())
}

#[test]
fn looking_after_the_computer_opens_no_clients_record() -> Result<()> {
    let of_admins: Vec<&str> = lines().filter(|(_, cells)| cells.get(3) == Some(&"M")).map(|(name, _)| name).collect();
    for clinical in ["client_open", "visit_open", "document_open", "client_journal", "consent_sign", "finding_lift"] {
        ensure!(!of_admins.contains(&clinical), "{clinical} is no act of an administrator");
    }
    Ok(())
}

#[test]
fn a_practitioner_who_does_not_prescribe_is_refused_what_only_a_prescriber_may() -> Result<()> {
    let practice = Practice::open_clinic_of_a_practitioner()?;
    for (name, _) in lines().filter(|(_, cells)| cells.as_slice() == ["-", "-", "R", "-", "-"]) {
        let failure = practice.refused(name, json!({}));
        ensure!(failure.code == FailureCode::WrongRole, "{name} asks for a prescriber: {failure:?}");
    }
    Ok(())
}

#[test]
fn what_a_role_does_not_allow_is_refused_and_written_down_once_a_minute() -> Result<()> {
    let practice = Practice::open_clinic_of_a_practitioner()?;
    for _ in 0..3 {
        practice.refused("finding_lift", json!({}));
    }
    let view = practice.call("journal_view", json!({ "act": "denied" }))?;
    let rows = view["rows"].as_array().map(Vec::as_slice).unwrap_or_default();
    ensure!(rows.len() == 1, "one person, one command, one minute, one entry: {view}");
    ensure!(rows[0]["by"] == "Mara Okafor" && rows[0]["what"] == "finding_lift", "who asked for what: {view}");
    Ok(())
}
