//! The one command list. A line gives a command its name, who may call it, what comes in, what goes out and its use case.
//!
//! From the list follow the dispatch behind the door, the TypeScript contract and the test that every command
//! refuses while the vault is locked. A command that is not here does not exist.

use care::record::Role;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::contract::Contract;
use crate::failure::Failure;
use crate::seat::Seat;
use crate::wire::*;
use crate::{Desk, cases};

/// Who may call a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody, also while the vault is locked.
    Anyone,
    /// A signed-in person who holds at least one of these roles.
    AnyOf(&'static [Role]),
}

/// Signed in, whatever the role.
const EVERYBODY: Access =
    Access::AnyOf(&[Role::Assistant, Role::Practitioner, Role::Prescriber, Role::Admin, Role::Automation]);
/// Signed in at a computer: a timer has no keyring.
const PEOPLE: Access = Access::AnyOf(&[Role::Assistant, Role::Practitioner, Role::Prescriber, Role::Admin]);
/// Clients, answers, appointments, print.
const ASSIST: Access = Access::AnyOf(&[Role::Assistant, Role::Practitioner, Role::Prescriber]);
/// And plan, consent, chart, sign.
const TREAT: Access = Access::AnyOf(&[Role::Practitioner, Role::Prescriber]);
/// And lift what may be lifted, and approve the protocol.
const PRESCRIBE: Access = Access::AnyOf(&[Role::Prescriber]);
/// People and their keys, settings, and export of whole records.
const ADMINISTER: Access = Access::AnyOf(&[Role::Admin]);
/// Who decides that a record is restricted.
const RESTRICT: Access = Access::AnyOf(&[Role::Prescriber, Role::Admin]);
/// Export of one client's record, and backups: what leaves is accounted for.
const HAND_OUT: Access = Access::AnyOf(&[Role::Practitioner, Role::Prescriber, Role::Admin, Role::Automation]);

/// What somebody may do whose password was made by somebody else, until another is chosen.
pub(crate) const WITH_ONE_TIME_PASSWORD: &[&str] = &["password_change", "session_touch"];

/// What asks for a code of the second factor where the person has one: acts on people, keys and settings.
pub(crate) const WITH_CODE: &[&str] = &[
    "recovery_key_renew",
    "person_add",
    "person_change",
    "person_remove",
    "password_reset",
    "device_secret_keep",
    "device_secret_drop",
    "second_factor_drop",
    "second_factor_remove",
    "settings_save",
    "backup_folder_choose",
    "client_erase",
];

/// One line of the list.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// `noun_verb`.
    pub name: &'static str,
    /// Who may call it.
    pub access: Access,
}

macro_rules! command_list {
    (
        anyone { $($a_name:ident: $a_in:ty => $a_out:ty = $a_case:path;)+ }
        signed_in { $($s_name:ident: $s_who:expr, $s_in:ty => $s_out:ty = $s_case:path;)+ }
    ) => {
        /// Every command there is.
        pub const COMMANDS: &[Command] = &[
            $(Command { name: stringify!($a_name), access: Access::Anyone },)+
            $(Command { name: stringify!($s_name), access: $s_who },)+
        ];

        /// Runs a command that needs no vault; `None` if `name` is not one of those.
        pub(crate) fn run_for_anyone(desk: &Desk, name: &str, request: &Value) -> Option<Result<Value, Failure>> {
            match name {
                $(stringify!($a_name) => Some(read::<$a_in>(request).and_then(|r| $a_case(desk, r)).and_then(|view: $a_out| write(&view))),)+
                _ => None,
            }
        }

        /// Runs a command at an open vault. Role and lock are checked by the door before.
        pub(crate) fn run_at_seat(seat: &Seat<'_>, name: &str, request: &Value) -> Result<Value, Failure> {
            match name {
                $(stringify!($s_name) => read::<$s_in>(request).and_then(|r| $s_case(seat, r)).and_then(|view: $s_out| write(&view)),)+
                _ => Err(Failure::UnknownCommand),
            }
        }

        /// Every type of the list, for the TypeScript contract.
        pub(crate) fn describe(contract: &mut Contract) {
            $(contract.command::<$a_in, $a_out>(stringify!($a_name));)+
            $(contract.command::<$s_in, $s_out>(stringify!($s_name));)+
        }
    };
}

