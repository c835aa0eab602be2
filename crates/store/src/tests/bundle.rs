//! What was signed, whole: it is kept byte for byte, and a flipped byte anywhere in the file is found.

use std::collections::BTreeMap;

use care::record::{
    Answer, BUNDLE_FORMAT, BundleClient, BundleClinic, BundlePlace, BundleScreening, BundleSignature, BundleText,
    Capacity, ClientId, ClinicId, ConsentAddendum, ConsentAddendumId, ConsentBundle, ConsentId, CopyFate, DocumentId,
    ElectronicAgreement, Initials, JournalHead, PointerKind, ScreeningId, SealedConsent, Signature, Signer, SignerRole,
    Stroke, StrokePoint, TextClause, UserId, VisitId, WrongClient, WrongClientId, WrongClientSide,
};
use care::vocabulary::AnswerState;
use ed25519_dalek::{Signer as _, SigningKey};

use super::signed::a_signed_visit;
use super::{Practice, day, id, stamp};
use crate::{
    Act, BundleFault, StoreError, bundle_file, canonical_bundle, sign_off_message, text_sha256, verify_bundle,
};

fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn public() -> String {
    data_encoding::HEXLOWER.encode(key().verifying_key().as_bytes())
}

fn text() -> BundleText {
    let clause = TextClause {
        id: "risks.rare".to_owned(),
        number: "4.1".to_owned(),
        heading: "Rarely".to_owned(),
        lines: vec!["Infektion – \u{1f600} \u{0645}\u{0631}\u{062d}\u{0628}\u{0627}".to_owned()],
        needs_initials: true,
    };
    let text = BundleText {
        version: "en-GB 1".to_owned(),
        material_version: "1".to_owned(),
        language: "en-GB".to_owned(),
        title: "Consent".to_owned(),
        clauses: vec![clause],
        intent: "I agree.".to_owned(),
        sha256: String::new(),
    };
    BundleText { sha256: text_sha256(&text).unwrap(), ..text }
}

fn signers() -> Vec<Signer> {
    let stroke = Stroke(vec![StrokePoint { x_cpx: 100, y_cpx: -20, t_ms: 16, pressure_milli: 480 }]);
    let client = Signer {
        name: "Ada Marsh".to_owned(),
        role: SignerRole::Client,
        meaning: "agrees".to_owned(),
        user: None,
        public_key: None,
        relation: String::new(),
        spoken: String::new(),
        mark: Some(Signature::Drawn {
            pointer: PointerKind::Pen,
            width_cpx: 64_000,
            height_cpx: 20_000,
            strokes: vec![stroke],
        }),
        at: stamp().at,
    };
    let practitioner = Signer {
        name: "Sam Weber".to_owned(),
        role: SignerRole::Practitioner,
        meaning: "has explained".to_owned(),
        user: Some(UserId(id(1))),
        public_key: Some(public()),
        mark: None,
        ..client.clone()
    };
    vec![client, practitioner]
}

fn answers() -> BundleScreening {
    let no = Answer {
        state: AnswerState::No,
        ended_on: None,
        zones: Vec::new(),
        active: None,
        allergy_class: None,
        ingredients: Vec::new(),
        asked_by: UserId(id(1)),
        asked_at: stamp().at,
    };
    BundleScreening {
        id: ScreeningId(id(52)),
        screened_on: day("2026-03-03"),
        answers: BTreeMap::from([("ci.pregnant".to_owned(), no)]),
        closed_by: UserId(id(1)),
        closed_at: stamp().at,
    }
}

fn bundle() -> ConsentBundle {
    ConsentBundle {
        format: BUNDLE_FORMAT.to_owned(),
        consent: ConsentId(id(30)),
        supplements: None,
        client: BundleClient {
            id: ClientId(id(10)),
            number: "A-000010".to_owned(),
            family: "Marsh".to_owned(),
            given: "Ada".to_owned(),
            born_on: day("1988-03-14"),
        },
        capacity: Capacity::Own,
        clinic: BundleClinic { id: ClinicId(id(2)), name: "Lumen".to_owned(), address: "Harbour 12".to_owned() },
        visit: VisitId(id(20)),
        visit_number: "A-000020".to_owned(),
        text: text(),
        components: Vec::new(),
        risks: vec!["rk.infection".to_owned()],
        screening: Some(answers()),
        questions: "How long is it red? A day.".to_owned(),
        informed_at: stamp().at,
        same_day_reason: None,
        initials: vec![Initials { clause: "risks.rare".to_owned(), letters: "AM".to_owned(), at: stamp().at }],
        identity_check: "Photo ID".to_owned(),
        electronic: Some(ElectronicAgreement { sentence: "I agree to a record.".to_owned(), agreed_at: stamp().at }),
        signers: signers(),
        copy: CopyFate::Printed,
        place: BundlePlace { device: id(3), at: stamp().at, time_zone: "Europe/London".to_owned(), utc_offset_s: 3600 },
        journal_head: JournalHead { seq: 217, hash: "ab".repeat(32) },
        document: Some(DocumentId(id(40))),
        protocol_version: "1".to_owned(),
        app_version: "0.1.0".to_owned(),
    }
}

