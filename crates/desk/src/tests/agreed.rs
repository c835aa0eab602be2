//! Which consents still cover a plan when the text has changed since.

use care::record::Consent;
use serde_json::{Value, json};

use super::room::Room;
use crate::visit::{GapReason, Judged, OpenVisit};

/// A consent to all of the plan, signed an hour ago, to a text of that meaning.
fn signed(open: &OpenVisit, material_version: &str) -> Consent {
    let mut consent: Value = json!({
        "id": open.visit.id, "visit": open.visit.id, "client": open.client.id, "outcome": { "is": "signed" },
        "language": "en-GB", "text_version": "1", "text_sha256": "", "clauses": [], "initials": [], "intent": "",
        "signature": null, "informed_at": "2026-11-18T13:00:00Z", "identity_check": "Known", "practitioner": open.client.id,
        "practitioner_name": "Mara Okafor", "signed_at": "2026-11-20T13:00:00Z", "protocol_version": "", "copy": "owed",
        "document": null, "material_version": material_version,
    });
    consent["components"] = serde_json::to_value(open.components()).unwrap();
    serde_json::from_value(consent).unwrap()
}

#[test]
fn a_text_that_means_something_else_by_now_is_signed_anew() {
    let room = Room::open();
    let visit = room.desk.call("visit_start", &json!({ "client": room.client })).unwrap()["id"].clone();
    let zones = json!([{ "zone": "z.cheek_medial", "side": "left", "depth_um": 1000 }]);
    let device = json!({ "name": "Pen 12", "label_max_um": 2500, "needle": "steel" });
    let needling = json!([{
        "id": "mn", "kind": "mn", "indication": "ind.texture", "n_sessions": null, "device": device, "zones": zones,
    }]);
    room.desk.call("plan_set", &json!({ "visit": visit, "components": needling })).unwrap();
    let why = |material_version: &str| {
        room.seated(|seat| {
            let mut open = OpenVisit::read(seat, serde_json::from_value(visit.clone()).unwrap()).unwrap();
            open.consents = vec![signed(&open, material_version)];
            let judged = Judged::of(seat, &open);
            open.gap(&judged).map(|gap| (gap.why, gap.adds_to.is_none()))
        })
    };
    let today = care::consent::material_version("en-GB").unwrap();
    assert_eq!(why(today), None, "the same meaning covers the plan");
    assert_eq!(why("an older meaning"), Some((GapReason::TextChanged, true)), "another is asked for whole");
    assert_eq!(why(""), None, "a consent from before meanings had versions says nothing about it");
}