command_list! {
    anyone {
        desk_view: Empty => DeskView = cases::session::view_desk;
        recovery_key_make: Empty => RecoveryKeyView = cases::session::make_recovery_key;
        recovery_sheet_first: RecoverySheetFirstRequest => SheetTakenView = cases::recovery_sheet::print_first;
        vault_create: FirstRunRequest => DeskView = cases::session::create_vault;
        vault_unlock: UnlockRequest => DeskView = cases::session::unlock_vault;
        vault_unlock_pin: PinUnlockRequest => DeskView = cases::quick_unlock::unlock_with_pin;
        vault_recover: RecoverRequest => DeskView = cases::recovery::recover_vault;
        vault_lock: Empty => DeskView = cases::session::lock_vault;
        backup_find: Empty => FoundBackupView = cases::backup::find_backup;
        backup_check: BackupSecret => CheckView = cases::backup::check_backup;
        backup_restore: RestoreRequest => DeskView = cases::backup::restore_backup;
    }
    signed_in {
        session_touch: EVERYBODY, Empty => Empty = cases::session::touch;
        pin_set: EVERYBODY, PinRequest => DeskView = cases::quick_unlock::set_pin;
        password_change: EVERYBODY, PasswordChangeRequest => DeskView = cases::own_keys::change_password;
        recovery_key_draw: ADMINISTER, SecretRequest => RecoveryKeyView = cases::own_keys::draw_recovery_key;
        recovery_sheet_print: ADMINISTER, Empty => SheetTakenView = cases::recovery_sheet::print_renewed;
        recovery_key_renew: ADMINISTER, RecoveryKeyRenewRequest => Empty = cases::own_keys::renew_recovery_key;

        device_secret_view: PEOPLE, Empty => DeviceSecretView = cases::device_secret::view_own;
        device_secret_keep: PEOPLE, OwnPasswordRequest => DeviceSecretView = cases::device_secret::keep;
        device_secret_drop: PEOPLE, OwnPasswordRequest => DeviceSecretView = cases::device_secret::drop_own;

        second_factor_view: ADMINISTER, Empty => SecondFactorView = cases::second_factor::view_own;
        second_factor_draw: ADMINISTER, SecretRequest => SecondFactorDrawView = cases::second_factor::draw;
        second_factor_prove: ADMINISTER, CodeRequest => SecondFactorView = cases::second_factor::prove;
        second_factor_give: ADMINISTER, CodeRequest => Empty = cases::second_factor::give;
        second_factor_drop: ADMINISTER, SecretRequest => SecondFactorView = cases::second_factor::drop_own;
        second_factor_remove: ADMINISTER, PersonReasonRequest => PeopleView = cases::second_factor::remove;

        people_view: ADMINISTER, Empty => PeopleView = cases::people::view_people;
        person_add: ADMINISTER, PersonAddRequest => PersonAddedView = cases::people::add_person;
        person_change: ADMINISTER, PersonChangeRequest => PeopleView = cases::people::change_person;
        person_remove: ADMINISTER, PersonReasonRequest => DeskView = cases::people::remove_person;
        password_reset: ADMINISTER, PersonReasonRequest => OneTimePasswordView = cases::people::reset_password;

        settings_view: EVERYBODY, Empty => SettingsView = cases::settings::view_settings;
        settings_save: ADMINISTER, SettingsSaveRequest => SettingsView = cases::settings::save_settings;

        backup_view: EVERYBODY, Empty => BackupView = cases::backup::view_backup;
        backup_folder_choose: ADMINISTER, Empty => BackupView = cases::backup::choose_folder;
        backup_make: HAND_OUT, BackupMakeRequest => BackupMadeView = cases::backup::make_backup;
        vault_verify: HAND_OUT, Empty => CheckView = cases::backup::verify_vault;

        protocol_view: EVERYBODY, Empty => ProtocolView = cases::protocol::view_protocol;
        protocol_set: TREAT, ProtocolSetRequest => ProtocolView = cases::protocol::set_protocol;
        protocol_approve: PRESCRIBE, ProtocolApproveRequest => ProtocolView = cases::protocol::approve_protocol;

        today_view: ASSIST, TodayRequest => TodayView = cases::today::view_today;
        appointment_save: ASSIST, AppointmentSaveRequest => TodayView = cases::today::save_appointment;
        appointment_cancel: ASSIST, AppointmentRequest => TodayView = cases::today::cancel_appointment;

        client_search: ASSIST, ClientSearchRequest => Vec<ClientRow> = cases::clients::search_clients;
        client_duplicates: ASSIST, DuplicatesRequest => Vec<ClientRow> = cases::clients::find_duplicates;
        client_open: ASSIST, ClientRequest => ClientView = cases::clients::open_client;
        client_save: ASSIST, ClientSaveRequest => ClientView = cases::clients::save_client;
        client_restrict: RESTRICT, RestrictionRequest => ClientRow = cases::restrictions::restrict_client;
        client_unrestrict: RESTRICT, RestrictionRequest => ClientRow = cases::restrictions::unrestrict_client;
        client_break_glass: ASSIST, BreakGlassRequest => ClientView = cases::restrictions::break_glass;
        client_export: HAND_OUT, ExportRequest => ExportView = cases::export::export_client;

        photos_view: ASSIST, ClientRequest => PhotosView = cases::photos::view_photos;
        files_choose: ASSIST, FilesChooseRequest => FilesChosenView = cases::photos::choose_files;
        file_discard: ASSIST, FileDiscardRequest => PhotosView = cases::photos::discard_file;
        photo_add: ASSIST, PhotoAddRequest => PhotosView = cases::photos::add_photo;
        photo_open: ASSIST, PhotoRequest => PhotoOpenView = cases::photos::open_photo;
        photo_allow: ASSIST, PhotoScopeRequest => PhotosView = cases::photos::set_scope;
        photo_withdraw: TREAT, PhotoWithdrawRequest => PhotosView = cases::photos::withdraw_photo;
        photos_export: TREAT, PhotosExportRequest => ExportView = cases::photos_out::export_photos;
        scan_add: ASSIST, ScanAddRequest => PhotosView = cases::photos::add_scan;
        scan_open: ASSIST, ScanRequest => ScanOpenView = cases::photos::open_scan;
        scan_save: TREAT, ScanRequest => SavedCopyView = cases::photos::save_scan;
        scan_withdraw: TREAT, ScanWithdrawRequest => PhotosView = cases::photos::withdraw_scan;

        signed_pages_choose: TREAT, SignedPagesChooseRequest => SignedPagesView = cases::signed_pages::choose_pages;
        signed_pages_name: TREAT, SignedPagesNameRequest => SignedPagesView = cases::signed_pages::name_document;
        signed_page_say: TREAT, SignedPageSayRequest => SignedPagesView = cases::signed_pages::say_page;
        signed_pages_drop: TREAT, SignedPagesDropRequest => SignedPagesView = cases::signed_pages::drop_pages;
        signed_pages_file: TREAT, SignedPagesFileRequest => SignedPagesFiledView = cases::signed_pages::file_pages;

        client_journal: ASSIST, ClientJournalRequest => JournalView = cases::journal::view_client_journal;
        client_journal_save: ASSIST, ClientRequest => SavedView = cases::client_journal::save_client_journal;

        access_requests_view: ASSIST, ClientRequest => AccessRequestsView = cases::access_requests::view_requests;
        access_request_take: ASSIST, AccessTakeRequest => AccessRequestsView = cases::access_requests::take_request;
        access_request_extend: TREAT, AccessExtendRequest => AccessRequestsView = cases::access_requests::extend_request;
        access_request_answer: TREAT, AccessAnswerRequest => AccessRequestsView = cases::access_requests::answer_request;

        retention_view: ADMINISTER, RetentionRequest => RetentionView = cases::retention::view_retention;
        retention_hold: ADMINISTER, HoldRequest => RetentionView = cases::retention::hold_record;
        retention_release: ADMINISTER, HoldRequest => RetentionView = cases::retention::release_record;
        client_erase: ADMINISTER, EraseRequest => ErasedView = cases::retention::erase_client;

        journal_view: ADMINISTER, JournalViewRequest => JournalView = cases::journal::view_journal;
        journal_verify: ADMINISTER, JournalVerifyRequest => JournalVerifyView = cases::journal::verify_journal;

        visit_start: TREAT, ClientRequest => VisitView = cases::visits::start_visit;
        visit_open: ASSIST, VisitRequest => VisitView = cases::visits::open_visit;
        visit_undo: TREAT, VisitRequest => VisitView = cases::visits::undo;
        visit_redo: TREAT, VisitRequest => VisitView = cases::visits::redo;
        visit_not_today: TREAT, NotTodayRequest => VisitView = cases::visits::close_without_treatment;

        answer_set: ASSIST, AnswerRequest => VisitView = cases::screening::set_answer;
        background_set: ASSIST, BackgroundRequest => VisitView = cases::screening::set_background;
        screening_copy: ASSIST, VisitRequest => VisitView = cases::screening::copy_earlier_answers;
        screening_close: TREAT, VisitConfirmRequest => VisitView = cases::screening::close_screening;

        plan_set: TREAT, PlanRequest => VisitView = cases::plans::set_plan;
        plan_fix: TREAT, PlanFixRequest => VisitView = cases::plans::take_fix;
        finding_lift: PRESCRIBE, LiftRequest => VisitView = cases::plans::lift_finding;

        consent_prepare: TREAT, ConsentPrepareRequest => ConsentView = cases::consents::prepare_consent;
        consent_initial: TREAT, InitialsRequest => ConsentView = cases::consents::put_initials;
        consent_note: TREAT, ConsentNotesRequest => ConsentView = cases::consents::keep_notes;
        consent_sign: TREAT, ConsentSignRequest => VisitView = cases::consents::sign_consent;
        consent_refuse: TREAT, ConsentRefuseRequest => VisitView = cases::consents::refuse_consent;

        consent_withdraw: TREAT, ConsentWithdrawRequest => ClientView = cases::consent_file::withdraw_consent;
        consent_correct: TREAT, ConsentCorrectRequest => ClientView = cases::consent_file::correct_consent;
        visit_move: TREAT, VisitMoveRequest => VisitView = cases::wrong_client::move_visit;
        copy_give: ASSIST, CopyGiveRequest => CopyGivenView = cases::copies::give_copy;

        zones_chart: TREAT, ZonesRequest => VisitView = cases::charting::chart_zones;
        zones_copy_last: TREAT, VisitRequest => VisitView = cases::charting::copy_last_zones;
        item_add: TREAT, ItemRequest => VisitView = cases::charting::add_item;
        item_scan: TREAT, ItemScanRequest => ScanView = cases::charting::scan_item;
        item_remove: TREAT, ItemRemoveRequest => VisitView = cases::charting::remove_item;
        numbing_set: TREAT, NumbingRequest => VisitView = cases::charting::set_numbing;
        chart_note: TREAT, ChartNoteRequest => VisitView = cases::charting::keep_note;

        visit_finish: TREAT, VisitFinishRequest => VisitView = cases::signing::finish_visit;
        visit_sign: TREAT, VisitConfirmRequest => VisitView = cases::signing::sign_visit;
        addendum_add: TREAT, AddendumRequest => VisitView = cases::signing::add_addendum;

        sheet_prepare: TREAT, SheetPrepareRequest => SheetView = cases::sheets::prepare_sheet;
        sheet_print: TREAT, SheetPrintRequest => PrintedView = cases::sheets::print_sheet;
        sheet_file: TREAT, SheetFileRequest => DocumentRow = cases::sheets::file_sheet;

        paper_prepare: TREAT, PaperPrepareRequest => PaperView = cases::papers::prepare_paper;
        paper_print: TREAT, PaperPrintRequest => PrintedView = cases::papers::print_paper;
        lot_find: TREAT, LotRequest => Vec<LotUseRow> = cases::papers::find_lot;
        paper_file: TREAT, PaperFileRequest => DocumentRow = cases::papers::file_paper;

        document_open: ASSIST, DocumentRequest => DocumentView = cases::documents::open_document;
        document_print: ASSIST, DocumentPrintRequest => PrintedView = cases::documents::print_document;
    }
}

fn read<T: DeserializeOwned>(request: &Value) -> Result<T, Failure> {
    serde_path_to_error::deserialize(request).map_err(|problem| Failure::Shape { path: problem.path().to_string() })
}

fn write<T: Serialize>(view: &T) -> Result<Value, Failure> {
    serde_json::to_value(view).map_err(|_| Failure::Panicked)
}