fn seal(bundle: &ConsentBundle) -> SealedConsent {
    let (bytes, doc_sha256) = canonical_bundle(bundle).unwrap();
    let signature = key().sign(&sign_off_message(&doc_sha256)).to_bytes();
    let signature = data_encoding::HEXLOWER.encode(&signature);
    let signatures = vec![BundleSignature { user: UserId(id(1)), public_key: public(), signature }];
    SealedConsent { consent: ConsentId(id(30)), client: ClientId(id(10)), bundle: bytes, doc_sha256, signatures }
}

/// A sealed consent of the client of the other tests.
pub(super) fn sealed() -> SealedConsent {
    seal(&bundle())
}

/// A correction beside it.
pub(super) fn correction() -> ConsentAddendum {
    ConsentAddendum {
        id: ConsentAddendumId(id(70)),
        consent: ConsentId(id(30)),
        visit: VisitId(id(20)),
        client: ClientId(id(10)),
        text: "The identity card was a driving licence.".to_owned(),
        reason: "Misread".to_owned(),
        by: UserId(id(1)),
        by_name: "Sam Weber".to_owned(),
        written_at: stamp().at,
    }
}

/// One side of a visit that was recorded under the wrong client.
pub(super) fn wrong_client() -> WrongClient {
    WrongClient {
        id: WrongClientId(id(71)),
        visit: VisitId(id(20)),
        client: ClientId(id(10)),
        other: ClientId(id(10)),
        side: WrongClientSide::RecordedHere,
        consents: Vec::new(),
        reason: "Same family name".to_owned(),
        by: UserId(id(1)),
        by_name: "Sam Weber".to_owned(),
        at: stamp().at,
    }
}

#[test]
fn what_was_signed_is_kept_byte_for_byte_and_never_a_second_time() {
    let practice = a_signed_visit();
    practice.put(&sealed(), Act::Sign).unwrap();
    let kept = practice.vault.read(|read| read.sealed_consent(ConsentId(id(30)))).unwrap();
    assert_eq!(kept, Some(sealed()), "every byte as it was sealed");
    assert_eq!(practice.put(&sealed(), Act::Sign), Err(StoreError::SignedIsFinal), "a consent is sealed once");
    let rebuilt = practice.vault.read(crate::tables_match_journal).unwrap();
    assert!(rebuilt.is_empty(), "and the journal alone brings it back: {rebuilt:?}");
}

#[test]
fn a_file_checked_with_nothing_but_itself_is_whole() {
    let report = verify_bundle(&bundle_file(&sealed()).unwrap()).unwrap();
    assert_eq!(report.doc_sha256, sealed().doc_sha256, "the hash that stands in the foot of the paper");
    assert_eq!(report.journal_head, format!("217-{}", "ab".repeat(8)), "and the head beside it");
    let signed: Vec<_> = report.signers.iter().map(|signer| (signer.role, signer.public_key.is_some())).collect();
    assert_eq!(
        signed,
        [(SignerRole::Client, false), (SignerRole::Practitioner, true)],
        "who drew and who signed by key"
    );
}

#[test]
fn a_flipped_byte_anywhere_in_the_file_is_found() {
    let whole = bundle_file(&sealed()).unwrap();
    for place in 0..whole.len() {
        // Only the last bit: a digit becomes the next digit and a letter another, so the file stays readable.
        for bit in [1_u8, 0x20, 0x80] {
            let mut flipped = whole.clone();
            flipped[place] ^= bit;
            assert!(verify_bundle(&flipped).is_err(), "byte {place} of {} flipped by {bit:#x}", whole.len());
        }
    }
}

#[test]
fn a_file_that_says_the_same_in_another_spelling_is_refused() {
    let whole = bundle_file(&sealed()).unwrap();
    let value: serde_json::Value = serde_json::from_slice(&whole).unwrap();
    let pretty = serde_json::to_vec_pretty(&value).unwrap();
    assert_eq!(verify_bundle(&pretty), Err(BundleFault::Respelt), "one spelling only");
    assert_eq!(verify_bundle(&whole[..whole.len() - 1]), Err(BundleFault::Unreadable), "and nothing cut off");
    assert_eq!(verify_bundle(b"{}"), Err(BundleFault::Unknown), "nor another file");
}

