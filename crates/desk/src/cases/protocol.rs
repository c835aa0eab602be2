//! The clinic's protocol: shown, changed by a new version, approved by a prescriber.
//!
//! A version is never edited. What counts is the newest approved one; a proposal changes no verdict.

use std::collections::BTreeMap;

use care::protocol::{Allowed, Setting, SettingError};
use care::record::{ClinicProtocol, ProtocolApproval, ProtocolId, SettingValue};
use store::{Act, Read, StoreError};

use crate::cases::fields::{Checker, TEXT};
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::seat::Seat;
use crate::wire::{
    ApprovalView, Empty, ProposalView, ProtocolApproveRequest, ProtocolSetRequest, ProtocolView, SettingRow,
};

type Settings = BTreeMap<String, SettingValue>;

/// What the vault holds of the clinic's protocol.
struct Versions {
    approved: Option<(ClinicProtocol, ProtocolApproval)>,
    newest: Option<ClinicProtocol>,
}

impl Versions {
    fn read(read: &Read<'_>) -> Result<Self, StoreError> {
        Ok(Self { approved: read.approved_protocol()?, newest: read.newest_protocol()? })
    }

    /// The newest version, while nobody has approved it.
    fn proposal(&self) -> Option<&ClinicProtocol> {
        let approved = self.approved.as_ref().map_or(0, |(protocol, _)| protocol.number);
        self.newest.as_ref().filter(|newest| newest.number > approved)
    }

    /// What the next version starts from: the proposal, or what is approved.
    fn latest_settings(&self) -> Settings {
        self.newest.as_ref().map(|newest| newest.settings.clone()).unwrap_or_default()
    }

    fn next_number(&self) -> u32 {
        self.newest.as_ref().map_or(0, |newest| newest.number) + 1
    }
}

/// Shows what is in force, what may be set and what waits for approval.
pub(crate) fn view_protocol(seat: &Seat<'_>, _: Empty) -> Result<ProtocolView, Failure> {
    let versions = seat.read(Versions::read)?;
    let protocol = seat.protocol();
    let rules = seat.rules();
    let approved = versions.approved.as_ref().map(|(protocol, _)| protocol.settings.clone()).unwrap_or_default();
    let rows = protocol.settings().into_iter();
    Ok(ProtocolView {
        version: rules.version().to_owned(),
        shipped_version: protocol.version.clone(),
        approval: versions.approved.as_ref().filter(|_| rules.is_approved()).map(|(_, approval)| ApprovalView {
            name: approval.approved_by_name.clone(),
            registration: approval.registration.clone(),
            at: approval.approved_at.to_rfc3339(),
            reason: approval.reason.clone(),
        }),
        proposal: versions.proposal().map(|proposal| ProposalView {
            number: proposal.number,
            version: protocol.version_of(proposal.number),
            reason: proposal.reason.clone(),
            set_by_name: proposal.set_by_name.clone(),
            set_at: proposal.set_at.to_rfc3339(),
        }),
        settings: rows.map(|setting| setting_row(&setting, &approved, versions.proposal())).collect(),
    })
}

fn setting_row(setting: &Setting<'_>, approved: &Settings, proposal: Option<&ClinicProtocol>) -> SettingRow {
    let value_in = |settings: &Settings| setting.value_among(settings);
    let in_force = value_in(approved);
    SettingRow {
        id: setting.id.to_owned(),
        proposed: proposal.map(|proposal| value_in(&proposal.settings)).filter(|proposed| *proposed != in_force),
        in_force,
        shipped: setting.shipped.clone(),
        allowed: setting.allowed.to_string(),
        source: setting.basis.source.clone(),
        status: setting.basis.status.clone(),
    }
}

