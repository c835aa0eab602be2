//! Every command with the act of the entry it leaves, or why it leaves none.

use std::collections::BTreeMap;

/// One line a command: the act of the entry it leaves; or a dash and why it leaves none; or `elsewhere` and the test
/// that shows its entry.
const TABLE: &str = "
    desk_view            - says whether there is a vault, and shows no record
    recovery_key_make    - before there is a vault
    recovery_sheet_first - before there is a vault
    vault_create         create
    vault_unlock         unlock
    vault_unlock_pin     elsewhere the_pin_opens_the_screen_again_after_a_lock_and_signs_as_before
    vault_recover        elsewhere a_recovery_and_a_lift_are_entries_too
    vault_lock           lock
    backup_find          - the vault is closed, and nothing of a record is shown
    backup_check         - the vault is closed; of a record nothing but counts is shown
    backup_restore       elsewhere a_damaged_vault_is_kept_aside_and_the_backup_takes_its_place

    session_touch        - says that somebody is there
    pin_set              key
    password_change      key
    recovery_key_draw    - shows a key that opens nothing until it was typed back
    recovery_sheet_print print
    recovery_key_renew   key
    device_secret_view   - says how it stands with one's own password, and shows no client
    device_secret_keep   elsewhere turning_it_on_and_off_are_entries
    device_secret_drop   elsewhere turning_it_on_and_off_are_entries
    second_factor_view   - says whether there is one, and shows no client
    second_factor_draw   - shows a secret that asks for nothing until a code of it was typed back
    second_factor_prove  elsewhere setting_one_and_taking_it_off_are_entries
    second_factor_give   - a code before an act; the act is the entry
    second_factor_drop   elsewhere setting_one_and_taking_it_off_are_entries
    second_factor_remove elsewhere setting_one_and_taking_it_off_are_entries
    people_view          - shows who works here, and no client
    person_add           create
    person_change        update
    person_remove        key
    password_reset       key
    settings_view        - shows the clinic's own details
    settings_save        update
    backup_view          - shows how the backups stand
    backup_folder_choose update
    backup_make          backup
    vault_verify         verify

    protocol_view        - shows the rules, which are nobody's
    protocol_set         create
    protocol_approve     approve

    today_view           - the day's list; whoever is opened from it is an entry
    appointment_save     create
    appointment_cancel   update

    client_search        elsewhere a_search_somebody_stays_at_is_an_entry_without_its_words
    client_duplicates    - compares while a client is written down
    client_open          open
    client_save          create
    client_restrict      restrict
    client_unrestrict    unrestrict
    client_break_glass   break_glass
    client_export        export
    photos_view          open
    files_choose         - a file waits in memory; photo_add or scan_add is the entry
    file_discard         - a file that was never filed is forgotten
    photo_add            create
    photo_open           open
    photo_allow          update
    photo_withdraw       withdraw
    photos_export        export
    scan_add             create
    scan_open            open
    scan_save            save
    scan_withdraw        withdraw

    signed_pages_choose  elsewhere what_came_back_on_paper_is_a_look_and_filing_it_is_one_set_of_entries
    signed_pages_name    elsewhere what_came_back_on_paper_is_a_look_and_filing_it_is_one_set_of_entries
    signed_page_say      elsewhere what_came_back_on_paper_is_a_look_and_filing_it_is_one_set_of_entries
    signed_pages_drop    - forgets what waits in memory; whose it was is a look already
    signed_pages_file    elsewhere what_came_back_on_paper_is_a_look_and_filing_it_is_one_set_of_entries

    client_journal       open
    client_journal_save  save

    access_requests_view  open
    access_request_take   create
    access_request_extend update
    access_request_answer update

    retention_view       open
    retention_hold       hold
    retention_release    release
    client_erase         erase

    journal_view         open
    journal_verify       verify

    visit_start          create
    visit_open           open
    visit_undo           - a draft is no history; the step it is closed with is an entry
    visit_redo           - a draft is no history; the step it is closed with is an entry
    visit_not_today      close

    answer_set           - a draft is no history; screening_close is the entry
    background_set       - a draft is no history; screening_close is the entry
    screening_copy       - a draft is no history; screening_close is the entry
    screening_close      close

    plan_set             - a draft is no history; consent_sign is the entry
    plan_fix             - a draft is no history; consent_sign is the entry
    finding_lift         elsewhere a_recovery_and_a_lift_are_entries_too

    consent_prepare      - shows the text of the plan that is open already
    consent_initial      - a draft is no history; consent_sign is the entry
    consent_note         - a draft is no history; consent_sign is the entry
    consent_sign         sign
    consent_refuse       refuse
    consent_withdraw     withdraw
    consent_correct      amend
    copy_give            hand_over
    visit_move           wrong_client

    zones_chart          - a draft is no history; visit_sign is the entry
    zones_copy_last      - a draft is no history; visit_sign is the entry
    item_add             - a draft is no history; visit_sign is the entry
    item_scan            - a draft is no history; visit_sign is the entry
    item_remove          - a draft is no history; visit_sign is the entry
    numbing_set          - a draft is no history; visit_sign is the entry
    chart_note           - a draft is no history; visit_sign is the entry

    visit_finish         - a draft is no history; visit_sign is the entry
    visit_sign           sign
    addendum_add         amend

    sheet_prepare        open
    sheet_print          print
    sheet_file           file

    paper_prepare        open
    paper_print          print
    paper_file           file
    lot_find             search

    document_open        open
    document_print       print
";

pub(super) fn lines() -> BTreeMap<&'static str, &'static str> {
    let line = |line: &'static str| line.trim().split_once(char::is_whitespace).map(|(name, rest)| (name, rest.trim()));
    TABLE.lines().filter_map(line).collect()
}

/// The act of a line; `None` where the command leaves no entry here.
pub(super) fn act_of(name: &str) -> Option<&'static str> {
    lines().get(name).copied().filter(|rest| !rest.starts_with('-') && !rest.starts_with("elsewhere"))
}