#[test]
fn words_changed_together_with_the_hash_still_break_the_signature() {
    let mut changed = bundle();
    changed.questions = "How long is it red? A week.".to_owned();
    let (bytes, doc_sha256) = canonical_bundle(&changed).unwrap();
    let forged = SealedConsent { bundle: bytes, doc_sha256, ..sealed() };
    let fault = verify_bundle(&bundle_file(&forged).unwrap());
    assert_eq!(fault, Err(BundleFault::Signature { name: "Sam Weber".to_owned() }), "nobody signed these words");
}

#[test]
fn a_text_under_the_hash_of_another_text_is_found() {
    let mut changed = bundle();
    changed.text.clauses[0].lines[0] = "Nothing ever happens.".to_owned();
    let fault = verify_bundle(&bundle_file(&seal(&changed)).unwrap());
    assert_eq!(fault, Err(BundleFault::Text), "the client was shown other words");
}

#[test]
fn a_signature_that_is_missing_or_of_somebody_else_is_found() {
    let without = SealedConsent { signatures: Vec::new(), ..sealed() };
    assert_eq!(verify_bundle(&bundle_file(&without).unwrap()), Err(BundleFault::Signers), "the practitioner's is gone");
    let mut other = sealed();
    other.signatures[0].user = UserId(id(2));
    assert_eq!(verify_bundle(&bundle_file(&other).unwrap()), Err(BundleFault::Signers), "it names another user");
}

#[test]
fn the_person_who_unlocked_signs_and_nobody_else_does_without_a_password() {
    use crate::{NewVault, Password, RecoveryKey, Vault};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault");
    let new = NewVault { vault: id(900), device: id(901), user: UserId(id(1)), user_name: "Sam Weber".to_owned() };
    let good = Password::typed("seven green umbrellas");
    let vault = Vault::create(&path, &new, &good, &RecoveryKey::generate().unwrap()).unwrap();
    let (sam, ana, now) = (UserId(id(1)), UserId(id(4)), stamp().at);
    let hers = Password::chosen("nine loud green boats", &[]).unwrap();
    vault.set_password(ana, "Ana Ruiz", &hers, now).unwrap();
    let by_sam = vault.sign(sam, b"words").unwrap();
    assert_eq!(vault.sign(ana, b"words"), Err(StoreError::NoPen), "Ana is not at the desk");
    let by_ana = vault.sign_with_password(ana, &hers, b"words", now).unwrap();
    assert_ne!(by_sam, by_ana, "each has a key of their own");
    assert_eq!(vault.sign(sam, b"words"), Ok(by_sam), "and the desk has not changed hands");
    let wrong = vault.sign_with_password(ana, &good, b"words", now);
    assert_eq!(wrong, Err(StoreError::WrongPassword), "Sam's password is not Ana's");
    drop(vault);
    let again = Vault::unlock(&path, sam, &good, now).unwrap();
    assert_eq!(again.sign(sam, b"words"), Ok(by_sam), "the key is the person's, not the sitting's");
}

#[test]
fn the_official_vectors_of_rfc_8785_come_out_byte_for_byte() {
    for (name, given, expected) in super::jcs::VECTORS {
        let value: serde_json::Value = serde_json::from_str(given).unwrap();
        assert_eq!(crate::canonical::canonical(&value).unwrap(), expected.as_bytes(), "{name}");
    }
}

#[test]
fn a_vector_with_a_fractional_number_is_refused_at_the_door() {
    for given in super::jcs::WITH_FRACTIONS {
        let value: serde_json::Value = serde_json::from_str(given).unwrap();
        let refused = crate::canonical::canonical(&value);
        assert_eq!(refused, Err(StoreError::NotCanonical), "amounts are whole numbers of a named unit: {given}");
    }
}

#[test]
fn a_bundle_of_a_practice_is_nobody_elses() {
    let practice: Practice = a_signed_visit();
    practice.put(&sealed(), Act::Sign).unwrap();
    practice.put(&correction(), Act::Amend).unwrap();
    let (theirs, others, beside) = practice
        .vault
        .read(|read| {
            Ok::<_, StoreError>((
                read.sealed_consents_of(ClientId(id(10)))?,
                read.sealed_consents_of(ClientId(id(11)))?,
                read.consent_addenda_of(ClientId(id(10)))?,
            ))
        })
        .unwrap();
    assert_eq!((theirs.len(), others.len()), (1, 0), "it stands in its client's file only");
    assert_eq!(beside, [correction()], "with the correction beside it");
}