/// Writes down a new version: the latest one with `request`'s changes.
pub(crate) fn set_protocol(seat: &Seat<'_>, request: ProtocolSetRequest) -> Result<ProtocolView, Failure> {
    let mut fields = Checker::default();
    for (id, value) in &request.settings {
        check_setting(seat, &mut fields, id, value.as_ref());
    }
    let reason = fields.needed("reason", &request.reason, TEXT);
    fields.finish()?;
    let versions = seat.read(Versions::read)?;
    let mut settings = versions.latest_settings();
    for (id, value) in request.settings {
        match value {
            Some(value) if !is_shipped(seat, &id, &value) => settings.insert(id, value),
            Some(_) | None => settings.remove(&id),
        };
    }
    if settings == versions.latest_settings() {
        return Err(Refusal::NothingChanged.failure());
    }
    let version = new_version(seat, versions.next_number(), settings, reason);
    seat.write(|write| write.put(&version, Act::Create))?;
    view_protocol(seat, Empty {})
}

fn check_setting(seat: &Seat<'_>, fields: &mut Checker, id: &str, value: Option<&SettingValue>) {
    let path = format!("settings.{id}");
    let known = seat.protocol().settings().into_iter().find(|setting| setting.id == id);
    let checked = match (known, value) {
        (None, _) => Err(SettingError::Unknown),
        (Some(_), None) => Ok(()),
        (Some(_), Some(value)) => seat.protocol().check_setting(id, value),
    };
    match checked {
        Ok(()) => {}
        Err(SettingError::Unknown) => fields.wrong(WrongField::new(path, FieldProblem::NoSuchSetting)),
        Err(SettingError::NotAllowed { allowed: Allowed::Range { from, to, .. } }) => fields.wrong(WrongField {
            path,
            problem: FieldProblem::OutOfRange,
            args: vec![("least", from.to_string()), ("most", to.to_string())],
        }),
        Err(SettingError::NotAllowed { allowed: Allowed::OneOf(_) }) => {
            fields.wrong(WrongField::new(path, FieldProblem::NotOneOf));
        }
    }
}

fn is_shipped(seat: &Seat<'_>, id: &str, value: &SettingValue) -> bool {
    seat.protocol().settings().iter().any(|setting| setting.id == id && setting.shipped == *value)
}

fn new_version(seat: &Seat<'_>, number: u32, settings: Settings, reason: String) -> ClinicProtocol {
    ClinicProtocol {
        id: ProtocolId(seat.new_id()),
        number,
        shipped_version: seat.protocol().version.clone(),
        settings,
        reason,
        set_by: seat.user().id,
        set_by_name: seat.user().name.clone(),
        set_at: seat.now(),
    }
}

/// Puts a prescriber's name under the proposal, or under the rules in force where nobody stands behind them yet.
pub(crate) fn approve_protocol(seat: &Seat<'_>, request: ProtocolApproveRequest) -> Result<ProtocolView, Failure> {
    let mut fields = Checker::default();
    let reason = fields.needed("reason", &request.reason, TEXT);
    fields.finish()?;
    let versions = seat.read(Versions::read)?;
    let proposal = versions.proposal();
    if proposal.map(|proposal| proposal.number) != request.number {
        return Err(Refusal::OtherProposal.failure());
    }
    if proposal.is_none() && seat.rules().is_approved() {
        return Err(Refusal::NothingToApprove.failure());
    }
    seat.confirm(&request.secret)?;
    // What was written for older content, or never written down, is approved as a version of today's content.
    let as_is = proposal.filter(|proposal| proposal.shipped_version == seat.protocol().version).cloned();
    let anew = || new_version(seat, versions.next_number(), versions.latest_settings(), reason.clone());
    let is_new = as_is.is_none();
    let version = as_is.unwrap_or_else(anew);
    let approval = ProtocolApproval {
        protocol: version.id,
        version: seat.protocol().version_of(version.number),
        reason: reason.clone(),
        approved_by: seat.user().id,
        approved_by_name: seat.user().name.clone(),
        registration: seat.user().registration.clone(),
        approved_at: seat.now(),
    };
    seat.write(|write| {
        if is_new {
            write.put(&version, Act::Create)?;
        }
        write.put(&approval, Act::Approve)
    })?;
    view_protocol(&seat.again()?, Empty {})
}
